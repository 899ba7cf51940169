//! The statement of the ledger: a union, so that each part goes by one index.
//!
//! Objects with their placements, their own inspections, and inspections of their organizations that may be credited to them (提级、
//! 延伸), of five-year plans by the list and of annual plans by the placement; then what the codes are called, and whether any
//! dispatcher has a setting that bears on the ledger.

use chrono::NaiveDate;
use inspectorate_entity::{rules::setting_value::SettingKey, vocabulary::Vocabulary};
use uuid::Uuid;

use super::{
    coverage_object::CoverageObject, coverage_record::CoverageRecord, ledger_reading::row,
    ledger_rows::Placements, plan_assignment::PlanAssignment, source::Source,
};
use crate::{
    access::visible,
    domain::rules::code_list::CodeList,
    read::{Sql, noun::Noun},
};

/// The type of villages and communities in the code list of object types.
pub const VILLAGE: &str = "VILLAGE_OR_COMMUNITY";

/// Whose objects a part of the statement has.
#[derive(Clone, Debug)]
pub enum Of {
    /// On the lists of these five-year plans.
    Lists(Vec<Uuid>),
    /// Placed in these annual plans.
    Years(Vec<Uuid>),
    /// These themselves.
    Objects(Vec<Uuid>),
    /// Villages on the lists of all dispatchers at or below that of each of these plans, for years that the plans share.
    VillagesBelow(Vec<Uuid>),
}

impl Of {
    /// By which ids it is asked.
    pub fn ids(&self) -> &[Uuid] {
        let (Self::Lists(ids) | Self::Years(ids) | Self::Objects(ids) | Self::VillagesBelow(ids)) =
            self;
        ids
    }
}

/// What the codes of sectors and object types are called, by every list that the viewer may see.
pub fn labels(source: &Source<'_, '_>, sql: &mut Sql) {
    sql.push("SELECT NULL, l.dispatcher_id, l.key, e.code, NULL, NULL, e.label_zh, NULL, NULL, NULL, NULL, NULL, NULL, e.edition, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ")
        .number(row::LABEL)
        .push(" FROM code_list_entry e JOIN code_list l ON l.id = e.code_list_id WHERE l.key IN ('SECTOR', 'OBJECT_TYPE') AND ");
    visible::rows(CodeList::DEF, source.viewer(), "l", sql);
}

/// One row if any dispatcher decided anything that bears on the ledger.
pub fn settings(as_of: NaiveDate, sql: &mut Sql) {
    let keys = [
        SettingKey::CoveredWhen,
        SettingKey::SpecialCountsAsRoutine,
        SettingKey::ExtendedCountsAsRoutine,
        SettingKey::ElevatedCountsAsRoutine,
        SettingKey::SpecialOnlyStaysDue,
        SettingKey::EffectiveNeedsFindings,
        SettingKey::EffectiveNeedsFeedback,
        SettingKey::EffectiveNeedsRectification,
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
pub struct Part<'a, 'b, 'c> {
    pub source: &'a Source<'b, 'c>,
    pub of: Of,
    pub as_of: NaiveDate,
    pub placements: Placements,
}

impl Part<'_, '_, '_> {
    /// Objects with their placements.
    pub fn objects(&self, sql: &mut Sql) {
        sql.push("SELECT ")
            .push(self.plan())
            .push(" AS plan, o.id, o.required_mode, o.priority, o.listed_on, o.withdrawn_on, o.object_type, g.sector_code, g.level, \
                 o.block_id, b.name AS block, o.dispatcher_id, d.name AS dispatcher, p.year, p.assigned_on, p.superseded_on, t.ends_on, \
                 NULL AS kind, NULL AS started_on, NULL AS reported_on, NULL AS fed_back_on, 0 AS tag");
        self.from(sql);
        sql.push(" JOIN organization g ON g.id = o.organization_id JOIN organization d ON d.id = o.dispatcher_id \
                 LEFT JOIN sector_block b ON b.id = o.block_id ")
            .push(if self.by_placement() { "JOIN" } else { "LEFT JOIN" })
            .push(" plan_assignment p ON p.object_id = o.id AND ");
        self.placed(sql, self.placements);
        sql.push(" LEFT JOIN round t ON t.id = p.round_id WHERE ");
        self.wanted(sql);
    }

    /// Inspections that were recorded for the object itself.
    pub fn inspections(&self, sql: &mut Sql) {
        self.of_records(sql, "1", " JOIN coverage_record r ON r.object_id = o.id");
    }

    /// Inspections of the organization within the term that another dispatcher sent, or that reached it from another organization.
    pub fn credited(&self, sql: &mut Sql) {
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
            ", o.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
             r.findings_recorded_on, r.rectification_accepted_on, NULL, r.kind, r.started_on, r.reported_on, r.fed_back_on, ",
        );
        sql.push(tag);
        self.from(sql);
        sql.push(join);
        if let Of::Years(ids) = &self.of {
            // An object that was placed in the plan twice is one object.
            sql.push(" JOIN (SELECT DISTINCT p.annual_plan_id, p.object_id FROM plan_assignment p WHERE p.annual_plan_id")
                .in_ids(ids)
                .push(" AND ");
            self.placed(sql, self.placements);
            sql.push(") p ON p.object_id = o.id");
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
            Of::VillagesBelow(_) => "k.asked",
        }
    }

    fn from(&self, sql: &mut Sql) {
        sql.push(" FROM coverage_object o");
        if let Of::VillagesBelow(ids) = &self.of {
            sql.push(" JOIN (SELECT q.id AS asked, v.id AS plan_id FROM coverage_plan q JOIN organization d ON d.id = q.dispatcher_id \
                 JOIN organization s ON s.path >= d.path AND s.path < substr(d.path, 1, length(d.path) - 1) || '0' \
                 JOIN coverage_plan v ON v.dispatcher_id = s.id AND v.kind = 'FIVE_YEAR' AND v.from_year <= q.to_year AND v.to_year >= q.from_year \
                 WHERE q.id")
                .in_ids(ids)
                .push(") k ON k.plan_id = o.plan_id");
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
            Of::VillagesBelow(_) => sql.push("o.object_type = ").bind(VILLAGE),
        };
        sql.push(" AND ");
        visible::rows(CoverageObject::DEF, self.source.viewer(), "o", sql);
    }
}
