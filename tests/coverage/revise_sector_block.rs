//! Renaming a sector block and moving it in the rotation.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(changes_places, is_refused, is_for_the_office);

async fn changes_places(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let schools = desk.block(&plan, "教育系统", 1).await;
    desk.block(&plan, "卫生健康系统", 2).await;
    let input = json!({ "block": schools, "version": 1, "name": "教育科技系统", "sequence": 2 });
    let fields =
        "sectorBlock { name sequence version plan { blocks { nodes { name sequence } } } }";
    let answer = act(&desk.office, "reviseSectorBlock", fields, input).await;
    let expected = json!({
        "name": "教育科技系统", "sequence": 2, "version": 2,
        "plan": { "blocks": { "nodes": [
            { "name": "卫生健康系统", "sequence": 1 },
            { "name": "教育科技系统", "sequence": 2 },
        ] } },
    });
    assert_eq!(*answer.data("/reviseSectorBlock/sectorBlock"), expected);
    let input = json!({ "block": schools, "version": 2, "sequence": 9 });
    let answer = act(&desk.office, "reviseSectorBlock", fields, input).await;
    assert_eq!(answer.data("/reviseSectorBlock/sectorBlock/sequence"), 9);
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let schools = desk.block(&plan, "教育系统", 1).await;
    desk.block(&plan, "卫生健康系统", 2).await;
    for (input, code, field) in [
        (
            json!({ "block": schools, "version": 1, "name": "卫生健康系统" }),
            "CONFLICT",
            "input.name",
        ),
        (
            json!({ "block": schools, "version": 1, "sequence": 0 }),
            "BAD_USER_INPUT",
            "input.sequence",
        ),
        (
            json!({ "block": schools, "version": 4, "sequence": 3 }),
            "CONFLICT",
            "input.version",
        ),
    ] {
        let fields = "sectorBlock { id }";
        let answer = refused(&house, &desk.office, "reviseSectorBlock", fields, input).await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_the_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let block = desk.block(&plan, "教育系统", 1).await;
    desk.only(
        &[Agency::Office],
        "reviseSectorBlock",
        "sectorBlock { id }",
        json!({ "block": block, "version": 1, "sequence": 3 }),
    )
    .await;
}
