//! Moving an organization in the tree.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, call, created, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    takes_everything_below_along,
    of_two_moves_that_make_a_cycle_one_wins,
    is_refused
);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "moveOrganization",
        noun: "organization",
        input: json!({ "organization": scene.object(0), "version": 1, "parent": scene.object(1) }),
    }
}

async fn takes_everything_below_along(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/organization/id");
    assert_eq!(id, scene.object(0));
    let input = json!({
        "code": "XM-LEAF", "name": "末级单位", "level": "TOWNSHIP", "kind": "TOWNSHIP", "parent": id,
    });
    let leaf = created(&scene.office, "registerOrganization", "organization", input).await;
    let input = json!({ "organization": id, "version": 2, "parent": scene.object(2) });
    call(&scene.office, "moveOrganization", "organization", "", input)
        .await
        .data("/done");
    let it = look(
        &scene.office,
        "organization",
        &leaf,
        "parent { id parent { id parent { id } } }",
    )
    .await;
    assert_eq!(*it.data("/it/parent/id"), json!(id));
    assert_eq!(*it.data("/it/parent/parent/id"), json!(scene.object(2)));
    assert_eq!(
        *it.data("/it/parent/parent/parent/id"),
        json!(scene.dispatcher())
    );
    // The body that it now stands under, and nobody else's, sees the leaf.
    let input = json!({ "organization": scene.object(0), "agency": "OBJECT", "authority": scene.object(0), "startsOn": "2020-01-01" });
    call(
        &scene.office,
        "registerAgency",
        "agencyRegistration",
        "",
        input,
    )
    .await;
    let input = json!({ "organization": scene.object(2), "version": 1, "parent": leaf });
    let cycle = call(&scene.office, "moveOrganization", "organization", "", input).await;
    cycle
        .refused("GATE")
        .of_field("input.parent")
        .by_gate("CYCLE_IN_TREE");
}

/// Each moves under the other at the same time: one does, and the other is told why it cannot.
async fn of_two_moves_that_make_a_cycle_one_wins(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let mut versions = [1, 1];
    for _ in 0..4 {
        let moves = [(0, 1), (1, 0)].map(|(own, other)| {
            let input = json!({ "organization": scene.object(own), "version": versions[own], "parent": scene.object(other) });
            call(&scene.office, "moveOrganization", "organization", "", input)
        });
        let [first, second] = moves;
        let (first, second) = futures::join!(first, second);
        let answers = [first, second];
        let (mut won, mut lost) = (Vec::new(), 0);
        for (own, answer) in answers.iter().enumerate() {
            if answer.body.get("errors").is_none() {
                won.push(own);
            } else {
                answer.refused("GATE").by_gate("CYCLE_IN_TREE");
                lost += 1;
            }
        }
        assert_eq!((won.len(), lost), (1, 1), "{answers:#?}");
        // Back to where both stood side by side.
        let own = won[0];
        let input = json!({ "organization": scene.object(own), "version": versions[own] + 1, "parent": scene.dispatcher() });
        call(&scene.office, "moveOrganization", "organization", "", input)
            .await
            .data("/done/organization/id");
        versions[own] += 2;
    }
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization", "parent"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt.with("parent", json!(scene.object(0))).await;
        answer
            .refused("GATE")
            .of_field("input.parent")
            .by_gate("CYCLE_IN_TREE");
    })
    .await;
    attempt.works().await;
}
