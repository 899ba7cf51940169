//! Looking for ties: posts held where the team goes, and the place of origin; each once, however often one looks.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::{
    camp::{Camp, call, id},
    declare_recusal::tied,
};
use crate::support::{contents::nothing_changed, house::House, on_each_database, place::Place};

on_each_database!(finds_posts_once, is_refused);

async fn finds_posts_once(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let (team, tie) = tied(&camp).await;
    let post = json!({ "organization": id(&camp.units[0]), "title": "示例科长", "function": "OTHER", "rankOrder": 3, "isHead": false, "isFullTime": true });
    let post = camp.made("createPost", "post", post).await;
    let held = json!({ "person": tie["person"], "post": post, "startsOn": "2015-01-01" });
    camp.made("appointToPost", "appointment", held).await;
    for _ in 0..2 {
        camp.made("detectRecusals", "team", json!({ "team": team }))
            .await;
        let found = camp
            .office
            .ask("{ recusals { totalCount nodes { tie origin status detail person { name } organization { name } } } }")
            .await;
        assert_eq!(found.data("/recusals/totalCount"), 1);
        let tie = found.data("/recusals/nodes/0");
        assert_eq!(
            (&tie["tie"], &tie["origin"], &tie["status"]),
            (&json!("POST"), &json!("DETECTED"), &json!("UNDECIDED"))
        );
        assert!(
            tie["detail"]
                .as_str()
                .is_some_and(|text| text.contains("示例甲县某局"))
        );
    }
    let blocked = camp.step(&camp.dispatcher, "approveTeam", &team).await;
    blocked.refused("GATE").by_gate("RECUSAL_STANDS");
}

/// Of a team that is dissolved, that is no team or another place's, and to agencies that may not.
async fn is_refused(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let (team, _) = tied(&camp).await;
    let no_team = json!({ "team": camp.round });
    let answer = camp.refused("detectRecusals", "team", no_team).await;
    answer.refused("NOT_FOUND").of_field("input.team");
    let good = json!({ "team": team });
    let elsewhere = Place::build(&house, "B").await;
    let stranger = elsewhere.person(Agency::Office, Role::Approver);
    let asked = call(&stranger, "detectRecusals", "team", "", good.clone());
    let answer = nothing_changed(&house, asked).await;
    answer.refused("NOT_FOUND").of_field("input.team");
    for agency in Agency::ALL.iter().copied() {
        let role = match agency {
            Agency::Office => Role::Viewer,
            _ => Role::Admin,
        };
        let person = camp.place.person(agency, role);
        let asked = call(&person, "detectRecusals", "team", "", good.clone());
        let answer = nothing_changed(&house, asked).await;
        answer.refused("FORBIDDEN");
    }
    let dissolved = camp.step(&camp.dispatcher, "dissolveTeam", &team).await;
    dissolved.data("/done/team");
    let answer = camp.refused("detectRecusals", "team", good).await;
    answer
        .refused("GATE")
        .by_gate("TEAM_DISSOLVED")
        .of_field("input.team");
}
