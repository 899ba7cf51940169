//! The read path answers as plain resolvers do: thousands of random queries to the engine and to its twin, byte for byte.

pub mod rows;
mod unions;

use std::{collections::BTreeSet, sync::Arc};

use async_graphql::{Request, Response, Variables};
use inspectorate::{
    access::{
        policy::{Agency, Role},
        token::Tokens,
        viewer::Viewer,
    },
    blocks::event,
    graphql::guard::Guard,
    schema::{self, Schema},
    settings::ServiceSettings,
};
use inspectorate_bench::{
    queries::{self, Known, Query},
    twin,
};
use serde_json::{Value, json};

use crate::support::{house::House, on_each_database, place::Place};

on_each_database!(
    engine_and_twin_agree,
    a_level_is_a_statement,
    refuses_by_name_where_no_row_is,
);

/// How many queries each viewer asks.
const QUERIES: u64 = 400;

async fn engine_and_twin_agree(house: Arc<House>) {
    let (here, there) = (
        Place::build(&house, "XM").await,
        Place::build(&house, "NJ").await,
    );
    rows::fill(&house, &here).await;
    rows::fill(&house, &there).await;

    let asked = Asked::new(&house).await;
    let (mut with_rows, mut with_errors) = (0, 0);
    let known = asked.known(&here, &there).await;
    for (seed, place, agency) in [
        (1, &here, Agency::Discipline),
        (2, &here, Agency::Audit),
        (3, &here, Agency::Office),
        (4, &there, Agency::Organization),
    ] {
        let viewer = asked.viewer(place, agency).await;
        for number in 0..QUERIES {
            let query = queries::random(seed * 1_000_000 + number, &known);
            let (data, errors) = asked.compare(&viewer, &query).await;
            with_rows +=
                u64::from(data.contains("\"Organization\"") || data.contains("\"CoverageObject\""));
            with_errors += u64::from(!errors.is_empty());
        }
    }
    // The proof is worth something only if the queries find rows and run into refusals.
    println!(
        "{with_rows} answers with rows, {with_errors} with errors, of {}",
        4 * QUERIES
    );
    assert!(with_rows > QUERIES && with_errors > QUERIES / 4);
}

/// However many rows a level has, it costs one statement; a count, asked for, costs one more.
async fn a_level_is_a_statement(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    rows::fill(&house, &place).await;
    let person = place.person(Agency::Office, Role::Admin);
    for (query, statements) in [
        ("{ organizations(first: 50) { nodes { code } } }", 1),
        (
            "{ organizations(first: 50) { totalCount nodes { code } } }",
            2,
        ),
        (
            "{ organizations(first: 50) { nodes { code coverageObjects(first: 10) { nodes { priority organization { name } } } } } }",
            3,
        ),
    ] {
        let before = house.statements().await;
        person.ask(query).await.data("/organizations/nodes/5/code");
        assert_eq!(house.statements().await - before, statements, "{query}");
    }
}

/// A field that the viewer may not read is refused once, at the root field, also where there is nothing to read it of.
async fn refuses_by_name_where_no_row_is(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    let person = place.person(Agency::Audit, Role::Admin);
    for (query, empty, told) in [
        (
            "{ all: coverageObjects { nodes { priorityReason } } }",
            json!({ "all": { "nodes": [] } }),
            ["all"],
        ),
        (
            "{ organizations(filter: { code: { eq: \"XM-OBJECT-1\" } }) { nodes { coverageObjects { nodes { priorityReason id } } } } }",
            json!({ "organizations": { "nodes": [{ "coverageObjects": { "nodes": [] } }] } }),
            ["organizations"],
        ),
    ] {
        let answer = person.ask(query).await;
        assert_eq!(answer.body["data"], empty, "{query}");
        let errors = answer.body["errors"].as_array().cloned();
        let errors = errors.unwrap_or_default();
        assert_eq!(errors.len(), 1, "{errors:#?}");
        assert_eq!(errors[0]["extensions"]["code"], "FORBIDDEN");
        assert_eq!(errors[0]["path"], json!(told));
        let message = errors[0]["message"].as_str().unwrap_or_default();
        assert!(
            message.contains("CoverageObject.priorityReason"),
            "{message}"
        );
    }
}

