//! Lists as tables: whole, with the rights and order of the query, and never a part that passes for the whole.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};

use super::{
    header,
    subscriptions::{end_registration, rename},
};
use crate::support::{
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
    place::Place,
};

on_each_database!(
    a_list_is_a_table,
    pages_are_joined,
    rights_are_those_of_the_query,
    what_is_no_table_is_refused,
    too_many_rows_are_refused_at_once,
    a_part_never_passes_for_the_whole
);

fn export(person: &Person, query: &str) -> RequestBuilder {
    let house = &person.house;
    house
        .http
        .post(format!("{}/graphql", house.address))
        .bearer_auth(&person.token)
        .header("content-type", "application/json")
        .header("accept", "text/csv")
        .body(json!({ "query": query }).to_string())
}

/// The lines of a table, without what tells spreadsheets how it is written.
async fn lines(response: Response) -> Vec<String> {
    assert_eq!(response.status(), 200);
    let kind = "text/csv; charset=utf-8; header=present";
    assert_eq!(header(&response, "content-type"), kind);
    let bytes = response.bytes().await.unwrap();
    let text = std::str::from_utf8(&bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let text = text.strip_suffix("\r\n").expect("an end of the last line");
    text.split("\r\n").map(str::to_owned).collect()
}

async fn table(person: &Person, query: &str) -> Vec<String> {
    lines(export(person, query).send().await.unwrap()).await
}

async fn a_list_is_a_table(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Viewer);
    rename(&place, "=1+1,\"甲\"").await;
    let query = "query Listed { list: organizations(filter: { code: { contains: \"X-OBJECT\" } }, orderBy: [{ field: CODE }]) { \
        nodes { 代码: code ...Named parent { name ... on Organization { parent { name } level } } formerNames { totalCount } code } } } \
        fragment Named on Organization { name retiredOn }"
        .replace("代码", "key");
    let response = export(&office, &query).send().await.unwrap();
    let named = header(&response, "content-disposition").to_owned();
    assert!(
        named.starts_with("attachment; filename=\"organizations-"),
        "{named}"
    );
    assert_eq!(header(&response, "cache-control"), "no-store");
    let expected = [
        "key,name,retiredOn,parent.name,parent.parent.name,parent.level,formerNames.totalCount,code",
        "X-OBJECT-1,\"'=1+1,\"\"甲\"\"\",,X市委,,CITY,1,X-OBJECT-1",
        "X-OBJECT-2,X第二单位,,X市委,,CITY,0,X-OBJECT-2",
        "X-OBJECT-3,X第三单位,,X市委,,CITY,0,X-OBJECT-3",
    ];
    assert_eq!(lines(response).await, expected);
}

async fn pages_are_joined(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Viewer);
    let all = office.ask("{ organizations(first: 100, orderBy: [{ field: CODE, direction: DESC }]) { totalCount nodes { code } } }").await;
    let codes = all.data("/organizations/nodes").as_array().unwrap().iter();
    let codes = codes.map(|node| node["code"].as_str().unwrap().to_owned());
    let expected: Vec<String> = std::iter::once("code".to_owned()).chain(codes).collect();
    assert!(expected.len() > 15, "{expected:?}");
    for first in ["", "first: 1, ", "first: 7, ", "first: 100, "] {
        let query = format!(
            "{{ organizations({first}orderBy: [{{ field: CODE, direction: DESC }}]) {{ nodes {{ code }} }} }}"
        );
        assert_eq!(table(&office, &query).await, expected, "{first}");
    }
}

