//! What the viewer's agency owes now, soonest due first: from the life cycles and the deadlines on records.

use async_graphql::{
    Context, ServerResult, Value,
    indexmap::IndexMap,
    registry::{MetaField, Registry},
};
use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

use crate::{
    access::{policy, visible},
    blocks::workflow::{Owed, verb},
    domain::{life_cycles, rules::deadline::Deadline},
    error::{Error, Result},
    graphql::{
        described::{self, input_value},
        node_id,
        query::QueryDef,
        scalars::{self, Date},
    },
    read::{Reader, Sql, mixed::Item, noun::Noun, reader},
};

/// Entries when the client names no number, and the most it may name.
const DEFAULT: i64 = 20;
const MAXIMUM: i64 = 100;

/// The field of `Query`.
pub const QUERY: QueryDef = QueryDef {
    name: "worklist",
    field,
    resolve: |ctx| Box::pin(resolve(ctx)),
};

fn field(registry: &mut Registry) -> MetaField {
    let date = scalars::register::<Date>(registry);
    let mut fields = IndexMap::new();
    let mut add = |name: &str, ty: &str, doc: &str| {
        let mut field = MetaField::new(name, ty);
        field.description = Some(doc.into());
        fields.insert(name.to_owned(), field);
    };
    add(
        "record",
        "Node",
        "The record that waits; null when it has just gone out of the viewer's sight (待办记录).",
    );
    add(
        "recordType",
        "String!",
        "Its noun, such as `CoveragePlan` (记录类别).",
    );
    add(
        "action",
        "String!",
        "Name of the mutation that is owed (待办事项).",
    );
    add(
        "state",
        "String!",
        "The state in which the record waits, as its life cycle spells it (当前状态).",
    );
    add(
        "dueOn",
        &date,
        "Last day in time, of its deadline or else its own; null when it has neither, or the deadline is paused or waits for the working-day calendar (到期日).",
    );
    add(
        "deadlineId",
        "ID",
        "The deadline with the rule that set it; null when none is set (期限).",
    );
    described::add_object(
        registry,
        "WorkItem",
        "Something that the viewer's agency owes (待办).",
        fields,
        None,
    );
    let mut field = MetaField::new(QUERY.name, "[WorkItem!]");
    field.description = Some("What the viewer's agency owes now in its own authority's work, soonest due first, what has no due day last. Null only together with an error (待办清单).".into());
    let first = input_value(
        "first",
        "Int",
        "How many entries; null for 20, at most 100 (条数).",
    );
    field.args.insert("first".into(), first);
    field
}

async fn resolve(ctx: &Context<'_>) -> ServerResult<Option<Value>> {
    let answer = match Reader::of(ctx) {
        Ok(reader) => {
            let Some(fields) = reader.whole(ctx, "Query") else {
                return Ok(Some(Value::Null));
            };
            match items(&reader, ctx).await {
                Ok(items) => reader.mixed("WorkItem", "record", &items, &fields).await,
                Err(error) => Err(error),
            }
        }
        Err(error) => Err(error),
    };
    reader::settle(ctx, answer)
}

async fn items(reader: &Reader<'_>, ctx: &Context<'_>) -> Result<Vec<Item>> {
    let first = match reader.argument(&ctx.item.node, "first") {
        None | Some(Value::Null) => DEFAULT,
        Some(Value::Number(number)) => number.as_i64().unwrap_or(-1),
        Some(_) => -1,
    };
    if !(0..=MAXIMUM).contains(&first) {
        return Err(Error::bad_input(
            "first",
            format!("`first` must be a whole number from 0 to {MAXIMUM}; {first} is not."),
            format!("“first”须为 0 至 {MAXIMUM} 的整数，收到的是 {first}。"),
        ));
    }
    let owed: Vec<Owed> = life_cycles::all()
        .into_iter()
        .flat_map(|life_cycle| life_cycle.owed())
        .filter(|owed| policy::may(reader.viewer, owed.action))
        .collect();
    if owed.is_empty() {
        return Ok(Vec::new());
    }
    let rows = reader.fetch(statement(reader, &owed, first)).await?;
    rows.iter()
        .map(|row| {
            let owed =
                &owed[usize::try_from(row.try_get_by_index::<i32>(0)?).map_err(Error::internal)?];
            let (id, state): (Uuid, String) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            let due: Option<NaiveDate> = row.try_get_by_index(3)?;
            let deadline: Option<Uuid> = row.try_get_by_index(4)?;
            let deadline = deadline.map(|id| node_id::encode(Deadline::DEF.name, id));
            Ok(Item {
                record: (owed.noun.to_owned(), id),
                plain: vec![
                    ("recordType", json!(owed.noun).to_string()),
                    ("action", json!(verb(owed.action)).to_string()),
                    ("state", json!(state).to_string()),
                    ("dueOn", json!(due).to_string()),
                    ("deadlineId", json!(deadline).to_string()),
                ],
            })
        })
        .collect()
}

/// All that is owed, in one statement: the records of each noun that wait in a state from which the step leads.
fn statement(reader: &Reader<'_>, owed: &[Owed], first: i64) -> Sql {
    let mut sql = reader.sql();
    sql.push("SELECT * FROM (");
    for (index, owed) in owed.iter().enumerate() {
        let Some(noun) = crate::schema::nouns().find(|noun| noun.name == owed.noun) else {
            continue;
        };
        let from = owed.from.iter().map(|state| (*state).to_owned()).collect();
        sql.push(if index > 0 {
            " UNION ALL SELECT "
        } else {
            "SELECT "
        });
        sql.push("CAST(")
            .number(index)
            .push(" AS INTEGER) AS owed, t.id, t.status, ");
        // The day of a deadline stands above the record's own.
        sql.push(if noun.field("dueOn").is_some() {
            "COALESCE(d.due_on, t.due_on)"
        } else {
            "d.due_on"
        });
        sql.push(" AS due_on, d.id AS deadline FROM \"");
        sql.push(noun.table)
            .push("\" t LEFT JOIN deadline d ON d.record_id = t.id AND d.record_noun = ")
            .bind(noun.name);
        sql.push(" AND d.met_on IS NULL WHERE t.dispatcher_id = ")
            .bind(reader.viewer.authority_id);
        sql.push(" AND t.status").in_texts(from).push(" AND ");
        visible::rows(noun, reader.viewer, "t", &mut sql);
    }
    sql.push(") w ORDER BY due_on IS NULL, due_on, id LIMIT ")
        .bind(first);
    sql
}
