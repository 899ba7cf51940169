//! What is served to the intranet only, and whose word on a client's address counts.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::{Value, json};

use super::post;
use crate::support::{
    Ground,
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
    place::Place,
};

on_each_database!(
    what_is_for_the_intranet_is_refused_outside,
    only_a_trusted_proxy_is_believed,
);

const DATES: &str =
    "{ coverageObjects(first: 1) { totalCount nodes { priority plannedLookBackOn } } }";

/// A further service on the database that gives look-back dates and renaming to 10.0.0.0/8 only.
async fn guarded(house: &House, more: &[&str]) -> Arc<House> {
    let flags = [
        &[
            "--intranet-networks",
            "10.0.0.0/8,fd00::/8",
            "--intranet-only",
            "ReadLookBackDates,RenameOrganization",
        ],
        more,
    ];
    Arc::new(House::open_with(house.kind, &house.url, &flags.concat()).await)
}

fn at(person: &Person, house: &Arc<House>) -> Person {
    Person {
        house: house.clone(),
        token: person.token.clone(),
    }
}

async fn what_is_for_the_intranet_is_refused_outside(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    crate::read_path::rows::fill(&house, &place).await;
    let inside = place.person(Agency::Office, Role::Admin);
    inside.ask(DATES).await.data("/coverageObjects/nodes/0");
    let service = guarded(&house, &[]).await;
    // The test's client comes from 127.0.0.1.
    let outside = at(&inside, &service);
    let refused = outside.ask(DATES).await;
    refused
        .refused("FORBIDDEN")
        .at_path("coverageObjects.nodes.0.plannedLookBackOn");
    assert!(refused.at("/coverageObjects/nodes/0/priority").is_string());
    // Neither is it shown, nor offered.
    let shown = "{ __type(name: \"CoverageObject\") { fields { name } } me { may } }";
    let answer = outside.ask(shown).await;
    assert!(!answer.text.contains("plannedLookBackOn"));
    assert!(!answer.text.contains("renameOrganization"));
    let answer = inside.ask(shown).await;
    assert!(answer.text.contains("plannedLookBackOn"));
    assert!(answer.text.contains("renameOrganization"));
    let id = node_id::encode("Organization", place.objects[0].id);
    let input =
        json!({ "organization": id, "version": 1, "name": "外网更名", "renamedOn": "2022-01-01" });
    let query = "mutation($input: RenameOrganizationInput!) { renameOrganization(input: $input) { organization { id } } }";
    nothing_changed(&house, async {
        let answer = outside.graphql(query, json!({ "input": input })).await;
        answer.refused("FORBIDDEN");
    })
    .await;
    let answer = inside.graphql(query, json!({ "input": input })).await;
    answer.data("/renameOrganization/organization/id");
    service.close().await;
}

async fn only_a_trusted_proxy_is_believed(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    crate::read_path::rows::fill(&house, &place).await;
    let office = place.person(Agency::Office, Role::Admin);
    let direct = guarded(&house, &[]).await;
    let proxied = guarded(&house, &["--trusted-proxies", "127.0.0.0/8"]).await;
    let served = async |service: &Arc<House>, forwarded: Option<&str>| {
        let person = at(&office, service);
        let body = json!({ "query": DATES }).to_string();
        let mut request = post(&person, body);
        if let Some(value) = forwarded {
            request = request.header("x-forwarded-for", value);
        }
        let answer = Answer::read(DATES, request.send().await.unwrap()).await;
        match answer.body.get("errors") {
            None => true,
            Some(_) => {
                let code = &answer.error().error["extensions"]["code"];
                assert_eq!(code, &Value::from("FORBIDDEN"));
                false
            }
        }
    };
    for (service, forwarded, expected) in [
        (&direct, None, false),
        (&direct, Some("10.1.2.3"), false),
        (&proxied, None, false),
        (&proxied, Some("10.1.2.3"), true),
        (&proxied, Some("fd00::7"), true),
        (&proxied, Some("8.8.8.8"), false),
        (&proxied, Some("10.1.2.3, 8.8.8.8"), false),
        (&proxied, Some("8.8.8.8, 10.1.2.3"), true),
        (&proxied, Some("nonsense"), false),
    ] {
        assert_eq!(served(service, forwarded).await, expected, "{forwarded:?}");
    }
    direct.close().await;
    proxied.close().await;
}