async fn rights_are_those_of_the_query(house: Arc<House>) {
    let (here, there) = (
        Place::build(&house, "X").await,
        Place::build(&house, "Y").await,
    );
    let stranger = there.person(Agency::Audit, Role::Admin);
    let own = here.person(Agency::Audit, Role::Viewer);
    let query = "{ organizations(filter: { code: { contains: \"X-\" } }) { nodes { id code } } }";
    assert_eq!(table(&stranger, query).await, ["id,code"]);
    assert!(table(&own, query).await.len() > 10);
    // What an agency may not ask is refused as in any query, and by the status too.
    let object = here.person(Agency::Object, Role::Viewer);
    let refused = object.ask("{ violations { nodes { id } } }").await;
    refused.refused("FORBIDDEN");
    let response = export(&object, "{ violations { nodes { id } } }").send();
    let response = response.await.unwrap();
    assert!(response.status().is_client_error(), "{response:?}");
    assert!(header(&response, "content-type").starts_with("application/json"));
    let body: Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    assert_eq!(body["errors"][0]["extensions"]["code"], "FORBIDDEN");
    let nobody = house.http.post(format!("{}/graphql", house.address));
    let nobody = nobody
        .header("content-type", "application/json")
        .header("accept", "text/csv")
        .body(r#"{"query":"{ organizations { nodes { code } } }"}"#);
    assert_eq!(nobody.send().await.unwrap().status(), 401);
}

async fn what_is_no_table_is_refused(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    for (query, words) in [
        ("{ me { name } }", "one list of the root"),
        (
            "{ organizations { nodes { code } } me { name } }",
            "one list of the root",
        ),
        (
            "{ ...All } fragment All on Query { organizations { nodes { code } } }",
            "one list of the root",
        ),
        ("{ organizations { totalCount } }", "`nodes { … }`"),
        (
            "{ organizations { totalCount nodes { code } } }",
            "`nodes { … }`",
        ),
        (
            "{ organizations(after: \"x\") { nodes { code } } }",
            "leave this argument out",
        ),
        (
            "{ organizations(last: 5) { nodes { code } } }",
            "leave this argument out",
        ),
        (
            "{ organizations { nodes { code parent { below: children { nodes { code } } } } } }",
            "`parent.below.nodes` is a list",
        ),
        (
            "{ coveragePlans { nodes { name availableActions { action } } } }",
            "`availableActions` is a list",
        ),
        ("{ organizations { nodes { nothing } } }", "nothing"),
        ("{ organizations(first: 0) { nodes { code } } }", "first"),
        ("{ organizations { nodes ", ""),
    ] {
        let sent = export(&office, query).send();
        let response = nothing_changed(&house, sent).await.unwrap();
        assert!(response.status().is_client_error(), "{query}: {response:?}");
        assert!(header(&response, "content-type").starts_with("application/json"));
        let body: Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
        let error = &body["errors"][0];
        assert_eq!(error["extensions"]["code"], "BAD_USER_INPUT", "{body}");
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(words), "{query}: {message}");
    }
    let input = json!({ "code": "X-NEW", "name": "新单位", "level": "CITY", "kind": "PARTY_ORGAN", "parent": null });
    let query = "mutation($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { organization { id } } }";
    let body = json!({ "query": query, "variables": { "input": input } }).to_string();
    let sent = export(&office, "").body(body).send();
    let response = nothing_changed(&house, sent).await.unwrap();
    assert_eq!(response.status(), 406, "a change is no table");
}

async fn too_many_rows_are_refused_at_once(house: Arc<House>) {
    Place::build(&house, "X").await;
    let flags = ["--export-max-rows", "3"];
    let small = Arc::new(House::open_with(house.kind, &house.url, &flags).await);
    let office = small.person(Agency::Office, "X-OFFICE", Role::Viewer);
    let query = |of: &str| {
        format!(
            "{{ organizations(filter: {{ code: {{ contains: \"{of}\" }} }}) {{ nodes {{ code }} }} }}"
        )
    };
    assert_eq!(table(&office, &query("X-OBJECT")).await.len(), 4);
    let response = export(&office, &query("X-")).send().await.unwrap();
    assert!(response.status().is_client_error());
    let body: Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    assert_eq!(body["errors"][0]["extensions"]["code"], "LIMITED");
    let message = body["errors"][0]["message"].as_str().unwrap();
    assert!(message.contains("EXPORT_MAX_ROWS (3)"), "{message}");
    small.stop().await;
}

/// A right that ends while rows are read ends the answer without its end.
async fn a_part_never_passes_for_the_whole(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let flags = ["--rate", "1", "--rate-burst", "1"];
    let slow = Arc::new(House::open_with(house.kind, &house.url, &flags).await);
    let audit = slow.person(Agency::Audit, "X-AUDIT", Role::Viewer);
    let query = "{ organizations(first: 5) { nodes { code } } }";
    let mut response = export(&audit, query).send().await.unwrap();
    assert_eq!(response.status(), 200);
    let first = response.chunk().await.unwrap().expect("the first rows");
    assert!(first.starts_with("\u{feff}code\r\n".as_bytes()));
    end_registration(&place, "AUDIT").await;
    let broken = loop {
        match response.chunk().await {
            Ok(Some(_)) => {}
            Ok(None) => break false,
            Err(_) => break true,
        }
    };
    assert!(broken, "a table that broke off looks whole");
    slow.stop().await;
}
