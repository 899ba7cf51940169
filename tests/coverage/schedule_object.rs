//! Placing an object: in a year and round of its plan; a move supersedes and says why.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    places_and_moves,
    refuses_foreign_rounds_and_years,
    is_for_the_office,
);

async fn places_and_moves(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let round = desk.made(&desk.office, "openRound", "round", json!({ "term": term, "ordinal": 1, "name": "第一轮", "year": 2023, "startsOn": "2023-03-01", "endsOn": "2023-05-31" })).await;
    let fields = "coverageObject { standing nextRound { year roundId ordinal startsOn } assignments { nodes { year reason supersededOn } } version }";
    let input = json!({ "object": object, "version": 1, "year": 2023, "round": round });
    let placed = act(&desk.office, "scheduleObject", fields, input).await;
    let made = placed.data("/scheduleObject/coverageObject");
    assert_eq!(made["standing"], "PLANNED");
    assert_eq!(
        made["nextRound"],
        json!({ "year": 2023, "roundId": round, "ordinal": 1, "startsOn": "2023-03-01" })
    );
    let bare = json!({ "object": object, "version": 2, "year": 2024 });
    let silent = refused(
        &house,
        &desk.office,
        "scheduleObject",
        "coverageObject { id }",
        bare,
    )
    .await;
    silent.refused("BAD_USER_INPUT").of_field("input.reason");
    let moved =
        json!({ "object": object, "version": 2, "year": 2024, "reason": "与省委巡视时间冲突" });
    let answer = act(&desk.office, "scheduleObject", fields, moved).await;
    let made = answer.data("/scheduleObject/coverageObject");
    assert_eq!(made["nextRound"]["year"], 2024);
    let nodes = made["assignments"]["nodes"].as_array().expect("a list");
    assert_eq!(nodes.len(), 2);
    assert_eq!(
        nodes
            .iter()
            .filter(|node| node["supersededOn"].is_null())
            .count(),
        1
    );
}

async fn refuses_foreign_rounds_and_years(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let round = desk.made(&desk.office, "openRound", "round", json!({ "term": term, "ordinal": 1, "name": "第一轮", "year": 2023, "startsOn": "2023-03-01", "endsOn": "2023-05-31" })).await;
    let place = |version: i32, year: i32, round: Option<&str>| json!({ "object": object, "version": version, "year": year, "round": round });
    for (input, code, field) in [
        (place(1, 2027, None), "GATE", "input.year"),
        (place(1, 2024, Some(&round)), "GATE", "input.round"),
        (place(9, 2023, None), "CONFLICT", "input.version"),
        (
            json!({ "object": object, "version": 1, "year": 2023, "annualPlan": plan }),
            "GATE",
            "input.annualPlan",
        ),
    ] {
        let answer = refused(
            &house,
            &desk.office,
            "scheduleObject",
            "coverageObject { id }",
            input,
        )
        .await;
        answer.refused(code).of_field(field);
    }
    act(
        &desk.office,
        "withdrawObject",
        "coverageObject { id }",
        json!({ "object": object, "version": 1, "reason": "撤并" }),
    )
    .await
    .data("/withdrawObject");
    let gone = refused(
        &house,
        &desk.office,
        "scheduleObject",
        "coverageObject { id }",
        place(2, 2023, None),
    )
    .await;
    gone.refused("GATE").by_gate("OBJECT_WITHDRAWN");
}

async fn is_for_the_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    desk.only(
        &[Agency::Office],
        "scheduleObject",
        "coverageObject { id }",
        json!({ "object": object, "version": 1, "year": 2023 }),
    )
    .await;
}
