//! Reads what the ledger counts: every object of the plans asked for, with its placements and inspections, in one statement.
//!
//! Every figure about an object list goes by this one reading: the ledger, checkpoints, targets, villages, types, effective coverage. If
//! a dispatcher has a setting that bears on the ledger, the settings are read in a second statement. An object is one row however
//! often it was inspected.

use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::coverage::{coverage_object::Priority, coverage_plan::PlanKind};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{
    ledger::Listed,
    ledger_reading::Reading,
    ledger_statement::{Of, Part, labels, settings},
    source::Source,
};
use crate::{
    blocks::{
        measure::ScopePart,
        setting::{self, Settings},
    },
    error::Result,
};

/// A plan whose objects are read.
#[derive(Clone, Copy, Debug)]
pub struct PlanKey {
    pub id: Uuid,
    pub kind: PlanKind,
}

/// Which placements are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placements {
    /// Those that hold on the day.
    Holding,
    /// Every one that was made by then, so that earlier days can be asked about.
    Every,
}

/// An object, and what is asked of it beside its standing.
#[derive(Clone, Debug)]
pub struct ReadObject {
    pub id: Uuid,
    pub priority: Priority,
    pub object_type: String,
    pub dispatcher: Uuid,
    pub listed: Listed,
}

/// The objects of each plan, and the groups that they are counted in.
#[derive(Debug, Default)]
pub struct ReadObjects {
    pub plans: HashMap<Uuid, Vec<ReadObject>>,
    pub groups: Vec<ScopePart>,
    /// What the dispatchers of the objects go by, as far as they set anything.
    pub settings: HashMap<Uuid, Settings>,
}

impl ReadObjects {
    /// The objects of `plan`, as the figures take them.
    pub fn take(&mut self, plan: Uuid) -> Vec<Listed> {
        let objects = self.plans.remove(&plan).unwrap_or_default();
        objects.into_iter().map(|object| object.listed).collect()
    }

    /// What `dispatcher` goes by.
    pub fn settings_of(&self, dispatcher: Uuid) -> Settings {
        let own = self.settings.get(&dispatcher);
        own.cloned().unwrap_or_default()
    }

    /// How far a plan of `dispatcher` may lag.
    pub fn tolerance(&self, dispatcher: Uuid) -> Decimal {
        self.settings_of(dispatcher).points(setting::PACE_TOLERANCE)
    }
}

/// The objects of `plans` as they were known on `as_of`. An annual plan has those that are placed in it.
pub async fn read(
    source: &Source<'_, '_>,
    plans: &[PlanKey],
    as_of: NaiveDate,
    placements: Placements,
) -> Result<ReadObjects> {
    let of = |kind| {
        let those = plans.iter().filter(move |plan| plan.kind == kind);
        those.map(|plan| plan.id).collect::<Vec<Uuid>>()
    };
    let parts = vec![
        Of::Lists(of(PlanKind::FiveYear)),
        Of::Years(of(PlanKind::Annual)),
    ];
    union(source, parts, as_of, placements).await
}

/// These objects as they were known on `as_of`, by their id.
pub async fn read_objects(
    source: &Source<'_, '_>,
    ids: Vec<Uuid>,
    as_of: NaiveDate,
) -> Result<HashMap<Uuid, Listed>> {
    let read = union(source, vec![Of::Objects(ids)], as_of, Placements::Holding).await?;
    let objects = read.plans.into_values().flatten();
    Ok(objects.map(|object| (object.id, object.listed)).collect())
}

/// The villages and communities on the lists of the dispatcher of each of `plans` and of those below it, by the id of that plan.
pub async fn read_villages_below(
    source: &Source<'_, '_>,
    plans: Vec<Uuid>,
    as_of: NaiveDate,
) -> Result<ReadObjects> {
    let parts = vec![Of::VillagesBelow(plans)];
    union(source, parts, as_of, Placements::Holding).await
}

async fn union(
    source: &Source<'_, '_>,
    parts: Vec<Of>,
    as_of: NaiveDate,
    placements: Placements,
) -> Result<ReadObjects> {
    let mut sql = source.sql();
    let mut glue = "";
    for of in parts {
        if of.ids().is_empty() {
            continue;
        }
        let part = Part {
            source,
            of,
            as_of,
            placements,
        };
        for rows in [Part::objects, Part::inspections, Part::credited] {
            sql.push(glue);
            glue = " UNION ALL ";
            rows(&part, &mut sql);
        }
    }
    if glue.is_empty() {
        return Ok(ReadObjects::default());
    }
    sql.push(glue);
    labels(source, &mut sql);
    sql.push(glue);
    settings(as_of, &mut sql);
    let mut reading = Reading::new(source.viewer().authority_id);
    for row in source.fetch(sql).await? {
        reading.take(&row)?;
    }
    if reading.is_by_settings() {
        let settings = source.settings(&reading.dispatchers(), as_of).await?;
        reading.go_by(settings);
    }
    Ok(reading.finish())
}
