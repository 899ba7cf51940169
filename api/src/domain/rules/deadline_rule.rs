//! A deadline rule, shipped or set by a dispatcher.

use inspectorate_entity::rules::deadline_rule::DeadlineUnit;
use inspectorate_macros::Noun;

use super::code_list::visible_to;
use crate::{
    access::policy::Agency,
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::{coded::Coded, scalars::Date},
    read::{Batch, One},
};

/// How long which event gives, in one edition; a dispatcher's own rule stands before its superior's, and that before the shipped default (期限规则).
#[derive(Noun)]
#[noun(table = "deadline_rule", plural = "deadlineRules", reads = ReadRules, visible = visible_to, order(key, edition))]
pub struct DeadlineRule {
    /// Stable name, such as RECTIFICATION_PLAN (规则代号).
    #[noun(filter, order)]
    pub key: String,
    /// Which wording of the rule for its dispatcher, counted from 1 (版次).
    #[noun(filter, order)]
    pub edition: i32,
    /// English name (英文名称).
    #[noun(filter, order)]
    pub name: String,
    /// Chinese name (中文名称).
    #[noun(filter, order)]
    pub name_zh: String,
    /// The event that starts the clock, such as FEEDBACK_GIVEN (起算事件).
    #[noun(filter)]
    pub start_event: String,
    /// How many of the unit it gives; the day of the event does not count (时长).
    pub length: i32,
    /// What is counted (单位).
    #[noun(filter)]
    pub unit: DeadlineUnit,
    /// Days before the due day on which to warn; working days when the unit is working days (预警天数).
    #[noun(computed = warnings, needs(warnings: String))]
    pub warnings: Vec<i32>,
    /// Agencies that may extend a deadline under this rule (可批准延期的机关).
    #[noun(computed = extended_by, needs(extended_by: String))]
    pub extended_by: Vec<Coded<Agency>>,
    /// Where the length comes from; "default, set your own" where no source prints one (来源).
    pub source: String,
    /// First day on which it starts clocks; null when it always did (生效日期).
    #[noun(filter, order)]
    pub valid_from: Option<Date>,
    /// Last day on which it starts clocks; null while it does (失效日期).
    #[noun(filter, order)]
    pub valid_to: Option<Date>,
    /// The dispatching organization whose rule it is; null for the shipped default, or when the viewer may not see it (所属派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

async fn warnings(batch: &Batch<'_>) -> Result<Vec<Vec<i32>>> {
    lists(batch, "warnings")
}

async fn extended_by(batch: &Batch<'_>) -> Result<Vec<Vec<Coded<Agency>>>> {
    let agencies: Vec<Vec<Agency>> = lists(batch, "extended_by")?;
    let coded = |agencies: Vec<Agency>| agencies.into_iter().map(Coded).collect();
    Ok(agencies.into_iter().map(coded).collect())
}

/// A column that holds a JSON list.
fn lists<T: serde::de::DeserializeOwned>(batch: &Batch<'_>, column: &str) -> Result<Vec<Vec<T>>> {
    (0..batch.len())
        .map(|row| {
            serde_json::from_str(batch.text(row, column).unwrap_or("[]")).map_err(Error::internal)
        })
        .collect()
}
