//! What the viewer's agency owes now, soonest due first: from the life cycles, from rules of their own, and the deadlines on
//! records.

use async_graphql::{
    Context, ServerResult, Value,
    indexmap::IndexMap,
    registry::{MetaField, Registry},
};
use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

use super::owed_by_rule::{self, OwedByRule};
use crate::{
    access::{
        policy::{self, Action},
        visible,
    },
    blocks::{
        measure::today,
        workflow::{Owed, verb},
    },
    domain::{life_cycles, organizations::organization::Organization, rules::deadline::Deadline},
    error::{Error, Result},
    graphql::{
        described::{self, input_value},
        node_id,
        query::QueryDef,
        scalars::{self, Date},
    },
    read::{
        Reader, Sql,
        mixed::Item,
        noun::{FieldKind, Noun, NounDef},
        reader,
    },
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
        "organization",
        "Organization",
        "Whom the record is about, where it is about one organization: the object of an inspection, the organization of a deadline by itself; null when it is about none or several, or the viewer may not see it (涉及单位).",
    );
    add(
        "recordType",
        "String!",
        "Its noun, such as `CoveragePlan` (记录类别).",
    );
    add(
        "action",
        "String!",
        "Name of the mutation that is owed; of a deadline by itself the one that records it as met, whoever calls it (待办事项).",
    );
    add(
        "state",
        "String!",
        "The state in which the record waits, as its life cycle spells it; of a deadline by itself RUNNING, OVERDUE, PAUSED or AWAITING_CALENDAR (当前状态).",
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
                Ok(items) => reader.mixed("WorkItem", &items, &fields).await,
                Err(error) => Err(error),
            }
        }
        Err(error) => Err(error),
    };
    reader::settle(ctx, answer)
}

/// An entry of a worklist.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    pub noun: String,
    pub id: Uuid,
    /// The one organization that it is about.
    pub organization: Option<Uuid>,
    pub action: Action,
    pub state: String,
    pub due: Option<NaiveDate>,
    pub deadline: Option<Uuid>,
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
    let entries = entries(reader, first).await?;
    Ok(entries.into_iter().map(item).collect())
}

fn item(entry: Entry) -> Item {
    let deadline = entry
        .deadline
        .map(|id| node_id::encode(Deadline::DEF.name, id));
    let organization = entry
        .organization
        .map(|id| (Organization::DEF.name.to_owned(), id));
    Item {
        plain: vec![
            ("recordType", json!(entry.noun).to_string()),
            ("action", json!(verb(entry.action)).to_string()),
            ("state", json!(entry.state).to_string()),
            ("dueOn", json!(entry.due).to_string()),
            ("deadlineId", json!(deadline).to_string()),
        ],
        records: vec![
            ("record", Some((entry.noun, entry.id))),
            ("organization", organization),
        ],
    }
}

/// The first entries of the worklist of the reader's viewer.
pub async fn entries(reader: &Reader<'_>, first: i64) -> Result<Vec<Entry>> {
    let owed: Vec<Owed> = life_cycles::all()
        .into_iter()
        .flat_map(|life_cycle| life_cycle.owed())
        .filter(|owed| policy::may(reader.viewer, owed.action))
        .collect();
    let by_rule = owed_by_rule::of(reader.viewer);
    let actions: Vec<Action> = owed
        .iter()
        .map(|owed| owed.action)
        .chain(by_rule.iter().map(|owed| owed.action))
        .collect();
    let statement = statement(reader, &owed, &by_rule, first);
    let rows = reader.fetch(statement).await?;
    rows.iter()
        .map(|row| {
            // A deadline by itself stands in no life cycle.
            let step = usize::try_from(row.try_get_by_index::<i32>(0)?).ok();
            Ok(Entry {
                id: row.try_get_by_index(1)?,
                state: row.try_get_by_index(2)?,
                due: row.try_get_by_index(3)?,
                deadline: row.try_get_by_index(4)?,
                noun: row.try_get_by_index(5)?,
                organization: row.try_get_by_index(6)?,
                action: step.map_or(Action::MeetDeadline, |step| actions[step]),
            })
        })
        .collect()
}

