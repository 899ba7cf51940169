//! The rows from which a year is counted by mode.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::{
    access::visible,
    domain::{coverage::coverage_record::CoverageRecord, inspections::inspection::Inspection},
    read::{
        Batch, Sql,
        noun::{Noun as _, NounDef},
    },
};

/// What the ledger has on record, with what is known of its dispatch.
pub fn records(batch: &Batch<'_>, first: NaiveDate, last: NaiveDate) -> Sql {
    let mut sql = batch.sql();
    sql.push("SELECT c.dispatcher_id, c.organization_id, c.kind, CASE WHEN c.extended_from_id IS NULL THEN 'OWN' ELSE 'EXTENDED' END AS form, ")
        .push("c.extended_from_id IS NULL AND COALESCE(i.is_elevated, o.dispatcher_id <> c.dispatcher_id AND EXISTS (SELECT 1 FROM organization h JOIN organization d ON d.id = c.dispatcher_id ")
        .push("WHERE h.id = o.dispatcher_id AND substr(h.path, 1, length(d.path)) = d.path), FALSE) AS elevated, ")
        .push("COALESCE(i.is_cross, FALSE) AS is_cross, COALESCE(i.is_millstone, FALSE) AS millstone, COALESCE(i.is_assistance, FALSE) AS assistance, ")
        .push("i.link_group_id IS NOT NULL AS linked FROM coverage_record c JOIN organization o ON o.id = c.organization_id ")
        .push("LEFT JOIN inspection i ON i.coverage_record_id = c.id WHERE ");
    of_the_dispatchers(
        batch,
        CoverageRecord::DEF,
        "c",
        "started_on",
        first..=last,
        &mut sql,
    );
    sql
}

/// Detachments, which the ledger leaves to their inspection.
pub fn detachments(batch: &Batch<'_>, first: NaiveDate, last: NaiveDate) -> Sql {
    let mut sql = batch.sql();
    sql.push("SELECT i.dispatcher_id, i.organization_id, i.kind, i.form, FALSE AS elevated, i.is_cross, i.is_millstone AS millstone, ")
        .push("i.is_assistance AS assistance, i.link_group_id IS NOT NULL AS linked FROM inspection i WHERE i.form = 'PINPOINT' AND ");
    of_the_dispatchers(
        batch,
        Inspection::DEF,
        "i",
        "entered_on",
        first..=last,
        &mut sql,
    );
    sql
}

/// Who sat on the teams, once a team and person.
pub fn seats(batch: &Batch<'_>, first: NaiveDate, last: NaiveDate) -> Sql {
    let mut sql = batch.sql();
    sql.push("SELECT DISTINCT i.dispatcher_id, m.team_id, m.person_id FROM inspection i JOIN team_member m ON m.team_id = i.team_id ")
        .push("AND (m.ends_on IS NULL OR m.ends_on >= i.entered_on) WHERE ");
    of_the_dispatchers(
        batch,
        Inspection::DEF,
        "i",
        "entered_on",
        first..=last,
        &mut sql,
    );
    sql
}

/// The rows of a noun that the viewer sees, of the dispatchers at hand, with a day within these.
fn of_the_dispatchers(
    batch: &Batch<'_>,
    noun: &'static NounDef,
    alias: &str,
    day: &str,
    days: RangeInclusive<NaiveDate>,
    sql: &mut Sql,
) {
    sql.column(alias, day)
        .push(" >= ")
        .bind(*days.start())
        .push(" AND ")
        .column(alias, day)
        .push(" <= ")
        .bind(*days.end())
        .push(" AND ")
        .column(alias, "dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(noun, batch.viewer(), alias, sql);
}
