//! How far the sides of a joint operation have come in working together: what the rules, the figures and `conditions` look at.

use std::collections::HashMap;

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use inspectorate_entity::joint_operations::joint_operation::JointStatus;
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::{
    access::change::Change,
    blocks::{
        measure::today,
        setting::{self, Settings},
    },
    error::Result,
    read::{Batch, Sql},
};

/// What was planned, referred, shared and entered, whoever found it: of results nothing is told but whether there is one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Progress {
    pub steps: i64,
    pub steps_open: i64,
    pub referrals: i64,
    pub referrals_open: i64,
    pub results: i64,
    pub not_entered: i64,
    pub first_entry: Option<NaiveDate>,
    pub last_entry: Option<NaiveDate>,
}

/// Which of the four conditions of an integrated operation are kept so far (一体运作四项条件).
#[derive(Clone, Copy, Debug, PartialEq, Eq, SimpleObject)]
pub struct JointConditions {
    /// Every side entered, and no two further apart than the setting `JOINT_ENTRY_TOLERANCE_DAYS` lets them (同时进点).
    pub simultaneous_entry: bool,
    /// There is a common plan of work, and every step of it is done (同步开展).
    pub synchronous_work: bool,
    /// The sides referred matters to each other, and every one is answered (强化协作).
    pub reinforced_cooperation: bool,
    /// At least one result is shared (成果共享).
    pub shared_results: bool,
}

impl JointConditions {
    fn all(self) -> bool {
        self.simultaneous_entry
            && self.synchronous_work
            && self.reinforced_cooperation
            && self.shared_results
    }
}

impl Progress {
    fn read(row: &QueryResult) -> Result<Self> {
        Ok(Self {
            steps: row.try_get("", "steps")?,
            steps_open: row.try_get("", "steps_open")?,
            referrals: row.try_get("", "referrals")?,
            referrals_open: row.try_get("", "referrals_open")?,
            results: row.try_get("", "results")?,
            not_entered: row.try_get("", "not_entered")?,
            first_entry: row.try_get("", "first_entry")?,
            last_entry: row.try_get("", "last_entry")?,
        })
    }

    /// The four conditions by the settings of the dispatcher.
    pub fn conditions(&self, settings: &Settings) -> JointConditions {
        let tolerance = i64::from(settings.number(setting::JOINT_ENTRY_TOLERANCE_DAYS));
        let together = match (self.first_entry, self.last_entry) {
            (Some(first), Some(last)) => (last - first).num_days() <= tolerance,
            _ => false,
        };
        JointConditions {
            simultaneous_entry: self.not_entered == 0 && together,
            synchronous_work: self.steps > 0 && self.steps_open == 0,
            reinforced_cooperation: self.referrals > 0 && self.referrals_open == 0,
            shared_results: self.results > 0,
        }
    }

    /// Whether the dispatcher asks for the four conditions before the report, and one is not kept.
    pub fn lacks(&self, settings: &Settings) -> bool {
        settings.flag(setting::JOINT_REPORT_NEEDS_CONDITIONS) && !self.conditions(settings).all()
    }

    /// Whether results were shared that are not reported.
    pub fn unreported(&self, status: JointStatus) -> bool {
        self.results > 0 && matches!(status, JointStatus::Agreed | JointStatus::Entered)
    }
}

/// How far each of these operations has come; for those who see the operation, which is the caller's part.
fn statement(operations: &[Uuid], mut sql: Sql) -> Sql {
    sql.push(
        "SELECT t.id, \
         (SELECT COUNT(*) FROM joint_step s WHERE s.operation_id = t.id) AS steps, \
         (SELECT COUNT(*) FROM joint_step s WHERE s.operation_id = t.id AND s.status = 'OPEN') AS steps_open, \
         (SELECT COUNT(*) FROM joint_referral r WHERE r.operation_id = t.id) AS referrals, \
         (SELECT COUNT(*) FROM joint_referral r WHERE r.operation_id = t.id AND r.status = 'OPEN') AS referrals_open, \
         (SELECT COUNT(*) FROM joint_result x WHERE x.operation_id = t.id) AS results, \
         (SELECT COUNT(*) FROM joint_operation_party p WHERE p.operation_id = t.id AND p.entered_on IS NULL) AS not_entered, \
         (SELECT MIN(p.entered_on) FROM joint_operation_party p WHERE p.operation_id = t.id) AS first_entry, \
         (SELECT MAX(p.entered_on) FROM joint_operation_party p WHERE p.operation_id = t.id) AS last_entry \
         FROM joint_operation t WHERE t.id",
    )
    .in_ids(operations);
    sql
}

/// How far one operation has come.
pub async fn of_change(change: &Change, operation: Uuid) -> Result<Progress> {
    let rows = change.select(statement(&[operation], change.sql())).await?;
    rows.first().map_or(Ok(Progress::default()), Progress::read)
}

/// How far each operation of the page has come: one statement for all.
pub async fn of_batch(batch: &Batch<'_>) -> Result<HashMap<Uuid, Progress>> {
    let rows = batch.fetch(statement(&batch.ids(), batch.sql())).await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "id")?, Progress::read(row)?)))
        .collect()
}

/// The settings of the dispatcher of each row of the page.
pub async fn settings(batch: &Batch<'_>) -> Result<HashMap<Uuid, Settings>> {
    let dispatchers: Vec<Uuid> = (0..batch.len())
        .filter_map(|row| batch.id(row, "dispatcher_id"))
        .collect();
    setting::of_batch(batch, &dispatchers, today()).await
}

/// Which of the four conditions each operation keeps.
pub async fn conditions(batch: &Batch<'_>) -> Result<Vec<JointConditions>> {
    let (progress, settings) = (of_batch(batch).await?, settings(batch).await?);
    let by_default = Settings::default();
    let ids = batch.ids().into_iter().enumerate();
    Ok(ids
        .map(|(row, id)| {
            let of_it = progress.get(&id).copied().unwrap_or_default();
            let dispatcher = batch.id(row, "dispatcher_id");
            let settings = dispatcher.and_then(|dispatcher| settings.get(&dispatcher));
            of_it.conditions(settings.unwrap_or(&by_default))
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_condition_is_looked_at_by_itself() {
        let day = |day: u32| NaiveDate::from_ymd_opt(2022, 4, day);
        let settings = Settings::default();
        let none = Progress::default().conditions(&settings);
        assert!(!none.all() && !none.simultaneous_entry && !none.synchronous_work);
        let kept = Progress {
            steps: 2,
            steps_open: 0,
            referrals: 1,
            referrals_open: 0,
            results: 1,
            not_entered: 0,
            first_entry: day(6),
            last_entry: day(6),
        };
        assert!(kept.conditions(&settings).all());
        for spoilt in [
            Progress {
                last_entry: day(7),
                ..kept
            },
            Progress {
                not_entered: 1,
                ..kept
            },
            Progress {
                steps_open: 1,
                ..kept
            },
            Progress {
                referrals_open: 1,
                ..kept
            },
            Progress { results: 0, ..kept },
        ] {
            assert!(!spoilt.conditions(&settings).all());
        }
        assert!(kept.unreported(JointStatus::Entered));
        assert!(!kept.unreported(JointStatus::Reported));
        assert!(!kept.lacks(&settings));
    }
}
