//! Reads what the ledger counts: every object of the plans asked for, with its placements and inspections, in one statement.
//!
//! The statement is a union, so that each part goes by one index: objects with their placements, their own inspections, and
//! inspections of their organizations that may be credited to them (提级、延伸), of five-year plans by the list and of annual plans
//! by the placement; then what the codes are called, and whether any dispatcher has a setting that bears on the ledger. Only if one
//! has are the settings read, in a second statement. An object is one row however often it was inspected.

use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::{
    coverage::{coverage_object::Priority, coverage_plan::PlanKind},
    rules::setting_value::SettingKey,
    vocabulary::Vocabulary,
};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{
    coverage_object::CoverageObject,
    coverage_record::CoverageRecord,
    ledger::Listed,
    ledger_reading::{Reading, row},
    plan_assignment::PlanAssignment,
    source::Source,
};
use crate::{
    access::visible,
    blocks::{
        measure::ScopePart,
        setting::{self, Settings},
    },
    domain::rules::code_list::CodeList,
    error::Result,
    read::{Sql, noun::Noun},
};

/// A plan whose objects are read.
#[derive(Clone, Copy, Debug)]
pub struct PlanKey {
    pub id: Uuid,
    pub kind: PlanKind,
}

/// Whose objects a part of the statement has.
#[derive(Clone, Debug)]
enum Of {
    /// On the lists of these five-year plans.
    Lists(Vec<Uuid>),
    /// Placed in these annual plans.
    Years(Vec<Uuid>),
    /// These themselves.
    Objects(Vec<Uuid>),
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