/// All that is owed, in one statement: the records of each noun that wait in a state from which the step leads, and those that a
/// rule of their own finds.
fn statement(reader: &Reader<'_>, owed: &[Owed], by_rule: &[OwedByRule], first: i64) -> Sql {
    let mut sql = reader.sql();
    let owed_by_state = owed.len();
    let mut branch = "WITH listed AS (";
    for (index, owed) in owed.iter().enumerate() {
        let Some(noun) = crate::schema::nouns().find(|noun| noun.name == owed.noun) else {
            continue;
        };
        let due = noun.field("dueOn").map(|_| "due_on");
        sql.push(branch);
        branch = " UNION ALL ";
        record(index, noun, due, &mut sql);
        sql.push("t.dispatcher_id = ")
            .bind(reader.viewer.authority_id);
        let from = owed.from.iter().map(|state| (*state).to_owned()).collect();
        sql.push(" AND t.status").in_texts(from).push(" AND ");
        visible::rows(noun, reader.viewer, "t", &mut sql);
    }
    for (index, owed) in by_rule.iter().enumerate() {
        sql.push(branch);
        branch = " UNION ALL ";
        record(index + owed_by_state, owed.noun, owed.due, &mut sql);
        (owed.waits)(reader.viewer, &mut sql);
        sql.push(" AND ");
        visible::rows(owed.noun, reader.viewer, "t", &mut sql);
    }
    let listed = branch == " UNION ALL ";
    sql.push(if listed {
        ") SELECT * FROM (SELECT * FROM listed UNION ALL "
    } else {
        "SELECT * FROM ("
    });
    deadlines(reader, listed, &mut sql);
    sql.push(") w ORDER BY due_on IS NULL, due_on, id LIMIT ")
        .bind(first);
    sql
}

/// The records of a noun that wait for the step of this number, up to the condition on them.
fn record(number: usize, noun: &NounDef, due: Option<&str>, sql: &mut Sql) {
    sql.push("SELECT CAST(")
        .number(number)
        .push(" AS INTEGER) AS owed, t.id, t.status, ");
    // The day of a deadline stands above the record's own.
    match due {
        Some(due) => sql.push("COALESCE(d.due_on, ").column("t", due).push(")"),
        None => sql.push("d.due_on"),
    };
    sql.push(" AS due_on, d.id AS deadline, CAST(")
        .bind(noun.name)
        .push(" AS TEXT) AS noun, ");
    match noun.field("organization").map(|field| &field.kind) {
        Some(FieldKind::One { column, .. }) => sql.column("t", column),
        _ if noun.name == Organization::DEF.name => sql.push("t.id"),
        _ => sql.push("CAST(NULL AS uuid)"),
    };
    sql.push(" AS organization FROM \"")
        .push(noun.table)
        .push("\" t LEFT JOIN deadline d ON d.record_id = t.id AND d.record_noun = ")
        .bind(noun.name)
        .push(" AND d.met_on IS NULL AND d.lifted_on IS NULL WHERE ");
}

/// The deadlines that the viewer's body has to keep, or that run in its authority's own work, but for those of records that are
/// `listed` by the step that they wait for.
fn deadlines(reader: &Reader<'_>, listed: bool, sql: &mut Sql) {
    let viewer = reader.viewer;
    sql.push("SELECT CAST(-1 AS INTEGER) AS owed, t.record_id AS id, CASE WHEN t.paused_on IS NOT NULL THEN 'PAUSED' WHEN t.due_on IS NULL THEN 'AWAITING_CALENDAR' WHEN t.due_on < ")
        .bind(today())
        .push(" THEN 'OVERDUE' ELSE 'RUNNING' END AS status, t.due_on, t.id AS deadline, t.record_noun AS noun, CASE WHEN t.record_noun = 'Organization' THEN t.record_id END AS organization FROM deadline t WHERE t.met_on IS NULL AND t.lifted_on IS NULL AND (t.owed_by_id = ")
        .bind(viewer.organization_id);
    if policy::may(viewer, Action::MeetDeadline) {
        sql.push(" OR (t.owed_by_id IS NULL AND t.dispatcher_id = ")
            .bind(viewer.authority_id)
            .push(")");
    }
    sql.push(") AND ");
    if listed {
        sql.push("t.id NOT IN (SELECT l.deadline FROM listed l WHERE l.deadline IS NOT NULL) AND ");
    }
    visible::rows(Deadline::DEF, viewer, "t", sql);
}
