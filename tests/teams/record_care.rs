//! Talks and visits: recorded by the office, due again after the interval of the setting, and nobody else's business.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::camp::Camp;
use crate::support::{house::House, on_each_database};

on_each_database!(is_due_again_after_the_interval, is_for_the_office_alone);

async fn is_due_again_after_the_interval(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    // A standing team, so that its people are on it for longer than the interval.
    let team =
        json!({ "ordinal": 1, "name": "常设组", "form": "LOOK_BACK", "startsOn": "2021-01-10" });
    let team = camp.made("proposeTeam", "team", team).await;
    let person = camp.person("示例组员").await;
    let seat = json!({ "team": team, "person": person, "role": "MEMBER", "sourceOrganization": super::camp::id(&camp.place.objects[0]) });
    camp.made("seatTeamMember", "teamMember", seat).await;
    let due = |by: &str| {
        let query = format!(
            "{{ organizations(filter: {{ code: {{ eq: \"A\" }} }}) {{ nodes {{ careDue(by: \"{by}\") {{ name dueOn lastHeldOn personId }} }} }} }}"
        );
        let office = camp.office.clone();
        async move {
            office
                .ask(&query)
                .await
                .data("/organizations/nodes/0/careDue")
                .clone()
        }
    };
    assert_eq!(due("2022-01-09").await, json!([]));
    assert_eq!(
        due("2022-01-10").await,
        json!([{ "name": "示例组员", "dueOn": "2022-01-10", "lastHeldOn": null, "personId": person }])
    );
    let talk = json!({ "person": person, "kind": "TALK", "heldBy": "示例主任", "matters": "思想工作", "on": "2022-02-15" });
    let mut future = talk.clone();
    future["on"] = json!("2099-01-01");
    let answer = camp.refused("recordCare", "careRecord", future).await;
    answer.refused("BAD_USER_INPUT").of_field("input.on");
    camp.made("recordCare", "careRecord", talk).await;
    assert_eq!(due("2022-12-31").await, json!([]));
    assert_eq!(
        due("2023-02-15").await[0]["lastHeldOn"],
        json!("2022-02-15")
    );
}

async fn is_for_the_office_alone(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let person = camp.person("示例组员").await;
    let visit = json!({ "person": person, "kind": "HOME_VISIT", "heldBy": "示例主任", "matters": "家庭情况" });
    camp.made("recordCare", "careRecord", visit).await;
    for agency in Agency::ALL.iter().copied() {
        let who = camp.place.person(agency, Role::Admin);
        let answer = who.ask("{ careRecords { totalCount } }").await;
        if agency == Agency::Office {
            assert_eq!(answer.data("/careRecords/totalCount"), 1);
        } else {
            answer.refused("FORBIDDEN");
            let events = who
                .ask("{ events(filter: { action: { eq: \"recordCare\" } }) { totalCount } }")
                .await;
            assert_eq!(events.data("/events/totalCount"), 0, "{agency:?}");
        }
    }
}
