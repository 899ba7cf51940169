//! Signing undertakings: each once for a seat that holds, by the office or the team itself.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::camp::{Camp, call};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(is_signed_once_for_a_seat, is_for_office_and_team);

async fn is_signed_once_for_a_seat(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let team = camp.team(1, "REGULAR").await;
    let seat = camp
        .seat(&team, "示例组长", "LEADER", &camp.place.objects[0])
        .await;
    let sign = |kind: &str| json!({ "teamMember": seat, "kind": kind, "on": "2022-04-01" });
    let answer = call(
        &camp.office,
        "signUndertaking",
        "undertaking",
        "kind signedOn person { name } team { name }",
        sign("FOUR_MUST_NOTS"),
    )
    .await;
    let row = answer.data("/done/undertaking");
    assert_eq!(row["person"]["name"], "示例组长");
    assert_eq!(row["team"]["name"], "第1组");
    let again = camp
        .refused("signUndertaking", "undertaking", sign("FOUR_MUST_NOTS"))
        .await;
    again.refused("CONFLICT").of_field("input.kind");
    let end =
        json!({ "teamMember": seat, "version": 1, "endsOn": "2022-05-01", "reason": "工作需要" });
    camp.made("endTeamMembership", "teamMember", end).await;
    let late = camp
        .refused("signUndertaking", "undertaking", sign("ALCOHOL_BAN"))
        .await;
    late.refused("GATE")
        .by_gate("ALREADY_ENDED")
        .of_field("input.teamMember");
    let query = "{ teamMembers { nodes { undertakings { nodes { kind } } } } }";
    let answer = camp.office.ask(query).await;
    assert_eq!(
        *answer.data("/teamMembers/nodes/0/undertakings/nodes"),
        json!([{ "kind": "FOUR_MUST_NOTS" }])
    );
}

async fn is_for_office_and_team(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let body = camp.place.person(Agency::Team, Role::Handler);
    let me = body.ask("{ me { organizationId } }").await;
    let mut seats = Vec::new();
    for ordinal in [1, 2] {
        let mut input = camp.proposal(ordinal, "REGULAR");
        if ordinal == 1 {
            input["body"] = json!(me.text_at("/me/organizationId"));
        }
        let team = camp.made("proposeTeam", "team", input).await;
        let name = format!("示例组长{ordinal}");
        let source = &camp.place.objects[0];
        seats.push(camp.seat(&team, &name, "LEADER", source).await);
    }
    let sign =
        |seat: &String| json!({ "teamMember": seat, "kind": "ALCOHOL_BAN", "on": "2022-04-01" });
    let own = call(&body, "signUndertaking", "undertaking", "", sign(&seats[0])).await;
    own.data("/done/undertaking");
    let others = nothing_changed(
        &house,
        call(&body, "signUndertaking", "undertaking", "", sign(&seats[1])),
    )
    .await;
    others.refused("NOT_FOUND").of_field("input.teamMember");
    let keeper = camp.place.person(Agency::Organization, Role::Admin);
    let refused = nothing_changed(
        &house,
        call(
            &keeper,
            "signUndertaking",
            "undertaking",
            "",
            sign(&seats[1]),
        ),
    )
    .await;
    refused.refused("FORBIDDEN");
}
