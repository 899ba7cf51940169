//! For every noun: an outsider gets no row, no count, no id, no event.

use std::{collections::BTreeSet, sync::Arc};

use inspectorate::{
    access::policy::{self, Agency, Role},
    read::noun::NounDef,
    schema,
};
use serde_json::json;

use crate::support::{
    house::{House, Person},
    on_each_database,
    place::Place,
};

on_each_database!(outsiders_see_nothing);

/// Nouns whose rows belong to no place: everybody reads them, and nothing in them speaks of anybody.
const SHARED: [&str; 0] = [];

/// Everything of one noun that exists for the person.
async fn ids(person: &Person, noun: &NounDef) -> BTreeSet<String> {
    let plural = noun.plural;
    let query = format!(
        "query($after: String) {{ list: {plural}(first: 100, after: $after) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"
    );
    let mut found = BTreeSet::new();
    let mut after = json!(null);
    loop {
        let answer = person.graphql(&query, json!({ "after": after })).await;
        let nodes = answer.data("/list/nodes").as_array().cloned();
        for node in nodes.unwrap_or_default() {
            found.insert(node["id"].as_str().unwrap_or_default().to_owned());
        }
        if answer.data("/list/pageInfo/hasNextPage") != true {
            assert_eq!(
                *answer.data("/list/totalCount"),
                json!(found.len()),
                "{plural}"
            );
            return found;
        }
        after = answer.data("/list/pageInfo/endCursor").clone();
    }
}

async fn outsiders_see_nothing(house: Arc<House>) {
    let (here, there) = (
        Place::build(&house, "XM").await,
        Place::build(&house, "NJ").await,
    );
    for noun in schema::nouns().filter(|noun| !SHARED.contains(&noun.name)) {
        let readers = policy::grant(noun.reads).agencies;
        let mut own = BTreeSet::new();
        for agency in readers {
            own.extend(ids(&here.person(*agency, Role::Admin), noun).await);
        }
        for agency in readers {
            let outsider = there.person(*agency, Role::Admin);
            let seen = ids(&outsider, noun).await;
            let leaked: Vec<_> = seen.intersection(&own).collect();
            assert!(
                leaked.is_empty(),
                "{agency:?} sees {}: {leaked:?}",
                noun.name
            );
            look_up(&outsider, noun, &own).await;
        }
    }
}

/// Neither `node`, `nodes` nor the noun's own lookup gives a row by its id.
async fn look_up(outsider: &Person, noun: &NounDef, ids: &BTreeSet<String>) {
    for batch in ids.iter().collect::<Vec<_>>().chunks(100) {
        let answer = outsider
            .graphql(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
                json!({ "ids": batch }),
            )
            .await;
        let nodes = answer
            .data("/nodes")
            .as_array()
            .cloned()
            .unwrap_or_default();
        assert!(
            nodes.iter().all(serde_json::Value::is_null),
            "{}: {nodes:?}",
            noun.name
        );
    }
    if let Some(id) = ids.first() {
        let query = format!(
            "query($id: ID!) {{ node(id: $id) {{ id }} one: {}(id: $id) {{ id }} }}",
            noun.singular
        );
        let answer = outsider.graphql(&query, json!({ "id": id })).await;
        assert!(answer.data("/node").is_null() && answer.data("/one").is_null());
    }
}

/// Somebody whose body is not registered for the agency today is nobody.
#[test]
fn unregistered_bodies_are_refused() {
    crate::support::on(
        crate::support::database::Kind::Sqlite,
        |house: Arc<House>| async move {
            let place = Place::build(&house, "XM").await;
            let stranger = house.person(Agency::Audit, &place.objects[1].code, Role::Admin);
            let answer = stranger.ask("{ __typename }").await;
            assert_eq!(answer.status, 401);
            answer.refused("UNAUTHENTICATED");
        },
    );
}
