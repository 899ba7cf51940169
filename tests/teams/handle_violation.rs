//! Handling a breach: once, not before it was found.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::{
    camp::{Camp, call},
    record_violation::breach,
};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(is_handled_once, is_owed_until_it_is_handled);

async fn is_handled_once(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let breach = breach(&camp).await;
    let violation = camp.made("recordViolation", "violation", breach).await;
    let discipline = camp.place.person(Agency::Discipline, Role::Handler);
    let handle = |version: i32, day: &str| {
        let input = json!({ "violation": violation, "version": version, "handling": "批评教育", "on": day });
        call(
            &discipline,
            "handleViolation",
            "violation",
            "status handledOn handling",
            input,
        )
    };
    let early = nothing_changed(&house, handle(1, "2022-04-24")).await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    let answer = handle(1, "2022-05-10").await;
    let row = answer.data("/done/violation");
    assert_eq!(
        (&row["status"], &row["handledOn"]),
        (&json!("HANDLED"), &json!("2022-05-10"))
    );
    let again = nothing_changed(&house, handle(2, "2022-05-11")).await;
    again
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.violation");
}

/// It stands in the worklist of both that may handle it, and what they may do says so.
async fn is_owed_until_it_is_handled(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let breach = breach(&camp).await;
    let violation = camp.made("recordViolation", "violation", breach).await;
    let query = "{ worklist { recordType action state record { id } } violations { nodes { availableActions { action enabled blockedBy { gate } } } } }";
    for agency in [Agency::Office, Agency::Discipline] {
        let answer = camp.place.person(agency, Role::Handler).ask(query).await;
        let owed = json!([{ "recordType": "Violation", "action": "handleViolation", "state": "OPEN", "record": { "id": violation } }]);
        assert_eq!(*answer.data("/worklist"), owed);
        let action = json!({ "action": "handleViolation", "enabled": true, "blockedBy": [] });
        assert_eq!(
            *answer.data("/violations/nodes/0/availableActions/0"),
            action
        );
    }
    let audit = camp.place.person(Agency::Audit, Role::Admin);
    let nobody = audit.ask("{ worklist { recordType } }").await;
    assert_eq!(*nobody.data("/worklist"), json!([]));
    let input =
        json!({ "violation": violation, "version": 1, "handling": "批评教育", "on": "2022-05-10" });
    call(&camp.office, "handleViolation", "violation", "", input)
        .await
        .data("/done/violation");
    let answer = camp.office.ask(query).await;
    assert_eq!(*answer.data("/worklist"), json!([]));
    let action = json!({ "action": "handleViolation", "enabled": false, "blockedBy": [{ "gate": "WRONG_STATE" }] });
    assert_eq!(
        *answer.data("/violations/nodes/0/availableActions/0"),
        action
    );
}
