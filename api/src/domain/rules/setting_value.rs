//! What a dispatcher decided about a setting.

use inspectorate_entity::rules::setting_value::{SettingKey, SettingOrigin};
use inspectorate_macros::Noun;

use super::code_list::visible_to;
use crate::{
    domain::organizations::organization::Organization,
    graphql::scalars::{Date, DateTime},
    read::One,
};

/// A decision of a dispatcher on one setting from a day on; all of them are the history of who changed what when (设置记录).
#[derive(Noun)]
#[noun(table = "setting_value", plural = "settingValues", reads = ReadRules, visible = visible_to, order(key, -valid_from))]
pub struct SettingValue {
    /// The dispatching organization that decided; null when a superior that the viewer may not see did (所属派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The setting (设置项).
    #[noun(filter, order)]
    pub key: SettingKey,
    /// Which decision of this dispatcher on this setting, counted from 1 (版次).
    #[noun(filter, order)]
    pub edition: i32,
    /// Whether it set a value itself, goes by its superior, or goes by a dispatcher that it named (来源).
    #[noun(filter)]
    pub origin: SettingOrigin,
    /// The value as its kind spells it, such as `true`, `12` or `2.5`; null unless the dispatcher set it itself (取值).
    pub value: Option<String>,
    /// The dispatcher that it goes by; null unless it named one, or when the viewer may not see it (沿用机关).
    #[noun(one = "source_id", filter)]
    pub source: One<Organization>,
    /// Why (理由).
    pub reason: String,
    /// Name of the person who set it (设定人).
    #[noun(filter)]
    pub set_by: String,
    /// When it was set (设定时间).
    #[noun(column = "created_at", order)]
    pub set_at: DateTime,
    /// First day on which it holds (生效日期).
    #[noun(filter, order)]
    pub valid_from: Date,
    /// Last day on which it holds; null while it does (失效日期).
    #[noun(filter, order)]
    pub valid_to: Option<Date>,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}
