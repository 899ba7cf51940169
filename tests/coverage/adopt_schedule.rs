//! Adopting a schedule: all of it or nothing, as it was proposed, once.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::{
    desk::{act, refused},
    scheduling::{PROPOSAL, Scheduling},
};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    writes_every_placement_at_once,
    opens_its_rounds_and_follows_annual_plans,
    moves_what_its_round_left_out,
    refuses_what_has_changed_since,
    waits_for_the_approval_of_the_plan,
    is_for_the_office_and_the_leading_group,
);

const PLAN: &str = "coveragePlan { id objects(first: 50) { nodes { id version nextRound { year roundId ordinal } assignments { nodes { year reason supersededOn annualPlan { id } } } } } }";

async fn proposed(scheduling: &Scheduling, request: &Value) -> Value {
    let answer = scheduling.propose(request).await;
    let version = answer.data(PROPOSAL)["version"].clone();
    json!({ "plan": scheduling.plan, "proposal": version, "request": request })
}

async fn writes_every_placement_at_once(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 6).await;
    let objects = scheduling.block(1, 0..3).await;
    scheduling.block(2, 3..6).await;
    scheduling.approve().await;
    let mut input = proposed(&scheduling, &scheduling.request([2, 2])).await;
    input["clientMutationId"] = json!("adopt-1");
    let office = &scheduling.desk.office;
    let adopted = act(office, "adoptSchedule", PLAN, input.clone()).await;
    let nodes = adopted.data("/adoptSchedule/coveragePlan/objects/nodes");
    let nodes = nodes.as_array().expect("a list");
    assert_eq!(nodes.len(), 6);
    for node in nodes {
        let round = if objects.iter().any(|object| node["id"] == json!(object)) {
            0
        } else {
            1
        };
        assert_eq!(
            node["nextRound"]["roundId"],
            json!(scheduling.rounds[round])
        );
        assert_eq!(
            node["version"], 2,
            "whoever saw the object before has to look again"
        );
    }
    // One event, which stands in the history of every object.
    let query = "{ events(filter: { action: { eq: \"adoptSchedule\" } }) { totalCount } }";
    let mut listed = json!(0);
    for _ in 0..100 {
        listed = office.ask(query).await.data("/events/totalCount").clone();
        if listed != json!(0) {
            break;
        }
        // The list holds what is sealed, which takes a moment.
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(listed, 1);
    let query = format!(
        "{{ coverageObject(id: \"{}\") {{ history {{ nodes {{ action }} }} }} }}",
        objects[0]
    );
    let history = office.ask(&query).await;
    let history = history.data("/coverageObject/history/nodes").to_string();
    assert!(history.contains("adoptSchedule"), "{history}");
    // The same key again does nothing and answers the same.
    let again = nothing_changed(&house, act(office, "adoptSchedule", PLAN, input)).await;
    assert_eq!(
        again.data("/adoptSchedule/coveragePlan"),
        adopted.data("/adoptSchedule/coveragePlan")
    );
}

async fn opens_its_rounds_and_follows_annual_plans(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 3).await;
    scheduling.list(0..3, None).await;
    scheduling.desk.issue(&scheduling.plan).await;
    let year = scheduling.year + 1;
    let annual = json!({ "plan": scheduling.plan, "year": year, "name": "年度计划" });
    let desk = &scheduling.desk;
    let annual = desk
        .made(&desk.office, "draftAnnualPlan", "coveragePlan", annual)
        .await;
    let request = json!({ "rounds": [{ "startsOn": format!("{year}-03-01"), "endsOn": format!("{year}-04-30"), "teams": 2, "objectsPerTeam": 2 }] });
    let input = proposed(&scheduling, &request).await;
    let adopted = act(&desk.office, "adoptSchedule", PLAN, input).await;
    let nodes = adopted.data("/adoptSchedule/coveragePlan/objects/nodes");
    for node in nodes.as_array().expect("a list") {
        assert_eq!(
            (&node["nextRound"]["ordinal"], &node["nextRound"]["year"]),
            (&json!(3), &json!(year))
        );
        assert_eq!(
            node["assignments"]["nodes"][0]["annualPlan"]["id"],
            json!(annual)
        );
    }
}

