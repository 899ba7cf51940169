//! A field of union type: what a deadline stands on. It answers what the interface answers, which is held against plain resolvers.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    blocks::shipped,
    graphql::node_id,
};
use inspectorate_entity::rules::deadline;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use crate::{
    support::{
        house::{House, Person},
        on_each_database,
        place::Place,
    },
    visibility::world,
};

on_each_database!(
    a_union_answers_as_the_interface_does,
    a_hidden_member_takes_its_deadline_along,
    a_contract_holds_its_members,
);

/// Selections on a record, on the members, on the interface and on the union itself.
const SELECTIONS: [&str; 12] = [
    "__typename",
    "kind: __typename ... on Node { id }",
    "... on Organization { code name }",
    "... on Organization { code } ... on CoveragePlan { name kind status }",
    "... on Node { __typename id ... on Term { ordinal } }",
    "... on DeadlineRecord { ... on CoverageObject { priority organization { name } } }",
    "...Plan ...Any",
    "... on CoveragePlan @include(if: false) { name } ... on Node { id @skip(if: true) again: id }",
    "... on Organization { objects(first: 2) { totalCount nodes { code } } } ... on CoveragePlan { objects(first: 3) { nodes { organization { code } } } }",
    "... on Organization { parent { name } } ... on Organization { parent { code } level }",
    "... on CoverageObject { priorityReason plannedLookBackOn } ... on Round { name startsOn }",
    "... { ... on LeadingGroup { termLabel } ... on SectorBlock { name } ... on Appointment { startsOn } }",
];

const FRAGMENTS: &str = "fragment Plan on CoveragePlan { name blocks { nodes { name } } } fragment Any on DeadlineRecord { __typename ... on Node { id } }";

/// A place with deadlines on records of every noun that can carry one and has a row.
async fn place(house: &Arc<House>) -> Place {
    shipped::load(&house.database)
        .await
        .expect("what ships is loaded");
    let place = Place::build(house, "XM").await;
    world::fill(&place).await;
    let office = place.person(Agency::Office, Role::Admin);
    let lists = [
        "organizations",
        "leadingGroups",
        "appointments",
        "delegatedPowers",
        "leaderActions",
        "workTalks",
        "terms",
        "coveragePlans",
        "sectorBlocks",
        "coverageObjects",
        "planAssignments",
        "rounds",
        "coverageRecords",
        "fullCoverageDeclarations",
    ];
    let start = "mutation($input: StartDeadlineInput!) { startDeadline(input: $input) { deadline { id } } }";
    for list in lists {
        let found = office
            .ask(&format!("{{ {list}(first: 2) {{ nodes {{ id }} }} }}"))
            .await;
        let nodes = found.data(&format!("/{list}/nodes")).as_array().cloned();
        let nodes = nodes.unwrap();
        assert!(!nodes.is_empty(), "{list}");
        for node in nodes {
            let dispatcher = node_id::encode("Organization", place.dispatcher.id);
            let input = json!({ "record": node["id"], "dispatcher": dispatcher, "rule": "RECTIFICATION_PLAN", "startedOn": "2022-09-29" });
            let done = office.graphql(start, json!({ "input": input })).await;
            done.data("/startDeadline/deadline/id");
        }
    }
    place
}

/// The ids of the deadlines that the person sees, and of their records.
async fn deadlines(house: &House, person: &Person) -> Vec<(String, String)> {
    let answer = person
        .ask("{ deadlines(first: 100) { nodes { id } } }")
        .await;
    let nodes = answer.data("/deadlines/nodes").as_array().cloned().unwrap();
    let rows = deadline::Entity::find().all(&house.database.reader).await;
    let rows = rows.unwrap();
    let records = nodes.iter().map(|node| {
        let id = node["id"].as_str().unwrap();
        let (_, key) = node_id::decode(id).unwrap();
        let row = rows.iter().find(|row| row.id == key).unwrap();
        (
            id.to_owned(),
            node_id::encode(&row.record_noun, row.record_id),
        )
    });
    records.collect()
}

