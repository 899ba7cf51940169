//! Saying what a plan rests on: a clause of a planning document, or a central task.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    stands_with_the_plan,
    is_refused,
    is_for_dispatcher_and_office
);

const FIELDS: &str = "planBasis { kind title issuer documentNumber clause datedOn droppedOn plan { bases { totalCount } } }";

async fn stands_with_the_plan(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let input = json!({
        "plan": plan, "kind": "PLANNING_DOCUMENT", "title": "“十四五”规划", "issuer": "市政府", "documentNumber": "府〔2021〕1号",
        "clause": "深化巡察监督", "datedOn": "2021-03-01",
    });
    let answer = act(&desk.office, "citePlanBasis", FIELDS, input).await;
    let expected = json!({
        "kind": "PLANNING_DOCUMENT", "title": "“十四五”规划", "issuer": "市政府", "documentNumber": "府〔2021〕1号",
        "clause": "深化巡察监督", "datedOn": "2021-03-01", "droppedOn": null, "plan": { "bases": { "totalCount": 1 } },
    });
    assert_eq!(*answer.data("/citePlanBasis/planBasis"), expected);
    let task = json!({ "plan": plan, "kind": "CENTRAL_TASK", "title": "优化营商环境", "clause": "一体谋划、一体部署、一体推进" });
    act(&desk.office, "citePlanBasis", FIELDS, task)
        .await
        .data("/citePlanBasis");
    // Planning documents that mention inspection, over all plans.
    let query = "{ planBases(filter: { kind: { eq: PLANNING_DOCUMENT } }) { nodes { title plan { name } } } }";
    let nodes = desk.office.ask(query).await;
    let expected = json!([{ "title": "“十四五”规划", "plan": { "name": "五年规划" } }]);
    assert_eq!(*nodes.data("/planBases/nodes"), expected);
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let cite = |clause: &str, day: &str| json!({ "plan": plan, "kind": "CENTRAL_TASK", "title": "中心工作", "clause": clause, "datedOn": day });
    for (input, field) in [
        (cite("条款", "2999-01-01"), "input.datedOn"),
        (cite(" ", "2021-03-01"), "input.clause"),
    ] {
        let answer = refused(&house, &desk.office, "citePlanBasis", FIELDS, input).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
    let stranger = Desk::at(&house, "B").await;
    let input = cite("条款", "2021-03-01");
    let foreign = refused(&house, &stranger.office, "citePlanBasis", FIELDS, input).await;
    foreign.refused("NOT_FOUND").of_field("input.plan");
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "citePlanBasis",
        "planBasis { id }",
        json!({ "plan": plan, "kind": "CENTRAL_TASK", "title": "中心工作", "clause": "条款" }),
    )
    .await;
}
