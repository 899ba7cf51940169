//! How many were lent to inspection work: person-times and persons, two figures that are never added.

use std::collections::{BTreeSet, HashMap};

use async_graphql::SimpleObject;
use inspectorate_entity::{teams::secondment::SecondmentCategory, vocabulary::Vocabulary};
use uuid::Uuid;

use super::secondment::Secondment;
use crate::{
    access::visible,
    blocks::measure::{Basis, Definition, Dimension, Measure, ScopePart, Unit, as_of},
    domain::coverage::scope,
    error::Result,
    graphql::{coded::Coded, node_id, scalars::Date},
    read::{Batch, noun::Noun},
};

const PERSON_TIMES: Definition = Definition::new(
    "SECONDMENT_PERSON_TIMES",
    1,
    "Secondments to the dispatcher that began in the period and were not only nominated, approved or refused; a person counts each time.",
    "期间内开始且已实际抽调的人次，同一人多次抽调逐次计算。",
);

const PERSONS: Definition = Definition::new(
    "SECONDMENT_PERSONS",
    1,
    "Different persons among the secondments to the dispatcher that began in the period; a person counts once.",
    "期间内实际抽调的人数，同一人多次抽调计一人。",
);

/// How many were lent in a period (抽调情况): two figures of two kinds, never to be added.
#[derive(Clone, Debug, SimpleObject)]
pub struct SecondmentFigures {
    /// Each secondment counts (人次).
    pub person_times: Measure,
    /// Each person counts once (人数).
    pub persons: Measure,
}

/// The figures of each dispatcher.
pub async fn secondment_figures(batch: &Batch<'_>) -> Result<Vec<Option<SecondmentFigures>>> {
    let Date(first) = batch.argument("from")?;
    let day = as_of(Some(batch.argument("to")?))?;
    let category: Option<Coded<SecondmentCategory>> = batch.argument("category")?;
    let mut sql = batch.sql();
    sql.push("SELECT s.dispatcher_id, s.person_id FROM secondment s WHERE s.status IN ('IN_SERVICE', 'RETURNED') AND s.starts_on >= ")
        .bind(first)
        .push(" AND s.starts_on <= ")
        .bind(day);
    if let Some(category) = &category {
        sql.push(" AND s.category = ").bind(category.0.as_str());
    }
    sql.push(" AND s.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Secondment::DEF, batch.viewer(), "s", &mut sql);
    let mut lent: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        lent.entry(row.try_get("", "dispatcher_id")?)
            .or_default()
            .push(row.try_get("", "person_id")?);
    }
    let dispatchers = batch.ids().into_iter().enumerate();
    Ok(dispatchers
        .map(|(row, dispatcher)| {
            let id = node_id::encode("Organization", dispatcher);
            let name = batch.text(row, "name").unwrap_or_default();
            let mut basis = Basis {
                scope: vec![ScopePart::new(Dimension::Organization, Some(id), name)],
                as_of: day,
            };
            if let Some(category) = &category {
                let part = scope::entry(Dimension::SecondmentCategory, category.0);
                basis = basis.narrowed(part);
            }
            let people = lent.remove(&dispatcher).unwrap_or_default();
            let persons: BTreeSet<Uuid> = people.iter().copied().collect();
            Some(SecondmentFigures {
                person_times: basis.count(people.len(), Unit::PersonTime, PERSON_TIMES),
                persons: basis.count(persons.len(), Unit::Person, PERSONS),
            })
        })
        .collect())
}
