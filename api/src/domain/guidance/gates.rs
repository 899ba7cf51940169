//! What must be true before guidance goes on: pure rules, named as they are said.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// Guidance needs somebody to be guided.
pub fn guides_somebody(below: &[Uuid]) -> Result<()> {
    if !below.is_empty() {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NobodyToGuide,
        "No dispatcher stands directly below yours on that day: register the bodies below as dispatchers first.",
        "当日没有下一级派出机关，请先登记下级派出机关。",
    )
    .field("input.startsOn"))
}

/// A group visits the dispatchers directly below the one that sends it.
pub fn stands_below(guided: Uuid, below: &[Uuid], field: &str) -> Result<()> {
    if below.contains(&guided) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotALowerDispatcher,
        "The organization is no dispatcher directly below the one that guides: a group visits those only.",
        "该单位不是开展指导督导的派出机关的下一级派出机关。",
    )
    .field(field))
}

/// An old problem says since when it is one, and nothing else does.
pub fn old_problems_are_dated(
    long_standing: bool,
    first_raised_on: Option<NaiveDate>,
    made_on: NaiveDate,
) -> Result<()> {
    match (long_standing, first_raised_on) {
        (true, None) => Err(Error::bad_input(
            "input.firstRaisedOn",
            "An old problem needs the day on which it was raised for the first time.",
            "“老大难”问题须填写首次提出日期。",
        )),
        (false, Some(_)) => Err(Error::bad_input(
            "input.firstRaisedOn",
            "The day of the first raising belongs to an old problem: set longStanding, or leave the day out.",
            "首次提出日期仅用于“老大难”问题：请勾选该项，或不填日期。",
        )),
        (true, Some(day)) if day >= made_on => Err(Error::bad_input(
            "input.firstRaisedOn",
            format!(
                "{day} does not lie before {made_on}, the day of the suggestion: an old problem was raised before."
            ),
            format!("首次提出日期 {day} 须早于建议提出日期 {made_on}。"),
        )),
        (true, Some(_)) | (false, None) => Ok(()),
    }
}
