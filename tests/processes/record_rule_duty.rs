//! Recording that a duty was done: by the agency that has to, or by the office; what was missed shows.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::add_rule_duty::{monthly, study_rule};
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(what_was_missed_shows, what_cannot_have_been_done_is_refused);

async fn duty(desk: &Desk, agency: &str) -> String {
    let rule = study_rule(desk, true).await;
    let mut input = monthly(&rule);
    input["agency"] = json!(agency);
    desk.made(&desk.office, "addRuleDuty", "ruleDuty", input)
        .await
}

fn done(duty: &str, on: &str) -> Value {
    json!({ "duty": duty, "on": on, "result": "专题学习" })
}

async fn what_was_missed_shows(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let duty = duty(&desk, "DISCIPLINE").await;
    let discipline = desk.place.person(Agency::Discipline, Role::Handler);
    let fields = "ruleDutyRecord { doneOn result duty { action } history { totalCount } }";
    let answer = act(
        &discipline,
        "recordRuleDuty",
        fields,
        done(&duty, "2022-03-20"),
    )
    .await;
    let expected = json!({ "doneOn": "2022-03-20", "result": "专题学习", "duty": { "action": "中心组学习" }, "history": { "totalCount": 1 } });
    assert_eq!(*answer.data("/recordRuleDuty/ruleDutyRecord"), expected);
    // April is missed: the session of the second of May is for May.
    act(
        &desk.office,
        "recordRuleDuty",
        fields,
        done(&duty, "2022-05-02"),
    )
    .await
    .data("/recordRuleDuty");
    let query = format!(
        "{{ ruleDuty(id: \"{duty}\") {{ records {{ totalCount }} schedule(asOf: \"2022-05-31\") {{ nextDueOn kept {{ numerator denominator definition {{ code }} }} times {{ dueOn doneOn }} }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let expected = json!({
        "records": { "totalCount": 2 },
        "schedule": {
            "nextDueOn": "2022-06-30",
            "kept": { "numerator": "2", "denominator": "3", "definition": { "code": "DUTY_KEPT" } },
            "times": [
                { "dueOn": "2022-03-31", "doneOn": "2022-03-20" },
                { "dueOn": "2022-04-30", "doneOn": null },
                { "dueOn": "2022-05-31", "doneOn": "2022-05-02" },
            ],
        },
    });
    assert_eq!(*answer.data("/ruleDuty"), expected);
    let future = format!(
        "{{ ruleDuty(id: \"{duty}\") {{ schedule(asOf: \"2999-01-01\") {{ nextDueOn }} }} }}"
    );
    desk.office
        .ask(&future)
        .await
        .refused("BAD_USER_INPUT")
        .of_field("asOf");
    // Below, the rule shows, and how the superior keeps it does not.
    let county = desk.county(&house).await;
    let answer = county.office.ask(&query).await;
    assert_eq!(answer.data("/ruleDuty/records/totalCount"), &json!(0));
    assert_eq!(
        answer.data("/ruleDuty/schedule/kept/numerator"),
        &json!("0")
    );
}

async fn what_cannot_have_been_done_is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let duty = duty(&desk, "DISCIPLINE").await;
    let fields = "ruleDutyRecord { id }";
    let attempt = async |agency, input| {
        let person = desk.place.person(agency, Role::Handler);
        refused(&house, &person, "recordRuleDuty", fields, input).await
    };
    let future = attempt(Agency::Discipline, done(&duty, "2999-01-01")).await;
    future.refused("BAD_USER_INPUT").of_field("input.on");
    let other = attempt(Agency::Organization, done(&duty, "2022-03-20")).await;
    other
        .refused("GATE")
        .by_gate("DUTY_OF_ANOTHER_AGENCY")
        .of_field("input.duty");
    let object = attempt(Agency::Object, done(&duty, "2022-03-20")).await;
    object.refused("FORBIDDEN");
    let county = desk.county(&house).await;
    let below = refused(
        &house,
        &county.office,
        "recordRuleDuty",
        fields,
        done(&duty, "2022-03-20"),
    )
    .await;
    below
        .refused("GATE")
        .by_gate("RECORD_OF_ANOTHER_DISPATCHER")
        .of_field("input.duty");
    act(
        &desk.office,
        "recordRuleDuty",
        fields,
        done(&duty, "2022-03-20"),
    )
    .await
    .data("/recordRuleDuty");
    let twice = attempt(Agency::Discipline, done(&duty, "2022-03-20")).await;
    twice.refused("CONFLICT").of_field("input.on");
}