/// The engine and the twin over one database, behind the same guard.
struct Asked {
    house: Arc<House>,
    engine: Schema,
    twin: twin::Twin,
    guard: Guard,
    tokens: Tokens,
}

impl Asked {
    async fn new(house: &Arc<House>) -> Self {
        let bus = event::follow(&house.database, Some(house.url.clone())).await;
        let limits = [
            "--max-aliases",
            "1000",
            "--max-complexity",
            "1000000",
            "--max-directives",
            "1000",
        ];
        Self {
            house: house.clone(),
            engine: schema::build(house.database.clone(), bus.unwrap()),
            twin: twin::schema(),
            guard: Guard::new(ServiceSettings::of(&limits).unwrap().limits),
            tokens: Tokens::open(&house.tokens).await.unwrap(),
        }
    }

    async fn viewer(&self, place: &Place, agency: Agency) -> Arc<Viewer> {
        let person = place.person(agency, Role::Admin);
        let claims = self.tokens.read(&person.token).await.unwrap();
        let viewer = Viewer::resolve(&self.house.database, claims).await;
        Arc::new(viewer.unwrap())
    }

    /// What the queries may name: rows of both places, so that some of them are hidden from each viewer.
    async fn known(&self, here: &Place, there: &Place) -> Known {
        let mut known = Known::default();
        for place in [here, there] {
            let person = place.person(Agency::Office, Role::Admin);
            let answer = person
                .ask("{ organizations(first: 100) { edges { cursor node { id code } } } coverageObjects(first: 100) { edges { cursor node { id } } } }")
                .await;
            for edge in answer.data("/organizations/edges").as_array().unwrap() {
                known
                    .organizations
                    .push(edge["node"]["id"].as_str().unwrap().to_owned());
                known
                    .codes
                    .push(edge["node"]["code"].as_str().unwrap().to_owned());
                known
                    .organization_cursors
                    .push(edge["cursor"].as_str().unwrap().to_owned());
            }
            for edge in answer.data("/coverageObjects/edges").as_array().unwrap() {
                known
                    .objects
                    .push(edge["node"]["id"].as_str().unwrap().to_owned());
                known
                    .object_cursors
                    .push(edge["cursor"].as_str().unwrap().to_owned());
            }
        }
        assert!(known.objects.len() > 40);
        known
    }

    async fn compare(&self, viewer: &Arc<Viewer>, query: &Query) -> Told {
        let request = || {
            let variables = Variables::from_json(query.variables.clone());
            let request = Request::new(&query.text).variables(variables);
            let admitted = self.guard.admit(request);
            admitted.unwrap_or_else(|refusal| panic!("{:?}\n{}", refusal.error, query.text))
        };
        let engine = self
            .engine
            .execute(request().request.data(viewer.clone()))
            .await;
        let database = self.house.database.clone();
        let twin = twin::execute(&self.twin, database, viewer.clone(), request().request).await;
        let (mut engine, twin) = (told(&engine), told(&twin));
        // Plain resolvers refuse a field where a row is; the engine also where none is, at the root field.
        engine
            .1
            .retain(|error| twin.1.contains(error) || !is_at_the_root(error));
        assert!(
            engine == twin,
            "{}\nwith {}\nengine: {}\n{:#?}\ntwin:   {}\n{:#?}",
            query.text,
            query.variables,
            engine.0,
            engine.1,
            twin.0,
            twin.1,
        );
        engine
    }
}

/// Whether the path of an error is that of a root field.
fn is_at_the_root(error: &str) -> bool {
    let error: Value = serde_json::from_str(error).unwrap();
    error[0].as_array().is_some_and(|path| path.len() == 1)
}

/// See [`told`].
type Told = (String, BTreeSet<String>);

/// The data as they go over the wire, and of each error what the contract promises: path, code and field.
fn told(response: &Response) -> Told {
    let data = serde_json::to_string(&response.data).unwrap();
    let errors = response.errors.iter().map(|error| {
        let error = serde_json::to_value(error).unwrap();
        let extensions = &error["extensions"];
        json!([error["path"], extensions["code"], extensions["field"]]).to_string()
    });
    (data, errors.collect())
}