async fn moves_what_its_round_left_out(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 1).await;
    let objects = scheduling.list(0..1, None).await;
    let (year, office) = (scheduling.year, &scheduling.desk.office);
    // A round of last year, in which it was placed and not inspected.
    let past = json!({ "term": scheduling.term, "ordinal": 9, "name": "第九轮", "year": year - 1, "startsOn": format!("{}-01-01", year - 1), "endsOn": format!("{}-01-01", year - 1) });
    let past = scheduling
        .desk
        .made(office, "openRound", "round", past)
        .await;
    let placed = json!({ "object": objects[0], "version": 1, "year": year - 1, "round": past });
    act(office, "scheduleObject", "coverageObject { id }", placed)
        .await
        .data("/scheduleObject");
    scheduling.approve().await;
    let request = scheduling.request([1, 1]);
    let answer = scheduling.propose(&request).await;
    assert_eq!(
        answer.data(PROPOSAL)["placements"][0]["reasons"][0]["rule"],
        "MISSED"
    );
    let mut input = proposed(&scheduling, &request).await;
    input["reason"] = json!("防汛救灾推迟");
    let adopted = act(office, "adoptSchedule", PLAN, input).await;
    let nodes = adopted
        .data("/adoptSchedule/coveragePlan/objects/nodes/0/assignments/nodes")
        .as_array()
        .cloned()
        .expect("a list");
    assert_eq!(nodes.len(), 2);
    let holds: Vec<_> = nodes
        .iter()
        .filter(|node| node["supersededOn"].is_null())
        .collect();
    assert_eq!(
        (holds.len(), &holds[0]["reason"]),
        (1, &json!("防汛救灾推迟"))
    );
}

async fn refuses_what_has_changed_since(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 4).await;
    let objects = scheduling.list(0..3, None).await;
    scheduling.approve().await;
    let office = &scheduling.desk.office;
    let request = scheduling.request([2, 2]);
    let input = proposed(&scheduling, &request).await;
    let fields = "coveragePlan { id }";
    // Another request than the one that was proposed to.
    let mut other = input.clone();
    other["request"] = scheduling.request([2, 3]);
    let answer = refused(&house, office, "adoptSchedule", fields, other).await;
    answer.refused("CONFLICT").of_field("input.proposal");
    // One more object since.
    scheduling.list(3..4, None).await;
    let answer = refused(&house, office, "adoptSchedule", fields, input).await;
    answer.refused("CONFLICT").of_field("input.proposal");
    // One object taken off the list since.
    let input = proposed(&scheduling, &request).await;
    let gone = json!({ "object": objects[0], "version": 1, "reason": "撤并" });
    act(
        office,
        "withdrawObject",
        fields.replace("coveragePlan", "coverageObject").as_str(),
        gone,
    )
    .await
    .data("/withdrawObject");
    let answer = refused(&house, office, "adoptSchedule", fields, input).await;
    answer.refused("CONFLICT").of_field("input.proposal");
    // Adopted, it cannot be adopted again under another key.
    let input = proposed(&scheduling, &request).await;
    act(office, "adoptSchedule", fields, input.clone())
        .await
        .data("/adoptSchedule");
    let answer = refused(&house, office, "adoptSchedule", fields, input).await;
    answer.refused("GATE").by_gate("NOTHING_TO_PLACE");
    // Whoever saw an object before the adoption does not overwrite it.
    let stale =
        json!({ "object": objects[1], "version": 1, "year": scheduling.year, "reason": "调整" });
    let answer = refused(
        &house,
        office,
        "scheduleObject",
        "coverageObject { id }",
        stale,
    )
    .await;
    answer.refused("CONFLICT").of_field("input.version");
}

async fn waits_for_the_approval_of_the_plan(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 1).await;
    scheduling.list(0..1, None).await;
    let input = proposed(&scheduling, &scheduling.request([1, 1])).await;
    let office = &scheduling.desk.office;
    let mut zero = input.clone();
    zero["request"] = scheduling.request([0, 0]);
    let answer = refused(&house, office, "adoptSchedule", "coveragePlan { id }", zero).await;
    answer
        .refused("GATE")
        .by_gate("NO_CAPACITY")
        .of_field("input.request.rounds");
    let answer = refused(
        &house,
        office,
        "adoptSchedule",
        "coveragePlan { id }",
        input,
    )
    .await;
    answer
        .refused("GATE")
        .by_gate("PLAN_NOT_APPROVED")
        .of_field("input.plan");
}

async fn is_for_the_office_and_the_leading_group(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 1).await;
    scheduling.list(0..1, None).await;
    let input = proposed(&scheduling, &scheduling.request([1, 1])).await;
    let those = [Agency::Office, Agency::LeadingGroup];
    scheduling
        .desk
        .only(&those, "adoptSchedule", "coveragePlan { id }", input)
        .await;
}
