//! The settings of a dispatcher as they hold on a day, each with what it means, its limits, and whose value it is.

use async_graphql::{Enum, ID, SimpleObject};
use inspectorate_entity::{
    rules::setting_value::{SettingKey, SettingOrigin},
    vocabulary::Vocabulary,
};

use super::setting_value::SettingValue;
use crate::{
    access::viewer::Viewer,
    blocks::{
        measure,
        setting::{self, InForce, Kind, Settings, declared, source_of_default},
    },
    error::Result,
    graphql::{coded::Coded, node_id, scalars::Date},
    read::{Batch, noun::Noun as _},
};

/// What values a setting takes (设置项类型).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum SettingKind {
    /// `true` or `false` (是否).
    Flag,
    /// A whole number of days (天数).
    Days,
    /// A whole number of months (月数).
    Months,
    /// A whole number (个数).
    Count,
    /// Percentage points with at most two decimals (百分点).
    PercentagePoints,
    /// One of `choices` (选项).
    OneOf,
}

/// A value that a setting can take (设置项取值).
#[derive(Clone, Debug, SimpleObject)]
pub struct SettingChoice {
    /// The value.
    value: String,
    /// What it means, with the Chinese term in brackets.
    description: String,
    /// The Chinese term (中文名称).
    label_zh: String,
}

/// One setting as it holds for a dispatcher on a day (设置项).
#[derive(Clone, Debug, SimpleObject)]
pub struct Setting {
    /// Which setting (设置项).
    key: Coded<SettingKey>,
    /// What it decides, with the Chinese term in brackets (说明).
    description: String,
    /// The Chinese term (中文名称).
    label_zh: String,
    /// What values it takes (类型).
    kind: SettingKind,
    /// The smallest number that it takes; null when it takes none (最小值).
    minimum: Option<i32>,
    /// The largest number that it takes; null when it takes none (最大值).
    maximum: Option<i32>,
    /// The values that it takes; empty unless it is one of a list (可选值).
    choices: Vec<SettingChoice>,
    /// The value that ships with the service (默认值).
    default_value: String,
    /// Where the shipped value comes from (默认值来源).
    default_source: String,
    /// The same in Chinese (默认值来源).
    default_source_zh: String,
    /// Which rules and figures go by it.
    governs: String,
    /// The same in Chinese (适用范围).
    governs_zh: String,
    /// The value in force (现行取值).
    value: String,
    /// Whose value it is; null when it is the shipped default (取值来源).
    origin: Option<Coded<SettingOrigin>>,
    /// Name of the dispatcher whose value it is; null when it is the shipped default, or when the viewer may not see that dispatcher (设定机关).
    set_by_dispatcher: Option<String>,
    /// The decision that set it; null when it is the shipped default, or when the viewer may not see it (设置记录).
    setting_value_id: Option<ID>,
}

/// Every setting of each organization on the day asked for, or the one named, in the order of the list.
pub async fn settings(batch: &Batch<'_>) -> Result<Vec<Vec<Setting>>> {
    let day = match batch.argument::<Option<Date>>("asOf")? {
        Some(Date(day)) => day,
        None => measure::today(),
    };
    let only = batch.argument::<Option<Coded<SettingKey>>>("key")?;
    let keys: Vec<SettingKey> = SettingKey::variants()
        .iter()
        .filter_map(|entry| SettingKey::parse(entry.value))
        .filter(|key| only.is_none_or(|only| only.0 == *key))
        .collect();
    let ids = batch.ids();
    let mut found = setting::of_batch(batch, &ids, day).await?;
    let viewer = batch.viewer();
    let each = ids.iter().map(|id| {
        let settings = found.remove(id).unwrap_or_default();
        keys.iter()
            .map(|key| one(*key, &settings, viewer))
            .collect()
    });
    Ok(each.collect())
}

fn one(key: SettingKey, settings: &Settings, viewer: &Viewer) -> Setting {
    let declared = declared(key);
    let set = settings.in_force(key);
    let (default_source, default_source_zh) = source_of_default(key);
    let (kind, most, choices) = match declared.kind {
        Kind::Flag => (SettingKind::Flag, None, Vec::new()),
        Kind::Days { most } => (SettingKind::Days, Some(most), Vec::new()),
        Kind::Months { most } => (SettingKind::Months, Some(most), Vec::new()),
        Kind::Count { most } => (SettingKind::Count, Some(most), Vec::new()),
        Kind::PercentagePoints { most } => (SettingKind::PercentagePoints, Some(most), Vec::new()),
        Kind::OneOf(entries) => {
            let choices = entries().iter().map(|entry| SettingChoice {
                value: entry.value.to_owned(),
                description: entry.doc.to_owned(),
                label_zh: entry.zh.to_owned(),
            });
            (SettingKind::OneOf, None, choices.collect())
        }
    };
    let entry = SettingKey::variants()
        .iter()
        .find(|entry| entry.value == key.as_str());
    Setting {
        key: Coded(key),
        description: entry.map_or_else(String::new, |entry| entry.doc.to_owned()),
        label_zh: entry.map_or_else(String::new, |entry| entry.zh.to_owned()),
        kind,
        minimum: most.map(|_| 0),
        maximum: most,
        choices,
        default_value: declared.default.to_owned(),
        default_source: default_source.to_owned(),
        default_source_zh: default_source_zh.to_owned(),
        governs: declared.governs.to_owned(),
        governs_zh: declared.governs_zh.to_owned(),
        value: settings.text(key).to_owned(),
        origin: set.map(|set| Coded(set.origin)),
        set_by_dispatcher: set
            .filter(|set| set.path.starts_with(&viewer.jurisdiction))
            .map(|set| set.name.clone()),
        setting_value_id: set
            .filter(|set| is_visible(set, viewer))
            .map(|set| ID(node_id::encode(SettingValue::DEF.name, set.row))),
    }
}

/// As the noun says: decisions of those above the viewer, and in its jurisdiction.
fn is_visible(set: &InForce, viewer: &Viewer) -> bool {
    set.path.starts_with(&viewer.jurisdiction) || viewer.jurisdiction.starts_with(&set.path)
}
