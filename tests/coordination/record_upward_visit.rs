//! Recording visits to the superior, and finding the months without one.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(leaves_no_month_out, is_refused, is_for_offices);

const FIELDS: &str =
    "upwardVisit { superior visitedOn topics replies body { code } dispatcher { code } }";

async fn leaves_no_month_out(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    for on in ["2022-01-10", "2022-01-20", "2022-03-02"] {
        let input = json!({ "superior": "省委巡视办", "topics": "汇报工作进展", "replies": "同意", "on": on });
        let answer = act(&desk.office, "recordUpwardVisit", FIELDS, input).await;
        let expected = json!({
            "superior": "省委巡视办", "visitedOn": on, "topics": "汇报工作进展", "replies": "同意",
            "body": { "code": "A-OFFICE" }, "dispatcher": { "code": "A" },
        });
        assert_eq!(*answer.data("/recordUpwardVisit/upwardVisit"), expected);
    }
    let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { monthsWithoutVisit(from: \"2022-01-15\", to: \"2022-04-30\") } } upwardVisits { totalCount } }";
    let superior = desk.place.person(Agency::Superior, Role::Viewer);
    for person in [&desk.office, &superior] {
        let answer = person.ask(query).await;
        let months = answer.data("/organizations/nodes/0/monthsWithoutVisit");
        assert_eq!(*months, json!(["2022-02-01", "2022-04-01"]));
        assert_eq!(*answer.data("/upwardVisits/totalCount"), 3);
    }
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let visit = |superior: &str, topics: &str, on: &str| json!({ "superior": superior, "topics": topics, "on": on });
    for (input, field) in [
        (visit("省委巡视办", "汇报", "2999-01-01"), "input.on"),
        (visit(" ", "汇报", "2022-01-10"), "input.superior"),
        (visit("省委巡视办", "", "2022-01-10"), "input.topics"),
    ] {
        let answer = refused(&house, &desk.office, "recordUpwardVisit", FIELDS, input).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
    for (from, to, field) in [
        ("2022-01-01", "2999-01-01", "to"),
        ("1900-01-01", "2022-01-01", "from"),
    ] {
        let query = format!(
            "{{ organizations(filter: {{ code: {{ eq: \"A\" }} }}) {{ nodes {{ monthsWithoutVisit(from: \"{from}\", to: \"{to}\") }} }} }}"
        );
        let answer = desk.office.ask(&query).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
}

async fn is_for_offices(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let input = json!({ "superior": "省委巡视办", "topics": "汇报工作进展" });
    desk.only(
        &[Agency::Office],
        "recordUpwardVisit",
        "upwardVisit { id }",
        input,
    )
    .await;
}
