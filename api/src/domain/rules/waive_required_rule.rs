//! Ask for a rule of the basic list no more.

use inspectorate_entity::rules::required_rule;
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use super::{kept, required_rule::RequiredRule, rule_gates};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// The end of an item of the basic list (调出基本制度清单).
#[derive(Input)]
pub struct WaiveRequiredRuleInput {
    /// The item of the basic list (基本制度清单事项).
    pub required_rule: GlobalId<RequiredRule>,
    /// The version of that record as it was read (记录版本).
    pub version: i32,
    /// Since when it is not asked for any more (免除日期).
    pub waived_on: Date,
    /// Why (原因).
    pub reason: Paragraph,
}

/// Ask for a rule of the basic list no more (调出基本制度清单); the item stays on record.
#[verb(RequiredRule)]
pub async fn waive_required_rule(
    change: &mut Change,
    input: WaiveRequiredRuleInput,
) -> Result<Uuid> {
    let item = change
        .subject::<required_rule::Entity, _>("requiredRule", &input.required_rule, input.version)
        .await?;
    kept::by_somebody_here(change, Some(item.dispatcher_id), "input.requiredRule").await?;
    rule_gates::is_still_required(item.waived_on)?;
    rule_gates::is_not_before(input.waived_on.0, Some(item.listed_on), "input.waivedOn")?;
    let mut waived = item.clone().into_active_model();
    waived.waived_on = Set(Some(input.waived_on.0));
    waived.waiver_reason = Set(Some(input.reason.0));
    Ok(change.update(&item, waived).await?.id)
}
