//! Rows of one place that are tied to rows of another, as no verb ties them: even then nothing of the other shows.

use std::collections::{BTreeMap, BTreeSet};

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
    read::noun::{FieldKind, NounDef, Via},
};
use sea_orm::{ConnectionTrait, Statement, Value};
use serde_json::json;
use uuid::Uuid;

use super::sight::{Sight, readable};
use crate::support::{
    house::{House, Person},
    place::Place,
};

/// Agencies of every breadth: who sees most, who sees other people's work, and who sees little but its own.
pub const TRIED: [Agency; 3] = [Agency::Office, Agency::Discipline, Agency::Object];

/// A relation of a row of `there`, and the column that ties a row of `here` to it.
struct Crossing {
    noun: &'static NounDef,
    field: &'static str,
    /// The noun of the rows that the relation shows.
    target: &'static str,
    /// Where the tie stands: in the table and column of the row itself, or of the rows that it lists.
    table: &'static str,
    column: &'static str,
    in_row: bool,
    is_list: bool,
}

/// For every relation of every noun: tie a row of the other place to it and ask what it shows.
pub async fn shows_nothing(
    house: &House,
    there: &Place,
    before: &BTreeMap<Agency, Sight>,
    own: &BTreeMap<&'static str, BTreeSet<String>>,
) {
    let (mut tried, mut barred) = (0, Vec::new());
    for (agency, sight) in before.iter().filter(|(agency, _)| TRIED.contains(agency)) {
        let outsider = there.person(*agency, Role::Admin);
        for crossing in readable(*agency).flat_map(|noun| crossings(noun, *agency)) {
            let rows = sight.get(crossing.noun.name).map(|seen| &seen.ids);
            let row = rows.and_then(BTreeSet::last);
            let hidden = own.get(crossing.target).and_then(BTreeSet::first);
            let (Some(row), Some(hidden)) = (row, hidden) else {
                continue;
            };
            tried += 1;
            if !crossing.holds(house, &outsider, row, hidden).await {
                barred.push(format!("{}.{}", crossing.noun.name, crossing.field));
            }
        }
    }
    // Where a constraint of the database bars such a tie, there is nothing to show.
    assert!(
        tried > 150 && barred.len() * 5 < tried,
        "{tried}, of which barred: {} {barred:?}",
        barred.len()
    );
}

/// The relations of `noun` to rows that the agency may read.
fn crossings(noun: &'static NounDef, agency: Agency) -> Vec<Crossing> {
    let tie = |field, target: &NounDef, table, column, in_row, is_list| {
        let may = readable(agency).any(|one| one.name == target.name);
        may.then_some(Crossing {
            noun,
            field,
            target: target.name,
            table,
            column,
            in_row,
            is_list,
        })
    };
    let crossings = noun.fields.iter().filter_map(|field| match &field.kind {
        FieldKind::One { column, noun: of } => {
            tie(field.name, of(), noun.table, column, true, false)
        }
        FieldKind::Many {
            via: Via::Column(column),
            noun: of,
        } => tie(field.name, of(), of().table, column, false, true),
        FieldKind::First {
            via: Via::Column(column),
            noun: of,
            ..
        } => tie(field.name, of(), of().table, column, false, false),
        _ => None,
    });
    crossings.collect()
}

impl Crossing {
    /// Whether the database let the tie stand; what the relation then shows is what a lookup by id shows: nothing, unless the
    /// tie itself is what opens the record, such as an appointment its person.
    async fn holds(&self, house: &House, outsider: &Person, row: &str, hidden: &str) -> bool {
        let [row_key, hidden_key] = [row, hidden].map(|id| node_id::decode(id).expect("an id").1);
        let (tied, to) = if self.in_row {
            (row_key, hidden_key)
        } else {
            (hidden_key, row_key)
        };
        let Some(was) = self.tie(house, tied, Some(to)).await else {
            return false;
        };
        let inner = if self.is_list {
            "(first: 100) { nodes { id } }"
        } else {
            "{ id }"
        };
        let query = format!(
            "query($row: ID!, $hidden: ID!) {{ node(id: $row) {{ ... on {} {{ shown: {} {inner} }} }} hidden: node(id: $hidden) {{ id }} }}",
            self.noun.name, self.field
        );
        let variables = json!({ "row": row, "hidden": hidden });
        let answer = outsider.graphql(&query, variables).await;
        // Who may not read the field is refused it; who was let in by the very row that is tied elsewhere is nobody meanwhile.
        let code = answer.body["errors"][0]["extensions"]["code"].as_str();
        if !matches!(code, Some("FORBIDDEN" | "UNAUTHENTICATED")) {
            let visible = answer.data("/hidden").is_object();
            let shown = answer.data("/node").get("shown");
            let shown = shown.is_some_and(|shown| shown.to_string().contains(hidden));
            assert!(
                visible || !shown,
                "{}.{} shows a record of another place: {:#}",
                self.noun.name,
                self.field,
                answer.body
            );
        }
        let back = self.tie(house, tied, was).await;
        assert!(back.is_some(), "the rows are as they were");
        true
    }

    /// Write the column of the row; answers what stood there. None when a constraint of the database forbids it.
    async fn tie(&self, house: &House, row: Uuid, to: Option<Uuid>) -> Option<Option<Uuid>> {
        let (backend, writer) = (house.database.backend(), &house.database.writer);
        let (table, column) = (self.table, self.column);
        let select = format!("SELECT \"{column}\" FROM \"{table}\" WHERE id = $1");
        let select = Statement::from_sql_and_values(backend, select, [Value::from(row)]);
        let found = writer.query_one_raw(select).await.expect("a row");
        let was = found.expect("the row is there").try_get_by_index(0);
        let update = format!("UPDATE \"{table}\" SET \"{column}\" = $1 WHERE id = $2");
        let values = [Value::from(to), Value::from(row)];
        let update = Statement::from_sql_and_values(backend, update, values);
        let written = writer.execute_raw(update).await;
        written.ok().map(|_| was.expect("an id"))
    }
}
