//! Proposing a schedule: what is due spreads over the rounds, every place is explained, and nothing is written.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    desk::act,
    scheduling::{PROPOSAL, Scheduling},
};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    keeps_blocks_together_and_explains,
    writes_nothing_and_repeats_itself,
    puts_priority_first,
    holds_the_interval_and_keeps_clear_of_others,
    never_exceeds_capacity_and_names_what_is_left,
    opens_rounds_that_are_not_open_yet,
);

async fn keeps_blocks_together_and_explains(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 8).await;
    let one = scheduling.block(1, 0..4).await;
    let two = scheduling.block(2, 4..8).await;
    let answer = scheduling.propose(&scheduling.request([2, 2])).await;
    let proposal = answer.data(PROPOSAL);
    assert_eq!(Scheduling::ordinals(proposal, &one), [Some(1); 4]);
    assert_eq!(Scheduling::ordinals(proposal, &two), [Some(2); 4]);
    assert_eq!(proposal["rounds"][1]["blocks"], json!(["板块2"]));
    assert_eq!(
        proposal["rounds"][1]["roundId"],
        json!(scheduling.rounds[1])
    );
    let last = &proposal["placements"][7]["reasons"];
    let rules: Vec<_> = last
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| &one["rule"])
        .collect();
    assert_eq!(
        rules,
        ["TOGETHER", "ROTATION", "SIMILAR_AND_NEAR", "CAPACITY"]
    );
    assert_eq!(last[0]["textZh"], "“板块2”待安排的 4 个对象集中在本轮。");
    let quality = &proposal["quality"];
    assert_eq!(
        (
            &quality["placed"],
            &quality["blocksDivided"],
            &quality["capacity"]
        ),
        (&json!(8), &json!(0), &json!(8))
    );
}

async fn writes_nothing_and_repeats_itself(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 5).await;
    scheduling.block(1, 0..5).await;
    let request = scheduling.request([1, 3]);
    let first = nothing_changed(&house, scheduling.propose(&request)).await;
    let again = scheduling.propose(&request).await;
    assert_eq!(first.data(PROPOSAL), again.data(PROPOSAL));
    let other = scheduling.propose(&scheduling.request([2, 3])).await;
    assert_ne!(
        first.data(PROPOSAL)["version"],
        other.data(PROPOSAL)["version"]
    );
}

async fn puts_priority_first(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 6).await;
    let objects = scheduling.block(1, 0..6).await;
    for (object, priority) in [(&objects[5], "FIRST"), (&objects[4], "HIGH")] {
        let input = json!({ "object": object, "version": 1, "priority": priority, "reason": "市委研究决定" });
        let office = &scheduling.desk.office;
        act(office, "setObjectPriority", "coverageObject { id }", input)
            .await
            .data("/setObjectPriority");
    }
    let answer = scheduling.propose(&scheduling.request([1, 2])).await;
    let of = Scheduling::ordinals(answer.data(PROPOSAL), &objects);
    assert_eq!((of[4], of[5]), (Some(1), Some(1)), "{of:?}");
}

async fn holds_the_interval_and_keeps_clear_of_others(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 4).await;
    let (year, office) = (scheduling.year, &scheduling.desk.office);
    let objects = scheduling.list(0..4, None).await;
    // A special inspection, which leaves the routine one due, ended eleven months before the first round.
    let record = json!({ "term": scheduling.term, "organization": scheduling.organization(0), "kind": "SPECIAL",
        "startedOn": format!("{}-03-01", year - 1), "endedOn": format!("{}-04-01", year - 1), "reportedOn": format!("{}-04-20", year - 1) });
    act(office, "recordCoverage", "coverageRecord { id }", record)
        .await
        .data("/recordCoverage");
    let fixed = json!({ "object": objects[2], "version": 1, "year": year + 1 });
    act(office, "scheduleObject", "coverageObject { id }", fixed)
        .await
        .data("/scheduleObject");
    let mut request = scheduling.request([2, 1]);
    request["minimumIntervalMonths"] = json!(12);
    request["engagements"] = json!([{ "organization": scheduling.organization(1), "startsOn": format!("{year}-05-20"),
        "endsOn": format!("{year}-06-20"), "agency": "审计局" }]);
    let answer = scheduling.propose(&request).await;
    let proposal = answer.data(PROPOSAL);
    assert_eq!(
        Scheduling::ordinals(proposal, &objects),
        [Some(2), Some(2), None, Some(1)]
    );
    assert_eq!(proposal["quality"]["intervalsBroken"], 0);
    let rules = |object: usize| {
        let placements = proposal["placements"].as_array().expect("a list");
        let placed = placements
            .iter()
            .find(|placed| placed["objectId"] == json!(objects[object]));
        placed
            .map(|placed| placed["reasons"].to_string())
            .unwrap_or_default()
    };
    assert!(rules(0).contains("MINIMUM_INTERVAL"), "{}", rules(0));
    assert!(rules(1).contains("审计局"), "{}", rules(1));
    assert_eq!(proposal["unplaced"][0]["objectId"], json!(objects[2]));
    assert_eq!(proposal["unplaced"][0]["clashes"][0]["rule"], "YEAR_FIXED");
}

async fn never_exceeds_capacity_and_names_what_is_left(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 7).await;
    let objects = scheduling.block(1, 0..7).await;
    let placed = json!({ "object": objects[0], "version": 1, "year": scheduling.year, "round": scheduling.rounds[0] });
    let office = &scheduling.desk.office;
    act(office, "scheduleObject", "coverageObject { id }", placed)
        .await
        .data("/scheduleObject");
    let answer = scheduling.propose(&scheduling.request([1, 1])).await;
    let proposal = answer.data(PROPOSAL);
    let filled = |round: usize, field: &str| proposal["rounds"][round][field].as_i64();
    assert_eq!(
        (filled(0, "taken"), filled(0, "placed"), filled(1, "placed")),
        (Some(1), Some(1), Some(2))
    );
    let unplaced = proposal["unplaced"].as_array().expect("a list");
    assert_eq!(unplaced.len(), 3);
    assert!(
        unplaced
            .iter()
            .all(|one| one["clashes"][0]["rule"] == "CAPACITY")
    );
    assert_eq!(
        Scheduling::ordinals(proposal, &objects)[0],
        None,
        "it is placed already"
    );
}

async fn opens_rounds_that_are_not_open_yet(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 2).await;
    scheduling.list(0..2, None).await;
    let year = scheduling.year + 2;
    let request = json!({ "rounds": [{ "startsOn": format!("{year}-03-01"), "endsOn": format!("{year}-04-30"), "teams": 1, "objectsPerTeam": 2 }] });
    let answer = scheduling.propose(&request).await;
    let round = &answer.data(PROPOSAL)["rounds"][0];
    assert_eq!(
        (&round["roundId"], &round["ordinal"], &round["year"]),
        (&Value::Null, &json!(3), &json!(year))
    );
}