async fn a_union_answers_as_the_interface_does(house: Arc<House>) {
    let place = place(&house).await;
    for agency in [
        Agency::Office,
        Agency::Audit,
        Agency::Object,
        Agency::Superior,
    ] {
        let person = place.person(agency, Role::Viewer);
        let seen = deadlines(&house, &person).await;
        assert!(!seen.is_empty(), "{agency:?}");
        let records: Vec<_> = seen.iter().map(|(_, record)| record).collect();
        for selection in SELECTIONS {
            // A fragment that is declared has to be used, and an agency has only the types of its contract.
            let fragments = if selection.contains("...Plan") {
                FRAGMENTS
            } else {
                ""
            };
            let by_union = person
                .ask(&format!(
                    "{{ deadlines(first: 100) {{ nodes {{ record {{ {selection} }} }} }} }} {fragments}"
                ))
                .await;
            let before = house.statements().await;
            let by_interface = person
                .graphql(
                    &format!(
                        "query($ids: [ID!]!) {{ nodes(ids: $ids) {{ {selection} }} }} {fragments}"
                    ),
                    json!({ "ids": records }),
                )
                .await;
            let one_a_noun = house.statements().await - before;
            if by_interface.body.get("errors").is_some() {
                let codes = |body: &Value| -> Vec<Value> {
                    let errors = body["errors"].as_array().cloned().unwrap_or_default();
                    errors
                        .iter()
                        .map(|error| error["extensions"]["code"].clone())
                        .collect()
                };
                assert_eq!(
                    codes(&by_union.body),
                    codes(&by_interface.body),
                    "{selection}"
                );
            } else {
                let by_union = by_union.data("/deadlines/nodes").as_array().cloned();
                let by_union: Vec<_> = by_union
                    .unwrap()
                    .into_iter()
                    .map(|node| node["record"].clone())
                    .collect();
                assert_eq!(
                    json!(by_union),
                    *by_interface.data("/nodes"),
                    "{agency:?}: {selection}"
                );
            }
            let before = house.statements().await;
            person
                .ask(&format!(
                    "{{ deadlines(first: 100) {{ nodes {{ record {{ {selection} }} }} }} }} {fragments}"
                ))
                .await;
            let by_union = house.statements().await - before;
            assert_eq!(
                by_union,
                one_a_noun + 1,
                "one more than the nouns cost: {selection}"
            );
        }
    }
}

/// Whoever may not read what a deadline is about does not see the deadline either.
async fn a_hidden_member_takes_its_deadline_along(house: Arc<House>) {
    let place = place(&house).await;
    let count = async |agency| {
        let person = place.person(agency, Role::Viewer);
        deadlines(&house, &person).await
    };
    let (all, some) = (count(Agency::Office).await, count(Agency::Petitions).await);
    assert!(some.len() < all.len());
    for (_, record) in some {
        let (noun, _) = node_id::decode(&record).unwrap();
        assert!(!noun.starts_with("Coverage"), "{noun}");
    }
}

/// Introspection shows an agency the union with the members that it may read.
async fn a_contract_holds_its_members(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    let query = "{ __type(name: \"DeadlineRecord\") { kind description possibleTypes { name } } }";
    let members = async |agency| {
        let answer = place.person(agency, Role::Viewer).ask(query).await;
        assert_eq!(*answer.data("/__type/kind"), json!("UNION"));
        let members = answer.data("/__type/possibleTypes").as_array().cloned();
        let members: Vec<String> = members
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap().to_owned())
            .collect();
        members
    };
    let office = members(Agency::Office).await;
    assert!(office.contains(&"CoveragePlan".to_owned()));
    let petitions = members(Agency::Petitions).await;
    assert!(petitions.contains(&"Organization".to_owned()));
    assert!(
        !petitions.contains(&"CoveragePlan".to_owned()),
        "{petitions:?}"
    );
}
