//! How many were sent to the inspection work of superiors: person-times and persons, two figures that are never added.

use std::collections::{BTreeSet, HashMap};

use async_graphql::SimpleObject;
use uuid::Uuid;

use super::outgoing_secondment::OutgoingSecondment;
use crate::{
    access::visible,
    blocks::measure::{Basis, Definition, Dimension, Measure, ScopePart, Unit, as_of},
    error::Result,
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun},
};

const PERSON_TIMES: Definition = Definition::new(
    "SENT_TO_SUPERIORS_PERSON_TIMES",
    1,
    "Times at the inspection work of a superior that began in the period; a person counts each time.",
    "期间内开始的选派参加上级巡视的人次，同一人多次选派逐次计算。",
);

const PERSONS: Definition = Definition::new(
    "SENT_TO_SUPERIORS_PERSONS",
    1,
    "Different persons among those times; a person counts once.",
    "期间内选派参加上级巡视的人数，同一人多次选派计一人。",
);

/// How many were sent to superiors in a period (选派参加上级巡视情况): two figures of two kinds, never to be added.
#[derive(Clone, Debug, SimpleObject)]
pub struct SentToSuperiors {
    /// Each time counts (人次).
    pub person_times: Measure,
    /// Each person counts once (人数).
    pub persons: Measure,
}

/// The figures of each dispatcher.
pub async fn sent_to_superiors(batch: &Batch<'_>) -> Result<Vec<Option<SentToSuperiors>>> {
    let Date(first) = batch.argument("from")?;
    let day = as_of(Some(batch.argument("to")?)).map_err(|error| error.field("to"))?;
    let mut sql = batch.sql();
    sql.push(
        "SELECT s.dispatcher_id, s.person_id FROM outgoing_secondment s WHERE s.starts_on >= ",
    )
    .bind(first)
    .push(" AND s.starts_on <= ")
    .bind(day)
    .push(" AND s.dispatcher_id")
    .in_ids(&batch.ids())
    .push(" AND ");
    visible::rows(OutgoingSecondment::DEF, batch.viewer(), "s", &mut sql);
    let mut sent: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let people = sent.entry(row.try_get("", "dispatcher_id")?).or_default();
        people.push(row.try_get("", "person_id")?);
    }
    let dispatchers = batch.ids().into_iter().enumerate();
    Ok(dispatchers
        .map(|(row, dispatcher)| {
            let id = node_id::encode("Organization", dispatcher);
            let name = batch.text(row, "name").unwrap_or_default();
            let basis = Basis {
                scope: vec![ScopePart::new(Dimension::Dispatcher, Some(id), name)],
                as_of: day,
            };
            let people = sent.remove(&dispatcher).unwrap_or_default();
            let persons: BTreeSet<&Uuid> = people.iter().collect();
            Some(SentToSuperiors {
                person_times: basis.count(people.len(), Unit::PersonTime, PERSON_TIMES),
                persons: basis.count(persons.len(), Unit::Person, PERSONS),
            })
        })
        .collect())
}
