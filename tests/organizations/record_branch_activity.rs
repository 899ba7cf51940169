//! Recording what a Party branch held.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, created, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(is_held_by_a_branch, a_year_is_counted_by_kind, is_refused,);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let input = json!({ "code": "XM-BRANCH", "name": "第一党支部", "level": "CITY", "kind": "PARTY_BRANCH", "parent": scene.object(0) });
    let branch = created(&scene.office, "registerOrganization", "organization", input).await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "recordBranchActivity",
        noun: "partyBranchActivity",
        input: json!({ "organization": branch, "heldOn": "2022-07-01", "subject": "主题党日", "attendees": 12 }),
    }
}

async fn is_held_by_a_branch(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/partyBranchActivity/id");
    let it = look(
        &scene.office,
        "partyBranchActivity",
        &id,
        "subject attendees kind organization { kind }",
    )
    .await;
    assert_eq!(*it.data("/it/organization/kind"), json!("PARTY_BRANCH"));
    // Nobody said what kind of activity it was.
    assert_eq!(*it.data("/it/kind"), json!("OTHER"));
}

async fn a_year_is_counted_by_kind(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let branch = attempt.input["organization"].clone();
    for (kind, on, attendees) in [
        ("VOLUNTEER_SERVICE", "2022-03-05", Some(9)),
        ("INNER_PARTY_LIFE", "2022-07-01", Some(12)),
        ("VOLUNTEER_SERVICE", "2022-12-31", None),
        ("THEME_EDUCATION", "2021-12-31", Some(40)),
    ] {
        let input = json!({ "organization": branch, "kind": kind, "heldOn": on, "subject": "支部活动", "attendees": attendees });
        let noun = "partyBranchActivity";
        created(&scene.office, "recordBranchActivity", noun, input).await;
    }
    let query = "query($id: ID!, $year: Int!) { \
        partyBranchActivities(filter: { kind: { eq: VOLUNTEER_SERVICE } }) { totalCount } \
        organization(id: $id) { branchYear(year: $year) { activities { value unit } byKind { kind activities { value scope { dimension value } } } \
        attendances { value unit counting definition { code } } uncounted { value } } } }";
    let year = |year: i32| {
        let variables = json!({ "id": branch, "year": year });
        scene.office.graphql(query, variables)
    };
    let answer = year(2022).await;
    let listed = answer.data("/partyBranchActivities/totalCount");
    assert_eq!(*listed, json!(2));
    let of_it = answer.data("/organization/branchYear");
    let three = json!({ "value": "3", "unit": "ACTIVITY" });
    assert_eq!(of_it["activities"], three);
    let kinds = of_it["byKind"].as_array().expect("kinds");
    let counts: Vec<_> = kinds
        .iter()
        .map(|one| (&one["kind"], &one["activities"]["value"]))
        .collect();
    let (life, service) = (json!("INNER_PARTY_LIFE"), json!("VOLUNTEER_SERVICE"));
    let (one, two) = (json!("1"), json!("2"));
    assert_eq!(counts, [(&life, &one), (&service, &two)]);
    let part = json!({ "dimension": "BRANCH_ACTIVITY_KIND", "value": "INNER_PARTY_LIFE" });
    assert_eq!(kinds[0]["activities"]["scope"][2], part);
    let attendances = json!({ "value": "21", "unit": "PERSON_TIME", "counting": "AT_LEAST", "definition": { "code": "BRANCH_ATTENDANCES" } });
    assert_eq!(of_it["attendances"], attendances);
    assert_eq!(of_it["uncounted"]["value"], "1");
    let before = year(2021).await;
    let before = before.data("/organization/branchYear");
    assert_eq!(before["attendances"]["value"], "40");
    assert_eq!(before["attendances"]["counting"], "EXACT");
    let to_come = year(2999).await;
    to_come.refused("BAD_USER_INPUT").of_field("year");
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization"]).await;
        attempt.refuses_texts(&["subject"]).await;
        attempt.refuses_dates(&["heldOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("organization", json!(scene.object(1))).await;
        answer
            .refused("GATE")
            .of_field("input.organization")
            .by_gate("NOT_A_PARTY_BRANCH");
        let answer = attempt.with("attendees", json!(-1)).await;
        answer.refused("BAD_USER_INPUT").of_field("input.attendees");
        let answer = attempt.with("kind", json!("PICNIC")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.kind");
        let answer = attempt.with("heldOn", json!("2999-01-01")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.heldOn");
    })
    .await;
    attempt.works().await;
}
