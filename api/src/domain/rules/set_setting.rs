//! Set a value of one's own.

use inspectorate_entity::rules::setting_value::{SettingKey, SettingOrigin};
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    setting_step::{Decision, decide},
    setting_value::SettingValue,
};
use crate::{
    access::change::Change,
    blocks::setting::declared,
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Paragraph},
    },
};

/// A dispatcher's own value of a setting (设定).
#[derive(Input)]
pub struct SetSettingInput {
    /// The dispatching organization for which it is to hold, and for those below it that decide nothing themselves (派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// The setting (设置项).
    pub key: Coded<SettingKey>,
    /// The value as its kind spells it, such as `true`, `12` or `2.5`; see `Organization.settings` for kinds and limits (取值).
    pub value: Code,
    /// The edition of the dispatcher's own decision that it replaces; null when there is none yet (所替换的版次).
    pub replaces_edition: Option<i32>,
    /// Why (理由).
    pub reason: Paragraph,
    /// First day on which it holds, later than that of the decision before; today when left out (生效日期).
    pub valid_from: Option<Date>,
}

/// Set a dispatcher's own value of a setting from a day on; what held before stays on record (设定).
#[verb(SettingValue)]
pub async fn set_setting(change: &mut Change, input: SetSettingInput) -> Result<Uuid> {
    let value = declared(input.key.0).accept(&input.value.0)?;
    let decision = Decision {
        dispatcher: input.dispatcher,
        key: input.key.0,
        origin: SettingOrigin::Own,
        value: Some(value),
        source: None,
        replaces_edition: input.replaces_edition,
        reason: input.reason.0,
        valid_from: input.valid_from.map(|day| day.0),
    };
    decide(change, decision).await
}
