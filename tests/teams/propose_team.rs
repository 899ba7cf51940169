//! Proposing a team: its days lie in the window of its round, and only a detachment stands under another.

use std::sync::Arc;

use serde_json::json;

use super::camp::{Camp, call};
use crate::support::{house::House, on_each_database};

on_each_database!(
    proposes_a_team,
    refuses_what_does_not_fit,
    keeps_to_detachments
);

async fn proposes_a_team(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let select = "form status ordinal startsOn endsOn round { ordinal teams { totalCount } }";
    let input = camp.proposal(1, "CROSS");
    let answer = call(&camp.office, "proposeTeam", "team", select, input).await;
    let team = answer.data("/done/team");
    assert_eq!(
        (&team["form"], &team["status"]),
        (&json!("CROSS"), &json!("PROPOSED"))
    );
    assert_eq!(team["round"]["teams"]["totalCount"], 1);
    let standing =
        json!({ "ordinal": 1, "name": "回头看组", "form": "LOOK_BACK", "startsOn": "2022-01-01" });
    let select = "endsOn round { id }";
    let answer = call(&camp.office, "proposeTeam", "team", select, standing).await;
    assert!(answer.data("/done/team/endsOn").is_null());
    let counts = "{ all: teams { totalCount } of: teams(filter: { round: { term: { ordinal: { eq: 8 } } } }) { totalCount } }";
    let counts = camp.office.ask(counts).await;
    assert_eq!(
        (
            counts.data("/all/totalCount"),
            counts.data("/of/totalCount")
        ),
        (&json!(2), &json!(1)),
        "the standing team is of no round and so of no term"
    );
}

async fn refuses_what_does_not_fit(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    camp.team(1, "REGULAR").await;
    let good = camp.proposal(2, "REGULAR");
    for (field, value, code, gate) in [
        ("ordinal", json!(1), "CONFLICT", None),
        ("ordinal", json!(0), "BAD_USER_INPUT", None),
        (
            "startsOn",
            json!("2022-03-31"),
            "GATE",
            Some("OUTSIDE_ROUND_WINDOW"),
        ),
        (
            "endsOn",
            json!("2022-07-01"),
            "GATE",
            Some("OUTSIDE_ROUND_WINDOW"),
        ),
        ("endsOn", json!(null), "GATE", Some("OUTSIDE_ROUND_WINDOW")),
        ("endsOn", json!("2022-04-01"), "BAD_USER_INPUT", None),
        ("form", json!("SOMEHOW"), "BAD_USER_INPUT", None),
        ("name", json!(" "), "BAD_USER_INPUT", None),
    ] {
        let mut input = good.clone();
        input[field] = value;
        let answer = camp.refused("proposeTeam", "team", input).await;
        if field == "form" && answer.body["errors"][0]["extensions"]["field"].is_null() {
            continue;
        }
        let refusal = answer.refused(code).of_field(&format!("input.{field}"));
        if let Some(gate) = gate {
            refusal.by_gate(gate);
        }
    }
}

async fn keeps_to_detachments(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let whole = camp.team(1, "REGULAR").await;
    let alone = camp
        .refused("proposeTeam", "team", camp.proposal(2, "DETACHMENT"))
        .await;
    alone
        .refused("GATE")
        .by_gate("NOT_A_DETACHMENT")
        .of_field("input.parent");
    let mut input = camp.proposal(1, "DETACHMENT");
    input["parent"] = json!(whole);
    let part = camp.made("proposeTeam", "team", input.clone()).await;
    input["parent"] = json!(part);
    camp.refused("proposeTeam", "team", input)
        .await
        .refused("GATE")
        .by_gate("NOT_A_DETACHMENT");
}
