//! Go by the superior's value again, or by that of a named dispatcher.

use inspectorate_entity::rules::setting_value::{SettingKey, SettingOrigin};
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    setting_step::{Decision, decide},
    setting_value::SettingValue,
};
use crate::{
    access::change::Change,
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// Whose value a dispatcher is to go by (沿用).
#[derive(Input)]
pub struct InheritSettingInput {
    /// The dispatching organization (派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// The setting (设置项).
    pub key: Coded<SettingKey>,
    /// The dispatcher to go by, such as the second superior of a development zone; its superior in the tree when left out (沿用机关).
    pub source: Option<GlobalId<Organization>>,
    /// The edition of the dispatcher's own decision that it replaces; null when there is none yet (所替换的版次).
    pub replaces_edition: Option<i32>,
    /// Why (理由).
    pub reason: Paragraph,
    /// First day on which it holds, later than that of the decision before; today when left out (生效日期).
    pub valid_from: Option<Date>,
}

/// Let a dispatcher go by its superior's value of a setting again, or by that of a dispatcher that it names; who goes by it cannot be named (沿用).
#[verb(SettingValue)]
pub async fn inherit_setting(change: &mut Change, input: InheritSettingInput) -> Result<Uuid> {
    let decision = Decision {
        dispatcher: input.dispatcher,
        key: input.key.0,
        origin: match input.source {
            Some(_) => SettingOrigin::Named,
            None => SettingOrigin::Superior,
        },
        value: None,
        source: input.source,
        replaces_edition: input.replaces_edition,
        reason: input.reason.0,
        valid_from: input.valid_from.map(|day| day.0),
    };
    decide(change, decision).await
}