    /// How far a plan of `dispatcher` may lag.
    pub fn tolerance(&self, dispatcher: Uuid) -> Decimal {
        let own = self.settings.get(&dispatcher);
        let shipped = || Settings::default().points(setting::PACE_TOLERANCE);
        own.map_or_else(shipped, |own| own.points(setting::PACE_TOLERANCE))
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

async fn union(
    source: &Source<'_, '_>,
    parts: Vec<Of>,
    as_of: NaiveDate,
    placements: Placements,
) -> Result<ReadObjects> {
    let mut sql = source.sql();
    let mut glue = "";
    for of in parts {
        let (Of::Lists(ids) | Of::Years(ids) | Of::Objects(ids)) = &of;
        if ids.is_empty() {
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

/// What the codes of sectors and object types are called, by every list that the viewer may see.
fn labels(source: &Source<'_, '_>, sql: &mut Sql) {
    sql.push("SELECT NULL, l.dispatcher_id, l.key, e.code, NULL, NULL, e.label_zh, NULL, NULL, NULL, NULL, NULL, NULL, e.edition, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ")
        .number(row::LABEL)
        .push(" FROM code_list_entry e JOIN code_list l ON l.id = e.code_list_id WHERE l.key IN ('SECTOR', 'OBJECT_TYPE') AND ");
    visible::rows(CodeList::DEF, source.viewer(), "l", sql);
}

/// One row if any dispatcher decided anything that bears on the ledger.
fn settings(as_of: NaiveDate, sql: &mut Sql) {
    let keys = [
        SettingKey::CoveredWhen,
        SettingKey::SpecialCountsAsRoutine,
        SettingKey::ExtendedCountsAsRoutine,
        SettingKey::ElevatedCountsAsRoutine,
        SettingKey::SpecialOnlyStaysDue,
        SettingKey::PaceTolerance,
    ];
    sql.push("SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ")
        .number(row::SETTINGS)
        .push(" WHERE EXISTS (SELECT 1 FROM setting_value v WHERE v.valid_from <= ")
        .bind(as_of)
        .push(" AND v.key")
        .in_texts(keys.iter().map(|key| key.as_str().to_owned()).collect());
    sql.push(")");
}

/// The rows of one kind of origin.
struct Part<'a, 'b, 'c> {
    source: &'a Source<'b, 'c>,
    of: Of,
    as_of: NaiveDate,
    placements: Placements,
}

impl Part<'_, '_, '_> {
    /// Objects with their placements.
    fn objects(&self, sql: &mut Sql) {
        sql.push("SELECT ")
            .push(self.plan())
            .push(" AS plan, o.id, o.required_mode, o.priority, o.listed_on, o.withdrawn_on, o.object_type, g.sector_code, g.level, \
                 o.block_id, b.name AS block, o.dispatcher_id, d.name AS dispatcher, p.year, p.assigned_on, p.superseded_on, t.ends_on, \
                 NULL AS kind, NULL AS started_on, NULL AS reported_on, NULL AS fed_back_on, 0 AS tag FROM coverage_object o \
                 JOIN organization g ON g.id = o.organization_id JOIN organization d ON d.id = o.dispatcher_id \
                 LEFT JOIN sector_block b ON b.id = o.block_id ")
            .push(if self.by_placement() { "JOIN" } else { "LEFT JOIN" })
            .push(" plan_assignment p ON p.object_id = o.id AND ");
        self.placed(sql, self.placements);
        sql.push(" LEFT JOIN round t ON t.id = p.round_id WHERE ");
        self.wanted(sql);
    }

    /// Inspections that were recorded for the object itself.
    fn inspections(&self, sql: &mut Sql) {
        self.of_records(sql, "1", " JOIN coverage_record r ON r.object_id = o.id");
    }

    /// Inspections of the organization within the term that another dispatcher sent, or that reached it from another organization.
    fn credited(&self, sql: &mut Sql) {
        self.of_records(
            sql,
            "CASE WHEN r.extended_from_id IS NULL THEN 2 ELSE 3 END",
            " JOIN coverage_plan f ON f.id = o.plan_id JOIN term e ON e.id = f.term_id \
             JOIN coverage_record r ON r.organization_id = o.organization_id AND r.object_id IS NULL \
             AND (r.dispatcher_id <> o.dispatcher_id OR r.extended_from_id IS NOT NULL) \
             AND r.started_on >= e.starts_on AND r.started_on <= e.ends_on",
        );
    }

    fn of_records(&self, sql: &mut Sql, tag: &str, join: &str) {
        sql.push("SELECT ").push(self.plan()).push(
            ", o.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
             r.kind, r.started_on, r.reported_on, r.fed_back_on, ",
        );
        sql.push(tag).push(" FROM coverage_object o").push(join);
        if self.by_placement() {
            sql.push(" JOIN plan_assignment p ON p.object_id = o.id AND ");
            self.placed(sql, Placements::Holding);
        }
        sql.push(" WHERE r.started_on <= ")
            .bind(self.as_of)
            .push(" AND ");
        visible::rows(CoverageRecord::DEF, self.source.viewer(), "r", sql);
        sql.push(" AND ");
        self.wanted(sql);
    }

    fn by_placement(&self) -> bool {
        matches!(self.of, Of::Years(_))
    }

    fn plan(&self) -> &'static str {
        match self.of {
            Of::Lists(_) | Of::Objects(_) => "o.plan_id",
            Of::Years(_) => "p.annual_plan_id",
        }
    }

    /// The placement `p` is one that is asked for.
    fn placed(&self, sql: &mut Sql, placements: Placements) {
        sql.push("p.assigned_on <= ").bind(self.as_of);
        if placements == Placements::Holding {
            sql.push(" AND (p.superseded_on IS NULL OR p.superseded_on > ")
                .bind(self.as_of)
                .push(")");
        }
        sql.push(" AND ");
        visible::rows(PlanAssignment::DEF, self.source.viewer(), "p", sql);
    }

    fn wanted(&self, sql: &mut Sql) {
        match &self.of {
            Of::Lists(ids) => sql.push("o.plan_id").in_ids(ids),
            Of::Years(ids) => sql.push("p.annual_plan_id").in_ids(ids),
            Of::Objects(ids) => sql.push("o.id").in_ids(ids),
        };
        sql.push(" AND ");
        visible::rows(CoverageObject::DEF, self.source.viewer(), "o", sql);
    }
}
