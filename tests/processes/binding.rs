//! Rounds and inspections keep what was in force when they were approved.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    blocks::code_list,
    graphql::node_id,
};
use serde_json::{Value, json};

use super::shop::publish;
use crate::{
    coverage::desk::{Desk, act},
    inspections::camp::Camp,
    support::{
        house::{House, Person},
        on_each_database,
        place::Place,
    },
};

on_each_database!(
    a_round_keeps_its_process_and_rules,
    villages_bind_the_guidance_plan_of_the_city,
    an_inspection_has_the_focus_of_its_object,
);

/// A rule document of the place in force from a day on that governs a process.
async fn rule(place: &Place, title: &str, governs: &str, from: &str) -> String {
    let keeper = place.person(Agency::Office, Role::Admin);
    let entry = code_list::shipped::entry_id("GOVERNED_PROCESS", governs, 1);
    let input = json!({
        "dispatcher": node_id::encode("Organization", place.dispatcher.id), "title": title, "issuer": "某市委", "issuingAgency": "DISPATCHER",
        "kind": "OWN", "governs": node_id::encode("CodeListEntry", entry), "causeKind": "FINDING", "cause": "巡察发现的问题",
    });
    let answer = act(&keeper, "registerRule", "ruleDocument { id }", input).await;
    let rule = answer.text_at("/registerRule/ruleDocument/id");
    let input = json!({ "rule": rule, "version": 1, "issuedOn": from });
    act(&keeper, "establishRule", "ruleDocument { id }", input)
        .await
        .data("/establishRule");
    rule
}

/// The titles and editions of the rules, and the keys and editions of the checklists, that bind a record.
async fn bound(person: &Person, noun: &str, id: &str, rules: bool) -> (Value, Value) {
    let rules = if rules {
        "rules(first: 50) { nodes { title edition } }"
    } else {
        ""
    };
    let query = format!(
        "{{ it: {noun}(id: \"{id}\") {{ {rules} checklists(first: 50) {{ nodes {{ key edition dispatcher {{ code }} }} }} }} }}"
    );
    let answer = person.ask(&query).await;
    let it = answer.data("/it");
    (
        it["rules"]["nodes"].clone(),
        it["checklists"]["nodes"].clone(),
    )
}

fn keys(lists: &Value) -> Vec<(&str, i64)> {
    let lists = lists.as_array().expect("a list");
    let mut keys: Vec<_> = lists
        .iter()
        .map(|list| {
            (
                list["key"].as_str().unwrap_or_default(),
                list["edition"].as_i64().unwrap_or_default(),
            )
        })
        .collect();
    keys.sort_unstable();
    keys
}

async fn a_round_keeps_its_process_and_rules(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let place = &camp.desk.place;
    let edition = |more: Value| publish(place, "INSPECTION_PROCESS", "PROCESS", &["ENTERED"], more);
    edition(json!({})).await.data("/publishChecklist");
    let linkage = rule(place, "上下联动办法", "LINKAGE", "2022-01-15").await;
    rule(place, "整改办法", "RECTIFICATION", "2022-05-01").await;
    let first = camp.propose(json!({})).await;
    let second = camp
        .propose(json!({ "organization": camp.desk.organization(1) }))
        .await;
    camp.approve_round().await;
    let (rules, lists) = bound(&camp.desk.office, "round", &camp.round, true).await;
    assert_eq!(rules, json!([{ "title": "上下联动办法", "edition": 1 }]));
    assert_eq!(
        keys(&lists),
        [("HEAD_SYSTEMS", 1), ("INSPECTION_PROCESS", 1)]
    );
    let own = lists.as_array().unwrap().iter();
    let own = own.clone().find(|list| list["key"] == "INSPECTION_PROCESS");
    assert_eq!(own.unwrap()["dispatcher"]["code"], "A");
    camp.carry(&first, "approveInspection").await;
    // A later edition and a new wording leave the round as it is, and what is approved in it too.
    edition(json!({ "replacesEdition": 1, "validFrom": "2022-03-10" }))
        .await
        .data("/publishChecklist");
    let revise = json!({ "rule": linkage, "version": 2, "title": "上下联动办法", "issuedOn": "2022-03-10", "reason": "完善" });
    let keeper = place.person(Agency::Office, Role::Admin);
    act(&keeper, "reviseRule", "ruleDocument { id }", revise)
        .await
        .data("/reviseRule");
    camp.step("approveInspection", &second, "2022-03-15")
        .await
        .data("/approveInspection");
    let expected = [("HEAD_SYSTEMS", 1), ("INSPECTION_PROCESS", 1)];
    for inspection in [&first, &second] {
        let (_, lists) = bound(&camp.desk.office, "inspection", inspection, false).await;
        assert_eq!(keys(&lists), expected);
    }
    let (rules, _) = bound(&camp.desk.office, "round", &camp.round, true).await;
    assert_eq!(rules, json!([{ "title": "上下联动办法", "edition": 1 }]));
    // What runs outside of the round is carried out by the new edition.
    let mobile =
        json!({ "organization": camp.desk.organization(2), "kind": "MOBILE", "round": null });
    let mobile = camp.propose(mobile).await;
    camp.step("approveInspection", &mobile, "2022-03-15")
        .await
        .data("/approveInspection");
    let (_, lists) = bound(&camp.desk.office, "inspection", &mobile, false).await;
    assert_eq!(
        keys(&lists),
        [("HEAD_SYSTEMS", 1), ("INSPECTION_PROCESS", 2)]
    );
}

