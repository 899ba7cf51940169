//! What must be true before a dispatcher decides on a setting: pure rules, named as they are said.

use inspectorate_entity::rules::setting_value::{self, SettingOrigin};

use crate::{
    blocks::{gate::Gate, setting::turns_in_a_circle},
    error::{Error, Result},
};

/// A dispatcher goes by nobody who, directly or through others, goes by it. Everybody goes by those above it.
pub fn goes_by_nobody_who_goes_by_it(
    path: &str,
    source: &str,
    named: &[(String, String)],
    field: &str,
) -> Result<()> {
    if !turns_in_a_circle(path, source, named) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::SettingsCycle,
        "That dispatcher goes by this one, directly or through others, so neither would have a value: name another, or set a value with setSetting.",
        "该机关直接或间接沿用本机关的设置，将形成循环：请改为沿用其他机关，或用 setSetting 自行设定。",
    )
    .field(field))
}

/// Who already goes by its superior has nothing to give up.
pub fn has_something_to_give_up(
    origin: SettingOrigin,
    latest: Option<&setting_value::Model>,
) -> Result<()> {
    let inherits = latest.is_none_or(|row| row.origin == SettingOrigin::Superior);
    if origin != SettingOrigin::Superior || !inherits {
        return Ok(());
    }
    Err(Error::gate(
        Gate::SettingInherited,
        "The dispatcher goes by its superior already: there is no decision of its own to give up.",
        "该机关已沿用上级设置，没有可撤销的自行设定。",
    )
    .field("input.key"))
}
