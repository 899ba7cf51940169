//! The table of permissions: as a snapshot that a reviewer reads, against what introspection shows, and against those who ask
//! anyway.

mod inputs;

use std::{collections::BTreeSet, fmt::Write, sync::Arc};

use async_graphql::Request;
use inspectorate::{
    access::{
        policy::{self, Action, Agency, Role},
        viewer::Viewer,
    },
    read::noun::{FieldDef, FieldKind},
    schema,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{contents::nothing_changed, database::Kind, house::House, on, place::Place};

/// Which agency may do what, and from which role on. Mended by: INSTA_UPDATE=always cargo test --workspace policy
#[test]
fn the_table_is_as_reviewed() {
    let mut table = String::new();
    for action in Action::ALL {
        let grant = policy::grant(*action);
        let agencies: Vec<String> = grant
            .agencies
            .iter()
            .map(|agency| spelled(*agency))
            .collect();
        let agencies = match agencies.len() {
            count if count == Agency::ALL.len() => "every agency".to_owned(),
            _ => agencies.join(" "),
        };
        let _ = writeln!(
            table,
            "{:<32} {:<8?} {agencies}",
            action.as_str(),
            grant.role
        );
    }
    insta::assert_snapshot!("table", table);
}

/// Nothing is left out: whatever the schema shows needs an action, and every action is used by something.
#[test]
fn every_action_is_used() {
    let mut used = BTreeSet::new();
    for noun in schema::nouns() {
        used.insert(noun.reads);
        used.extend(noun.fields.iter().filter_map(|field| field.reads));
    }
    used.extend(schema::verbs().map(|verb| verb.action));
    used.extend(schema::BY_UPLOAD.iter().map(|verb| verb.action));
    let unused: Vec<_> = Action::ALL
        .iter()
        .filter(|action| !used.contains(*action))
        .collect();
    assert!(unused.is_empty(), "actions that nothing needs: {unused:?}");
}

/// Introspection shows an agency exactly the nouns, fields and verbs that the table lets it use.
#[tokio::test]
async fn introspection_is_what_the_table_says() {
    let shape = schema::shape();
    for agency in Agency::ALL.iter().copied() {
        let shown = |action: Action| policy::grant(action).agencies.contains(&agency);
        let request = Request::new(TYPES).data(Arc::new(anybody_of(agency)));
        let answer = shape.execute(request).await.data.into_json().unwrap();
        let fields = |name: &str| fields_of(&answer, name);

        let query = fields("Query").unwrap_or_default();
        for noun in schema::nouns() {
            let may = shown(noun.reads);
            for root in [noun.plural, noun.singular] {
                assert_eq!(query.contains(root), may, "{agency:?}: Query.{root}");
            }
            let Some(own) = fields(noun.name) else {
                assert!(!may, "{agency:?}: {} is hidden", noun.name);
                continue;
            };
            assert!(may, "{agency:?}: {} is shown", noun.name);
            for field in noun.fields {
                let may = needed(field).is_none_or(shown);
                let name = field.name;
                assert_eq!(own.contains(name), may, "{agency:?}: {}.{name}", noun.name);
            }
            assert!(
                own.len() <= noun.fields.len() + 1,
                "{}: only declared fields",
                noun.name
            );
        }
        let mutation = fields("Mutation").unwrap_or_default();
        for verb in schema::verbs() {
            let may = shown(verb.action);
            assert_eq!(
                mutation.contains(verb.name),
                may,
                "{agency:?}: Mutation.{}",
                verb.name
            );
        }
    }
}

/// Elements that an agency is not shown are refused by name if it asks anyway.
#[test]
fn hidden_nouns_are_refused() {
    on(Kind::Sqlite, |house: Arc<House>| async move {
        let place = Place::build(&house, "XM").await;
        for agency in Agency::ALL.iter().copied() {
            let person = place.person(agency, Role::Admin);
            let grants = |action| policy::grant(action).agencies.contains(&agency);
            for noun in schema::nouns().filter(|noun| !grants(noun.reads)) {
                let answer = person
                    .ask(&format!("{{ {}(first: 1) {{ totalCount }} }}", noun.plural))
                    .await;
                answer.refused("FORBIDDEN").at_path(noun.plural);
            }
        }
    });
}

/// Whoever the table does not let carry out a verb is refused, whatever the input, and nothing is written.
#[test]
fn verbs_refuse_those_who_may_not() {
    on(Kind::Sqlite, |house: Arc<House>| async move {
        let place = Place::build(&house, "XM").await;
        let inputs = inputs::Inputs::read(&schema::shape()).await;
        nothing_changed(&house, async {
            for verb in schema::verbs() {
                let query = inputs.mutation(verb.name);
                let grant = policy::grant(verb.action);
                for agency in Agency::ALL.iter().copied() {
                    let role = if !grant.agencies.contains(&agency) {
                        Role::Admin
                    } else if grant.role > Role::Viewer {
                        Role::Viewer
                    } else {
                        continue;
                    };
                    let answer = place.person(agency, role).ask(&query).await;
                    answer.refused("FORBIDDEN").at_path(verb.name);
                }
            }
        })
        .await;
    });
}

const TYPES: &str = "{ __schema { types { name fields(includeDeprecated: true) { name } } } }";

fn fields_of(answer: &Value, name: &str) -> Option<BTreeSet<String>> {
    let types = answer.pointer("/__schema/types")?.as_array()?;
    let one = types.iter().find(|one| one["name"] == json!(name))?;
    let fields = one["fields"].as_array()?.iter();
    Some(
        fields
            .filter_map(|field| Some(field["name"].as_str()?.to_owned()))
            .collect(),
    )
}

/// What one must be allowed to do to be shown a field, beside what its noun needs.
fn needed(field: &FieldDef) -> Option<Action> {
    let target = match field.kind {
        FieldKind::One { noun, .. }
        | FieldKind::Many { noun, .. }
        | FieldKind::First { noun, .. } => Some(noun().reads),
        FieldKind::Column { .. } | FieldKind::Any { .. } | FieldKind::Computed { .. } => None,
    };
    field.reads.or(target)
}

fn spelled(agency: Agency) -> String {
    let value = serde_json::to_value(agency).unwrap();
    value.as_str().unwrap_or_default().to_owned()
}

fn anybody_of(agency: Agency) -> Viewer {
    Viewer {
        subject: String::new(),
        name: String::new(),
        agency,
        roles: [Role::Admin].into(),
        organization_id: Uuid::nil(),
        organization_code: String::new(),
        organization_path: "/".to_owned(),
        authority_id: Uuid::nil(),
        jurisdiction: "/".to_owned(),
        expires_at: chrono::DateTime::UNIX_EPOCH,
        withheld: std::sync::Arc::default(),
        targets: std::sync::Arc::default(),
    }
}
