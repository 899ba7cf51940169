//! For every noun: an outsider gets no row, no count, no id, no event.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use inspectorate::{
    access::policy::{self, Agency, Role},
    read::noun::NounDef,
    schema,
};
use serde_json::json;

use crate::read_path::rows;
use crate::support::{
    house::{House, Person},
    on_each_database,
    place::Place,
};

on_each_database!(outsiders_see_nothing);

/// Nouns whose rows belong to no place: everybody reads them, and nothing in them speaks of anybody.
const SHARED: [&str; 0] = [];

/// What exists of some nouns for the person, by noun: ids as far as the first page shows them, and how many there are in all.
async fn seen(person: &Person, nouns: &[&'static NounDef]) -> BTreeMap<&'static str, Seen> {
    let mut found = BTreeMap::new();
    // Several lists at once, as many as the service's limits let through.
    for few in nouns.chunks(10) {
        let lists = few.iter().map(|noun| {
            format!(
                "{}(first: 100) {{ totalCount nodes {{ id }} }}",
                noun.plural
            )
        });
        let query = format!("{{ {} }}", lists.collect::<Vec<_>>().join(" "));
        let answer = person.ask(&query).await;
        for noun in few {
            let list = answer.data(&format!("/{}", noun.plural));
            let nodes = list["nodes"].as_array().cloned().unwrap_or_default();
            let ids = nodes
                .iter()
                .filter_map(|node| Some(node["id"].as_str()?.to_owned()));
            let ids: BTreeSet<String> = ids.collect();
            let total = list["totalCount"].as_u64().unwrap_or_default() as usize;
            assert!(
                total == ids.len() || ids.len() == 100,
                "{} counts what it shows",
                noun.plural
            );
            found.insert(noun.name, Seen { ids, total });
        }
    }
    found
}

#[derive(Debug)]
struct Seen {
    ids: BTreeSet<String>,
    total: usize,
}

/// Two places that know nothing of each other: what one sees, nobody of the other sees, counts, looks up or hears of.
async fn outsiders_see_nothing(house: Arc<House>) {
    let (here, there) = (
        Place::build(&house, "XM").await,
        Place::build(&house, "NJ").await,
    );
    rows::fill(&house, &here).await;
    crate::rules::rows::fill(&house, &here).await;
    let nouns: Vec<_> = schema::nouns()
        .filter(|noun| !SHARED.contains(&noun.name))
        .collect();
    let mut own: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for agency in Agency::ALL.iter().copied() {
        let person = here.person(agency, Role::Admin);
        for (noun, seen) in seen(&person, &readable(&nouns, agency)).await {
            own.entry(noun).or_default().extend(seen.ids);
        }
    }
    assert!(own["CoverageObject"].len() > 20 && own["Organization"].len() > 20);
    for agency in Agency::ALL.iter().copied() {
        let outsider = there.person(agency, Role::Admin);
        let nouns = readable(&nouns, agency);
        for (noun, seen) in seen(&outsider, &nouns).await {
            let leaked: Vec<_> = seen.ids.intersection(&own[noun]).collect();
            assert!(leaked.is_empty(), "{agency:?} sees {noun}: {leaked:?}");
            // Only `here` has plans and objects: a count of them would tell of rows that do not exist.
            let only_here = ["CoverageObject", "CoveragePlan", "Term"].contains(&noun);
            assert!(!only_here || seen.total == 0, "{agency:?} counts {noun}");
        }
        for noun in nouns {
            look_up(&outsider, noun, &own[noun.name]).await;
        }
    }
}

fn readable(nouns: &[&'static NounDef], agency: Agency) -> Vec<&'static NounDef> {
    let may = |noun: &&&'static NounDef| policy::grant(noun.reads).agencies.contains(&agency);
    nouns.iter().filter(may).copied().collect()
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
