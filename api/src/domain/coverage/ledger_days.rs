//! The objects of plans on several days, each day by the settings of that day: for checkpoints and targets.

use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::coverage::coverage_plan::PlanKind;
use uuid::Uuid;

use super::{
    coverage_plan::CoveragePlan,
    ledger::{Standing, placement, standing_by},
    ledger_reading::coded,
    ledger_rows::{self, Placements, PlanKey, ReadObject, ReadObjects},
    ledger_rules::Rules,
    source::Source,
};
use crate::{
    access::visible,
    blocks::{
        measure::{Basis, Dimension, ScopePart},
        setting::{self, Settings},
    },
    error::{Error, Result},
    graphql::node_id,
    read::{Batch, noun::Noun},
};

/// What is known of plans on several days.
#[derive(Debug, Default)]
pub struct PlanDays {
    plans: HashMap<Uuid, (PlanKind, String)>,
    read: ReadObjects,
    settings: HashMap<NaiveDate, HashMap<Uuid, Settings>>,
}

impl PlanDays {
    /// The objects of `plans` as they were known on each of `days`: one statement each for the plans, their objects and the settings.
    pub async fn read(batch: &Batch<'_>, plans: &[Uuid], days: &[NaiveDate]) -> Result<Self> {
        let Some(last) = days.iter().max() else {
            return Ok(Self::default());
        };
        let plans = heads(batch, plans).await?;
        let keys: Vec<PlanKey> = plans
            .iter()
            .map(|(id, (kind, _))| PlanKey {
                id: *id,
                kind: *kind,
            })
            .collect();
        let source = Source::Reading(batch);
        let read = ledger_rows::read(&source, &keys, *last, Placements::Every).await?;
        let objects = read.plans.values().flatten();
        let mut dispatchers: Vec<Uuid> = objects.map(|object| object.dispatcher).collect();
        dispatchers.sort_unstable();
        dispatchers.dedup();
        let settings = setting::of_batch_on(batch, &dispatchers, days).await?;
        Ok(Self {
            plans,
            read,
            settings,
        })
    }

    /// What figures of the plan on `day` are formed over.
    pub fn basis(&self, plan: Uuid, day: NaiveDate) -> Basis {
        let id = node_id::encode("CoveragePlan", plan);
        let name = self.plans.get(&plan).map_or("", |(_, name)| name.as_str());
        Basis {
            scope: vec![ScopePart::new(Dimension::Plan, Some(id), name)],
            as_of: day,
        }
    }

    /// The objects of the plan on `day`, each with where it stood on `on`, by the rules of `day`. An annual plan has those that were
    /// placed in it.
    pub fn standings(
        &self,
        plan: Uuid,
        day: NaiveDate,
        on: NaiveDate,
    ) -> impl Iterator<Item = (&ReadObject, Standing)> {
        let annual = self
            .plans
            .get(&plan)
            .is_some_and(|(kind, _)| *kind == PlanKind::Annual);
        let objects = self.read.plans.get(&plan).into_iter().flatten();
        objects
            .filter(move |object| !annual || placement(&object.listed, day).is_some())
            .map(move |object| {
                let rules = self.rules(object.dispatcher, day);
                (object, standing_by(&object.listed, rules, on))
            })
    }

    fn rules(&self, dispatcher: Uuid, day: NaiveDate) -> Rules {
        let settings = self.settings.get(&day);
        let settings = settings.and_then(|settings| settings.get(&dispatcher));
        settings.map(Rules::from).unwrap_or_default()
    }
}

async fn heads(batch: &Batch<'_>, plans: &[Uuid]) -> Result<HashMap<Uuid, (PlanKind, String)>> {
    let mut sql = batch.sql();
    sql.push("SELECT p.id, p.kind, p.name FROM coverage_plan p WHERE p.id")
        .in_ids(plans)
        .push(" AND ");
    visible::rows(CoveragePlan::DEF, batch.viewer(), "p", &mut sql);
    let mut heads = HashMap::new();
    for row in batch.fetch(sql).await? {
        let kind = coded::<PlanKind>(&row, "kind")?;
        let kind = kind.ok_or_else(|| Error::internal("a plan without its kind"))?;
        heads.insert(row.try_get("", "id")?, (kind, row.try_get("", "name")?));
    }
    Ok(heads)
}
