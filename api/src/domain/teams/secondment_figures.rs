//! How many were lent to inspection work: person-times and persons, two figures that are never added.

use std::collections::{BTreeSet, HashMap};

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use inspectorate_entity::{
    teams::secondment::{SecondmentAppraisal, SecondmentCategory},
    vocabulary::Vocabulary,
};
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

const APPRAISED: Definition = Definition::new(
    "SECONDMENTS_APPRAISED",
    1,
    "Secondments to the dispatcher that began in the period and ended with an appraisal of that grade; a person counts each time.",
    "期间内开始且返回时鉴定为该等次的抽调人次。",
);

const PROMOTED: Definition = Definition::new(
    "SECONDMENT_PERSONS_PROMOTED",
    1,
    "Different persons among the secondments to the dispatcher that began in the period who were promoted afterwards, up to its last day.",
    "期间内实际抽调人员中，截至期末在抽调后获得提拔的人数。",
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
    /// How those did who are back, the best grade first; grades that nobody was given are left out (鉴定情况).
    pub appraisals: Vec<AppraisedSecondments>,
    /// Different persons promoted after one of these secondments, up to the last day of the period (提拔人数).
    pub promoted: Measure,
}

/// How many were appraised with one grade (某等次鉴定).
#[derive(Clone, Debug, SimpleObject)]
pub struct AppraisedSecondments {
    /// The grade (鉴定等次).
    pub appraisal: Coded<SecondmentAppraisal>,
    /// Each secondment counts (人次).
    pub person_times: Measure,
}

/// A secondment as the figures look at it.
struct Lent {
    person: Uuid,
    appraisal: Option<SecondmentAppraisal>,
    promoted_on: Option<NaiveDate>,
}

/// The figures of each dispatcher.
pub async fn secondment_figures(batch: &Batch<'_>) -> Result<Vec<Option<SecondmentFigures>>> {
    let Date(first) = batch.argument("from")?;
    let day = as_of(Some(batch.argument("to")?))?;
    let category: Option<Coded<SecondmentCategory>> = batch.argument("category")?;
    let mut sql = batch.sql();
    sql.push("SELECT s.dispatcher_id, s.person_id, s.appraisal, s.promoted_on FROM secondment s WHERE s.status IN ('IN_SERVICE', 'RETURNED') AND s.starts_on >= ")
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
    let mut lent: HashMap<Uuid, Vec<Lent>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let appraisal: Option<String> = row.try_get("", "appraisal")?;
        lent.entry(row.try_get("", "dispatcher_id")?)
            .or_default()
            .push(Lent {
                person: row.try_get("", "person_id")?,
                appraisal: appraisal.as_deref().and_then(SecondmentAppraisal::parse),
                promoted_on: row.try_get("", "promoted_on")?,
            });
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
            Some(figures(
                &basis,
                &lent.remove(&dispatcher).unwrap_or_default(),
            ))
        })
        .collect())
}

fn figures(basis: &Basis, lent: &[Lent]) -> SecondmentFigures {
    let persons: BTreeSet<Uuid> = lent.iter().map(|one| one.person).collect();
    let promoted = lent
        .iter()
        .filter(|one| one.promoted_on.is_some_and(|day| day <= basis.as_of));
    let promoted: BTreeSet<Uuid> = promoted.map(|one| one.person).collect();
    let grade = |grade: &SecondmentAppraisal| {
        let with_it = lent.iter().filter(|one| one.appraisal == Some(*grade));
        let basis = basis.narrowed(scope::entry(Dimension::SecondmentAppraisal, *grade));
        AppraisedSecondments {
            appraisal: Coded(*grade),
            person_times: basis.count(with_it.count(), Unit::PersonTime, APPRAISED),
        }
    };
    let given = SecondmentAppraisal::ALL.iter().filter(|grade| {
        let grade = Some(**grade);
        lent.iter().any(|one| one.appraisal == grade)
    });
    SecondmentFigures {
        person_times: basis.count(lent.len(), Unit::PersonTime, PERSON_TIMES),
        persons: basis.count(persons.len(), Unit::Person, PERSONS),
        appraisals: given.map(grade).collect(),
        promoted: basis.count(promoted.len(), Unit::Person, PROMOTED),
    }
}