async fn villages_bind_the_guidance_plan_of_the_city(house: Arc<House>) {
    let city = Desk::open(&house).await;
    let title = "开展对村（社区）党组织巡察工作指导方案";
    let plan = rule(&city.place, title, "VILLAGE_INSPECTION", "2022-01-15").await;
    let more = json!({ "objectType": "VILLAGE_OR_COMMUNITY", "rule": plan });
    publish(&city.place, "VILLAGE_FOCUS", "FOCUS", &["GRASSROOTS"], more)
        .await
        .data("/publishChecklist");
    let county = city.county(&house).await;
    let (term, plan) = county.plan().await;
    for (number, kind) in [(0, "VILLAGE_OR_COMMUNITY"), (1, "SCHOOL")] {
        let input = json!({ "plan": plan, "object": { "organization": county.organization(number), "objectType": kind, "listedOn": "2022-01-10" } });
        act(&county.office, "listObject", "coverageObject { id }", input)
            .await
            .data("/listObject");
    }
    county.issue(&plan).await;
    // A round with a village is bound to the plan of the city and its focus template, one with a school to neither.
    for (number, ordinal, villages) in [(0, 1, true), (1, 2, false)] {
        let round = county.round(&term, ordinal).await;
        let input = json!({
            "organization": county.organization(number), "kind": "ROUTINE", "round": round, "startsOn": "2022-04-01",
            "endsOn": "2022-05-31", "on": "2022-03-01",
        });
        act(
            &county.office,
            "proposeInspection",
            "inspection { id }",
            input,
        )
        .await
        .data("/proposeInspection");
        let input = json!({ "round": round, "version": 1, "on": "2022-03-02" });
        act(&county.dispatcher, "approveRound", "round { id }", input)
            .await
            .data("/approveRound");
        let (rules, lists) = bound(&county.office, "round", &round, true).await;
        let titles = rules.as_array().expect("a list").iter();
        let named = titles.clone().any(|rule| rule["title"] == title);
        assert_eq!(named, villages, "{rules}");
        let focus = keys(&lists).contains(&("VILLAGE_FOCUS", 1));
        assert_eq!(focus, villages, "{lists}");
    }
}

async fn an_inspection_has_the_focus_of_its_object(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let place = &camp.desk.place;
    let more = json!({ "objectType": "SCHOOL" });
    publish(place, "CAMPUS", "FOCUS", &["FUNDS"], more)
        .await
        .data("/publishChecklist");
    let input =
        json!({ "term": camp.term(), "fromYear": 2022, "toYear": 2026, "name": "五年规划" });
    let office = &camp.desk.office;
    let plan = camp
        .desk
        .made(office, "draftFiveYearPlan", "coveragePlan", input)
        .await;
    camp.desk.object(&plan, 0).await;
    let school = camp.propose(json!({})).await;
    let other = camp
        .propose(json!({ "organization": camp.desk.organization(1) }))
        .await;
    camp.approve_round().await;
    // The shipped process has the rectification in it from the start.
    let milestones = format!(
        "{{ round(id: \"{}\") {{ checklists {{ nodes {{ key items(filter: {{ code: {{ in: [\"PLAN_MADE\", \"WRITTEN_OFF\"] }} }}) {{ totalCount }} }} }} }} }}",
        camp.round
    );
    let answer = office.ask(&milestones).await;
    let lists = answer.data("/round/checklists/nodes").as_array().unwrap();
    let process = lists
        .iter()
        .find(|list| list["key"] == "INSPECTION_PROCESS");
    assert_eq!(process.unwrap()["items"]["totalCount"], 2);
    for (inspection, expected) in [(&school, true), (&other, false)] {
        camp.carry(inspection, "approveInspection").await;
        let (_, lists) = bound(office, "inspection", inspection, false).await;
        assert_eq!(keys(&lists).contains(&("CAMPUS", 1)), expected);
    }
}
