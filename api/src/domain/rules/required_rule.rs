//! The basic list of rules and its gaps.

use std::collections::HashMap;

use async_graphql::Enum;
use inspectorate_entity::rules::rule_document::RuleTier;
use inspectorate_macros::Noun;
use uuid::Uuid;

use super::rule_document::RuleDocument;
use crate::{
    access::{viewer::Viewer, visible, visible::Visible},
    domain::organizations::organization::Organization,
    error::Result,
    graphql::scalars::Date,
    read::{Batch, Many, One, noun::Noun as _},
};

/// An item of the basic list of rules that a dispatcher has to have (基本制度清单).
#[derive(Noun)]
#[noun(table = "required_rule", plural = "requiredRules", reads = ReadRules, visible = visible_to, order(tier, name))]
pub struct RequiredRule {
    /// The dispatching organization whose list it is (所属派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// What the rule has to be about (制度事项).
    #[noun(filter, order)]
    pub name: String,
    /// The tier in which it has to stand; null when the list does not say (制度层次).
    #[noun(filter, order)]
    pub tier: Option<RuleTier>,
    /// What else the list says; null when nothing (备注).
    pub note: Option<String>,
    /// When it was put on the list (列入日期).
    #[noun(filter, order)]
    pub listed_on: Date,
    /// Since when it is not asked for any more; null while it is (免除日期).
    #[noun(filter, order)]
    pub waived_on: Option<Date>,
    /// Why it is not asked for any more; null while it is (免除原因).
    pub waiver_reason: Option<String>,
    /// The rule documents that answer it, earlier ones too (对应制度).
    #[noun(many = "required_rule_id", filter)]
    pub documents: Many<RuleDocument>,
    /// Whether a rule answers it today (清单落实情况).
    #[noun(computed = standing, needs(waived_on: Date))]
    pub standing: RequirementStanding,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

/// How an item of the basic list stands today (清单落实情况).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum RequirementStanding {
    /// A rule in force answers it (已有正式制度).
    InForce,
    /// A rule on trial answers it, and none in force (仅有试行制度).
    OnTrial,
    /// No rule answers it: a gap of the list (制度空白).
    Missing,
    /// It is not asked for any more (不再要求).
    Waived,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}

/// How each item stands: one statement for the whole batch.
async fn standing(batch: &Batch<'_>) -> Result<Vec<RequirementStanding>> {
    let mut sql = batch.sql();
    sql.push("SELECT r.required_rule_id AS id, SUM(CASE WHEN r.status = 'FORMAL' THEN 1 ELSE 0 END) AS formal FROM rule_document r WHERE r.status IN ('FORMAL', 'ON_TRIAL') AND r.required_rule_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(RuleDocument::DEF, batch.viewer(), "r", &mut sql);
    sql.push(" GROUP BY r.required_rule_id");
    let mut formal: HashMap<Uuid, i64> = HashMap::new();
    for row in batch.fetch(sql).await? {
        formal.insert(row.try_get("", "id")?, row.try_get("", "formal")?);
    }
    let ids = batch.ids().into_iter().enumerate();
    let standings = ids.map(
        |(row, id)| match (batch.date(row, "waived_on"), formal.get(&id)) {
            (Some(_), _) => RequirementStanding::Waived,
            (None, Some(0)) => RequirementStanding::OnTrial,
            (None, Some(_)) => RequirementStanding::InForce,
            (None, None) => RequirementStanding::Missing,
        },
    );
    Ok(standings.collect())
}
