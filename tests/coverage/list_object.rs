//! Putting an organization on the list: once, by its own dispatcher.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    lists_an_object,
    refuses_twice_and_foreign_ones,
    says_why_once_the_plan_is_approved,
    is_refused_after_the_term,
    is_for_dispatcher_and_office,
);

async fn lists_an_object(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let block = desk
        .made(
            &desk.office,
            "addSectorBlock",
            "sectorBlock",
            json!({ "plan": plan, "name": "教育系统", "sequence": 1 }),
        )
        .await;
    let object = json!({ "organization": desk.organization(0), "block": block, "objectType": "SCHOOL", "firstInclusion": true, "listedOn": "2022-01-10" });
    let fields = "coverageObject { objectType requiredMode priority firstInclusion pilot listedOn withdrawnOn standing nextRound { year } lastCoverage { id } organization { code } block { name } }";
    let answer = act(
        &desk.office,
        "listObject",
        fields,
        json!({ "plan": plan, "object": object }),
    )
    .await;
    let expected = json!({
        "objectType": "SCHOOL", "requiredMode": "ROUTINE", "priority": "ORDINARY", "firstInclusion": true, "pilot": false, "listedOn": "2022-01-10",
        "withdrawnOn": null, "standing": "UNPLANNED", "nextRound": null, "lastCoverage": null, "organization": { "code": "A-OBJECT-1" }, "block": { "name": "教育系统" },
    });
    assert_eq!(*answer.data("/listObject/coverageObject"), expected);
}

async fn says_why_once_the_plan_is_approved(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    desk.issue(&plan).await;
    let mut input = json!({ "plan": plan, "object": { "organization": desk.organization(1), "objectType": "SCHOOL", "listedOn": "2023-05-01" } });
    let fields = "coverageObject { listedOn listingReason listingDecision plan { ledger(asOf: \"2023-04-30\") { total { listed { value } } } } }";
    let silent = refused(&house, &desk.office, "listObject", fields, input.clone()).await;
    silent
        .refused("BAD_USER_INPUT")
        .of_field("input.object.reason");
    input["object"]["reason"] = json!("新设单位");
    input["object"]["decision"] = json!("市委常委会2023年第9次会议");
    let added = act(&desk.office, "listObject", fields, input).await;
    let expected = json!({
        "listedOn": "2023-05-01", "listingReason": "新设单位", "listingDecision": "市委常委会2023年第9次会议",
        "plan": { "ledger": { "total": { "listed": { "value": "1" } } } },
    });
    assert_eq!(*added.data("/listObject/coverageObject"), expected);
}

async fn is_refused_after_the_term(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let term =
        json!({ "ordinal": 7, "name": "第七届", "startsOn": "2016-10-01", "endsOn": "2021-09-30" });
    let term = desk.made(&desk.office, "openTerm", "term", term).await;
    let plan = json!({ "term": term, "fromYear": 2017, "toYear": 2021, "name": "规划" });
    let plan = desk
        .made(&desk.office, "draftFiveYearPlan", "coveragePlan", plan)
        .await;
    let on = |day: Option<&str>| json!({ "plan": plan, "object": { "organization": desk.organization(0), "objectType": "SCHOOL", "listedOn": day } });
    for day in [None, Some("2021-10-01")] {
        let late = refused(
            &house,
            &desk.office,
            "listObject",
            "coverageObject { id }",
            on(day),
        );
        late.await
            .refused("GATE")
            .by_gate("TERM_OVER")
            .of_field("input.object.listedOn");
    }
    // The list of a past term can still be written down as it was.
    let object = desk
        .made(
            &desk.office,
            "listObject",
            "coverageObject",
            on(Some("2017-01-20")),
        )
        .await;
    let input = json!({ "object": object, "version": 1, "year": 2021 });
    let late = refused(
        &house,
        &desk.office,
        "scheduleObject",
        "coverageObject { id }",
        input,
    )
    .await;
    late.refused("GATE")
        .by_gate("TERM_OVER")
        .of_field("input.object");
}

async fn refuses_twice_and_foreign_ones(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let stranger = Desk::at(&house, "B").await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let office = house_office(&desk);
    let object = |organization: &str, object_type: &str| json!({ "plan": plan, "object": { "organization": organization, "objectType": object_type } });
    for (input, code, field) in [
        (
            object(&desk.organization(0), "SCHOOL"),
            "GATE",
            "input.object.organization",
        ),
        (
            object(&office, "SCHOOL"),
            "GATE",
            "input.object.organization",
        ),
        (
            object(&stranger.organization(0), "SCHOOL"),
            "NOT_FOUND",
            "input.object.organization",
        ),
        (
            object("!!", "SCHOOL"),
            "BAD_USER_INPUT",
            "input.object.organization",
        ),
        (
            object(&desk.organization(1), "NO_SUCH_TYPE"),
            "BAD_USER_INPUT",
            "input.object.objectType",
        ),
    ] {
        let answer = refused(
            &house,
            &desk.office,
            "listObject",
            "coverageObject { id }",
            input,
        )
        .await;
        answer.refused(code).of_field(field);
    }
    let answer = refused(
        &house,
        &stranger.office,
        "listObject",
        "coverageObject { id }",
        object(&desk.organization(1), "SCHOOL"),
    )
    .await;
    answer.refused("NOT_FOUND").of_field("input.plan");
}

/// The dispatcher itself stands on nobody's list.
fn house_office(desk: &Desk) -> String {
    inspectorate::graphql::node_id::encode("Organization", desk.place.dispatcher.id)
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let input = json!({ "plan": plan, "object": { "organization": desk.organization(0), "objectType": "SCHOOL" } });
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "listObject",
        "coverageObject { id }",
        input,
    )
    .await;
}
