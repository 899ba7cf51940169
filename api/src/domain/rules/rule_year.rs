//! The counts of a year's rule work, and the gaps of the basic list, as measures.

use std::collections::HashMap;

use async_graphql::SimpleObject;
use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::{required_rule::RequiredRule, rule_document::RuleDocument};
use crate::{
    access::visible,
    blocks::measure::{self, Basis, Definition, Dimension, Measure, ScopePart, Unit},
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::node_id,
    read::{Batch, noun::Noun as _},
};

/// What became of the rules of a place in one year (年度制度废改立情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct RuleYear {
    /// Rules newly made (新建).
    established: Measure,
    /// Rules given a new wording (修订完善).
    revised: Measure,
    /// Rules abolished or replaced (废止).
    abolished: Measure,
    /// Rules made by rectification, part of the new and revised ones (整改建章立制).
    from_rectification: Measure,
}

const ESTABLISHED: Definition = Definition::new(
    "RULES_ESTABLISHED",
    1,
    "Rule documents of the register, superiors' left out, that were new and issued in the year, on trial too.",
    "登记在册的制度（不含上级制度）中当年新建并制发的件数，含试行。",
);

const REVISED: Definition = Definition::new(
    "RULES_REVISED",
    1,
    "Rule documents of the register, superiors' left out, that were issued in the year as a new wording of an earlier one.",
    "登记在册的制度（不含上级制度）中当年修订并制发的件数。",
);

const ABOLISHED: Definition = Definition::new(
    "RULES_ABOLISHED",
    1,
    "Rule documents of the register, superiors' left out, that were abolished or gave way to another document with a last day in the year.",
    "登记在册的制度（不含上级制度）中当年废止或被其他制度替代的件数。",
);

const FROM_RECTIFICATION: Definition = Definition::new(
    "RULES_FROM_RECTIFICATION",
    1,
    "Rule documents made by rectification that were issued in the year, new or revised.",
    "当年制发的整改建章立制制度件数，含新建和修订。",
);

const ANSWERED: Definition = Definition::new(
    "BASIC_LIST_ANSWERED",
    1,
    "Items of the basic list that a rule in force or on trial answers, among the items asked for.",
    "基本制度清单所要求事项中，已有正式或试行制度的占比。",
);

/// The year's counts of each dispatcher: one statement for the whole batch.
pub async fn rule_year(batch: &Batch<'_>) -> Result<Vec<RuleYear>> {
    let year: i32 = batch.argument("year")?;
    let (first, last) = span(year)?;
    let mut sql = batch.sql();
    sql.push("SELECT r.dispatcher_id AS id, SUM(CASE WHEN r.issued_year = ")
        .bind(year)
        .push(" AND r.making = 'NEW' THEN 1 ELSE 0 END) AS established, SUM(CASE WHEN r.issued_year = ")
        .bind(year)
        .push(" AND r.making = 'REVISION' THEN 1 ELSE 0 END) AS revised, SUM(CASE WHEN r.issued_year = ")
        .bind(year)
        .push(" AND r.kind = 'FROM_RECTIFICATION' THEN 1 ELSE 0 END) AS rectified, SUM(CASE WHEN r.status IN ('ABOLISHED', 'REPLACED') AND r.ended_on >= ")
        .bind(first)
        .push(" AND r.ended_on <= ")
        .bind(last)
        .push(" THEN 1 ELSE 0 END) AS abolished FROM rule_document r WHERE r.kind <> 'OF_SUPERIOR' AND r.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(RuleDocument::DEF, batch.viewer(), "r", &mut sql);
    sql.push(" GROUP BY r.dispatcher_id");
    let mut counts: HashMap<Uuid, [i64; 4]> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let found = [
            row.try_get("", "established")?,
            row.try_get("", "revised")?,
            row.try_get("", "abolished")?,
            row.try_get("", "rectified")?,
        ];
        counts.insert(row.try_get("", "id")?, found);
    }
    let as_of = last.min(measure::today());
    let ids = batch.ids().into_iter().enumerate();
    let years = ids.map(|(row, id)| {
        let basis = basis(batch, row, id, as_of).narrowed(ScopePart::new(
            Dimension::Year,
            Some(year.to_string()),
            year.to_string(),
        ));
        let counts = counts.get(&id).copied().unwrap_or_default();
        let [established, revised, abolished, rectified] =
            counts.map(|count| usize::try_from(count).unwrap_or_default());
        RuleYear {
            established: basis.count(established, Unit::Rule, ESTABLISHED),
            revised: basis.count(revised, Unit::Rule, REVISED),
            abolished: basis.count(abolished, Unit::Rule, ABOLISHED),
            from_rectification: basis.count(rectified, Unit::Rule, FROM_RECTIFICATION),
        }
    });
    Ok(years.collect())
}

/// Which share of each dispatcher's basic list is answered today.
pub async fn basic_list_answered(batch: &Batch<'_>) -> Result<Vec<Measure>> {
    let mut sql = batch.sql();
    sql.push("SELECT q.dispatcher_id AS id, COUNT(*) AS asked, SUM(CASE WHEN EXISTS (SELECT 1 FROM rule_document r WHERE r.required_rule_id = q.id AND r.status IN ('FORMAL', 'ON_TRIAL') AND ");
    visible::rows(RuleDocument::DEF, batch.viewer(), "r", &mut sql);
    sql.push(") THEN 1 ELSE 0 END) AS answered FROM required_rule q WHERE q.waived_on IS NULL AND q.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(RequiredRule::DEF, batch.viewer(), "q", &mut sql);
    sql.push(" GROUP BY q.dispatcher_id");
    let mut shares: HashMap<Uuid, (i64, i64)> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let share = (row.try_get("", "answered")?, row.try_get("", "asked")?);
        shares.insert(row.try_get("", "id")?, share);
    }
    let ids = batch.ids().into_iter().enumerate();
    let measures = ids.map(|(row, id)| {
        let (answered, asked) = shares.get(&id).copied().unwrap_or_default();
        let number = |count: i64| usize::try_from(count).unwrap_or_default();
        basis(batch, row, id, measure::today()).share(number(answered), number(asked), ANSWERED)
    });
    Ok(measures.collect())
}

fn basis(batch: &Batch<'_>, row: usize, id: Uuid, as_of: NaiveDate) -> Basis {
    let name = batch.text(row, "name").unwrap_or_default();
    let id = node_id::encode(Organization::DEF.name, id);
    let scope = vec![ScopePart::new(Dimension::Organization, Some(id), name)];
    Basis { scope, as_of }
}

/// First and last day of a year that has begun.
pub fn span(year: i32) -> Result<(NaiveDate, NaiveDate)> {
    let days = (
        NaiveDate::from_ymd_opt(year, 1, 1),
        NaiveDate::from_ymd_opt(year, 12, 31),
    );
    match days {
        (Some(first), Some(last)) if first <= measure::today() && year >= 1921 => Ok((first, last)),
        _ => Err(Error::bad_input(
            "year",
            format!(
                "{year} is no year between 1921 and {}.",
                measure::today().year()
            ),
            format!("{year} 不在 1921 年至 {} 年之间。", measure::today().year()),
        )),
    }
}
