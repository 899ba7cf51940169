//! Renaming an organization.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(keeps_the_old_name, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "renameOrganization",
        noun: "organization",
        input: json!({ "organization": scene.object(0), "version": 1, "name": "厦门市更名后单位", "shortName": "更名后", "renamedOn": "2022-05-01" }),
    }
}

async fn keeps_the_old_name(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/organization/id");
    let it = look(&scene.office, "organization", &id, "name before: nameOn(day: \"2022-04-30\") after: nameOn(day: \"2022-05-01\") formerNames { nodes { name endsOn } }").await;
    assert_eq!(*it.data("/it/name"), json!("厦门市更名后单位"));
    let old = &scene.place.objects[0].name;
    assert_eq!(*it.data("/it/before"), json!(old));
    assert_eq!(*it.data("/it/after"), json!("厦门市更名后单位"));
    assert_eq!(
        *it.data("/it/formerNames/nodes/0/endsOn"),
        json!("2022-04-30")
    );
    for typed in [old.as_str(), "更名后单位", "xmsgmh", "ＸＭＳＧＭＨ"] {
        let query = "query($typed: String!) { organizations(filter: { search: { contains: $typed } }) { nodes { id } } }";
        let found = scene.office.graphql(query, json!({ "typed": typed })).await;
        assert_eq!(
            *found.data("/organizations/nodes"),
            json!([{ "id": id }]),
            "{typed}"
        );
    }
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization"]).await;
        attempt.refuses_texts(&["name", "shortName"]).await;
        attempt.refuses_dates(&["renamedOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt.with("renamedOn", json!("2999-01-01")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.renamedOn");
    })
    .await;
    attempt.works().await;
}
