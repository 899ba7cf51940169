//! Objects at risk of being missed (漏巡风险), each with the reasons.

use std::collections::HashMap;

use async_graphql::{Enum, ID, SimpleObject};
use chrono::{Datelike, NaiveDate};
use inspectorate_entity::coverage::coverage_object::Priority;
use uuid::Uuid;

use super::{
    ledger::{self, Stage, Standing},
    ledger_figures::figures,
    ledger_rows::{self, Placements, PlanKey, ReadObject},
    ledger_view::heads,
    object_standing::ObjectStanding,
    source::Source,
};
use crate::{blocks::measure, error::Result, graphql::node_id, read::Batch};

/// Why an object may be missed (漏巡风险).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "CoverageRisk")]
pub enum Risk {
    /// The round or year in which it was placed is over, and no inspection of the required mode has begun (到期未进驻).
    PlacementMissed,
    /// Its inspection has begun, its round or year is over, and it is neither reported nor fed back (到期未汇报、反馈).
    ReportOutstanding,
    /// The plan lags by more than its dispatcher tolerates, and it is placed nowhere (进度滞后且未排入).
    PlanLags,
    /// The last year of the plan has begun, and it is placed nowhere (末年未排入).
    UnplacedInTheLastYear,
    /// It has priority, and it is placed nowhere (优先对象未排入).
    PriorityUnplaced,
    /// Only a special or mobile inspection was made, the routine one is due and placed nowhere (仅做过专项、常规未排入).
    RoutineUnplaced,
}

/// A reason with what it means here (风险说明).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
#[graphql(name = "CoverageRiskReason")]
pub struct RiskReason {
    /// The reason.
    pub risk: Risk,
    /// What it means here, in English.
    pub text: String,
    /// What it means here, in Chinese (说明).
    pub text_zh: String,
}

/// An object that may be missed (存在漏巡风险的对象).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct ObjectAtRisk {
    /// The `id` of the object (对象标识).
    pub object_id: ID,
    /// The `id` of its organization (单位标识).
    pub organization_id: ID,
    /// The name of its organization (单位名称).
    pub organization_name: String,
    /// Its sector block; null when it is in none (板块).
    pub block_name: Option<String>,
    /// How far it has come on that day (覆盖情况).
    pub standing: ObjectStanding,
    /// Why it may be missed, at least one reason (风险原因).
    pub reasons: Vec<RiskReason>,
}

/// What puts the object at risk on `as_of`, in a plan whose last year is `last_year` and that may be `late`; nothing when it is
/// covered or off the list.
pub fn risks(object: &ReadObject, last_year: i32, late: bool, as_of: NaiveDate) -> Vec<RiskReason> {
    let Standing::OnList {
        stage,
        special_only,
        ..
    } = ledger::standing(&object.listed, as_of)
    else {
        return Vec::new();
    };
    let due = ledger::placement(&object.listed, as_of).map(|placement| placement.due_on());
    let over = due.filter(|due| *due < as_of);
    let mut reasons = Vec::new();
    let mut reason = |risk, text: String, text_zh: String| {
        reasons.push(RiskReason {
            risk,
            text,
            text_zh,
        });
    };
    match (stage, over) {
        (Stage::Planned, Some(due)) => reason(
            Risk::PlacementMissed,
            format!("It was to be inspected by {due}, and no inspection has begun."),
            format!("原定 {due} 前进驻，至今未开展巡察。"),
        ),
        (Stage::UnderWay, Some(due)) => reason(
            Risk::ReportOutstanding,
            format!("Its inspection was to end by {due}, and is neither reported nor fed back."),
            format!("巡察应于 {due} 前结束，至今未汇报、反馈。"),
        ),
        (Stage::Unplanned, _) => {
            if late {
                reason(
                    Risk::PlanLags,
                    "The plan lags by more than its dispatcher tolerates, and it is placed nowhere.".to_owned(),
                    "规划进度滞后超过容忍度，该对象尚未排入任何年度。".to_owned(),
                );
            }
            if last_year <= as_of.year() {
                reason(
                    Risk::UnplacedInTheLastYear,
                    format!("The plan ends in {last_year}, and it is placed nowhere."),
                    format!("规划将于 {last_year} 年到期，尚未排入任何年度。"),
                );
            }
            if object.priority != Priority::Ordinary {
                reason(
                    Risk::PriorityUnplaced,
                    "It has priority, and it is placed nowhere.".to_owned(),
                    "属优先对象，尚未排入任何年度。".to_owned(),
                );
            }
            if special_only {
                reason(
                    Risk::RoutineUnplaced,
                    "Only a special or mobile inspection was made; the routine one is placed nowhere.".to_owned(),
                    "仅开展过专项或机动巡察，常规巡察尚未排入。".to_owned(),
                );
            }
        }
        (Stage::Planned | Stage::UnderWay | Stage::Covered, _) => {}
    }
    reasons
}

/// The objects at risk of each plan: one statement for what is counted, one for the names of those that are.
pub async fn objects_at_risk(batch: &Batch<'_>) -> Result<Vec<Vec<ObjectAtRisk>>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let source = Source::Reading(batch);
    let heads = heads(batch)?;
    let keys: Vec<PlanKey> = heads.iter().map(|head| head.key).collect();
    let mut read = ledger_rows::read(&source, &keys, as_of, Placements::Holding).await?;
    let mut found: Vec<Vec<(ReadObject, Vec<RiskReason>)>> = Vec::with_capacity(heads.len());
    for head in &heads {
        let frame = head.frame(&read);
        let objects = read.plans.remove(&head.key.id).unwrap_or_default();
        let listed = objects.iter().map(|object| &object.listed);
        let late = figures(listed, &read.groups, &frame, &head.basis(as_of))
            .pace
            .late;
        let at_risk = objects.into_iter().filter_map(|object| {
            let reasons = risks(&object, head.years.1, late, as_of);
            (!reasons.is_empty()).then_some((object, reasons))
        });
        found.push(at_risk.collect());
    }
    let ids = found.iter().flatten().map(|(object, _)| object.id);
    let names = names(batch, ids.collect()).await?;
    let laid_out = |(object, reasons): (ReadObject, Vec<RiskReason>)| {
        let (organization, name, block) = names.get(&object.id)?.clone();
        Some(ObjectAtRisk {
            object_id: ID(node_id::encode("CoverageObject", object.id)),
            organization_id: ID(node_id::encode("Organization", organization)),
            organization_name: name,
            block_name: block,
            standing: ledger::standing(&object.listed, as_of).into(),
            reasons,
        })
    };
    let plans = found.into_iter();
    Ok(plans
        .map(|objects| objects.into_iter().filter_map(laid_out).collect())
        .collect())
}

/// Organization, its name and the name of the block, of objects that the viewer was found to see.
type Names = HashMap<Uuid, (Uuid, String, Option<String>)>;

async fn names(batch: &Batch<'_>, ids: Vec<Uuid>) -> Result<Names> {
    if ids.is_empty() {
        return Ok(Names::new());
    }
    let mut sql = batch.sql();
    sql.push("SELECT o.id, g.id, g.name, b.name FROM coverage_object o JOIN organization g ON g.id = o.organization_id LEFT JOIN sector_block b ON b.id = o.block_id WHERE o.id")
        .in_ids(&ids);
    let rows = batch.fetch(sql).await?;
    let named = rows.iter().map(|row| {
        let name = (
            row.try_get_by_index(1)?,
            row.try_get_by_index(2)?,
            row.try_get_by_index(3)?,
        );
        Ok((row.try_get_by_index(0)?, name))
    });
    named.collect()
}
