//! The history of a record as a person reads it: old → new, with the words for coded values and the names of records.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    organizations::scene::{Scene, call, created},
    support::{house::House, on_each_database, place::NewOrganization},
};

on_each_database!(
    says_what_changed_in_both_languages,
    names_no_record_that_is_hidden
);

const CHANGES: &str = "action actionLabel actionLabelZh changes { field fieldLabel fieldLabelZh old oldLabel oldLabelZh new newLabel newLabelZh }";

async fn history(person: &crate::support::house::Person, noun: &str, id: &str) -> Vec<Value> {
    let query =
        format!("query($id: ID!) {{ {noun}(id: $id) {{ history {{ nodes {{ {CHANGES} }} }} }} }}");
    let answer = person.graphql(&query, json!({ "id": id })).await;
    let nodes = answer.data(&format!("/{noun}/history/nodes"));
    nodes.as_array().unwrap().clone()
}

fn change<'a>(event: &'a Value, field: &str) -> &'a Value {
    let changes = event["changes"].as_array().unwrap();
    let found = changes.iter().find(|change| change["field"] == field);
    found.unwrap_or_else(|| panic!("{field} among {event:#}"))
}

async fn says_what_changed_in_both_languages(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let (first, second) = (
        scene.person("P-1", "化名甲").await,
        scene.person("P-2", "化名乙").await,
    );
    let input = json!({ "dispatcher": scene.dispatcher(), "person": first, "kind": "SUPERVISE", "actedOn": "2022-03-01", "matter": "督办" });
    let action = created(&scene.office, "recordLeaderAction", "leaderAction", input).await;
    let input = json!({ "leaderAction": action, "version": 1, "kind": "INQUIRE", "person": second, "actedOn": "2022-03-02" });
    call(
        &scene.office,
        "correctLeaderAction",
        "leaderAction",
        "",
        input,
    )
    .await
    .data("/done");
    let events = history(&scene.office, "leaderAction", &action).await;
    let [recorded, corrected] = &events[..] else {
        panic!("two events: {events:#?}")
    };
    assert_eq!(recorded["action"], "recordLeaderAction");
    assert_eq!(recorded["actionLabel"], "Record leader action");
    assert_eq!(recorded["actionLabelZh"], "四个亲自");
    assert_eq!(change(recorded, "kind")["old"], Value::Null);
    assert_eq!(change(recorded, "kind")["oldLabel"], Value::Null);
    assert_eq!(change(recorded, "kind")["newLabelZh"], "亲自督办");
    assert_eq!(
        change(corrected, "kind"),
        &json!({
            "field": "kind", "fieldLabel": "Kind", "fieldLabelZh": "种类",
            "old": "SUPERVISE", "oldLabel": "Supervise", "oldLabelZh": "亲自督办",
            "new": "INQUIRE", "newLabel": "Inquire", "newLabelZh": "亲自过问",
        })
    );
    let person = change(corrected, "person");
    assert_eq!(
        (&person["old"], &person["new"]),
        (&json!(first), &json!(second))
    );
    assert_eq!(
        (&person["oldLabel"], &person["newLabelZh"]),
        (&json!("化名甲"), &json!("化名乙"))
    );
    let day = change(corrected, "actedOn");
    assert_eq!(
        (&day["fieldLabel"], &day["newLabel"]),
        (&json!("Acted on"), &json!("2022-03-02"))
    );
    let listed = corrected["changes"].as_array().unwrap();
    assert_eq!(listed.len(), 3, "only what changed: {listed:#?}");
}

/// Who sees the record that changed but not the record that it names gets neither its name nor its id.
async fn names_no_record_that_is_hidden(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let hidden = NewOrganization::new("XM-HIDDEN", "上级专项机构")
        .under(&scene.place.dispatcher)
        .insert(&house)
        .await;
    let hidden = crate::organizations::scene::id(&hidden);
    let object = scene.object(0);
    let input = json!({ "organization": object, "related": hidden, "kind": "ATTACHED_TO", "approvedBy": "编办", "startsOn": "2017-06-01" });
    let relation = created(
        &scene.office,
        "relateOrganizations",
        "organizationRelation",
        input,
    )
    .await;
    let own = history(&scene.office, "organizationRelation", &relation).await;
    assert_eq!(change(&own[0], "related")["newLabel"], "上级专项机构");
    let inspected = scene.place.person(Agency::Object, Role::Viewer);
    let seen = history(&inspected, "organizationRelation", &relation).await;
    let related = change(&seen[0], "related");
    assert_eq!(
        (&related["new"], &related["newLabel"]),
        (&Value::Null, &Value::Null)
    );
    assert!(!json!(seen).to_string().contains(&hidden), "{seen:#?}");
}
