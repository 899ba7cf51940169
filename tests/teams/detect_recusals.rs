//! Looking for ties: posts held where the team goes, and the place of origin; each once, however often one looks.

use std::sync::Arc;

use serde_json::json;

use super::{
    camp::{Camp, id},
    declare_recusal::tied,
};
use crate::support::{house::House, on_each_database};

on_each_database!(finds_posts_once);

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
