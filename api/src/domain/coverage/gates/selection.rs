//! How an organization is selected for a look-back.

use inspectorate_entity::coverage::coverage_object::LookBackSelection;

use crate::error::{Error, Result};

/// Who plans a look-back may say how it was selected, and says why it was needed; who gives it up says neither.
pub fn says_how_selected(
    planned: bool,
    selection: Option<LookBackSelection>,
    reasoned: bool,
) -> Result<()> {
    match (planned, selection, reasoned) {
        (true, Some(LookBackSelection::Random), _)
        | (true, Some(LookBackSelection::NeedsBased), true)
        | (_, None, false) => Ok(()),
        (true, None, true) => Err(Error::bad_input(
            "input.selection",
            "Say how the organization was selected for the look-back, since there is a reason.",
            "填写选取理由时，请同时填写“回头看”的抽取方式。",
        )),
        (true, Some(LookBackSelection::NeedsBased), false) => Err(Error::bad_input(
            "input.reason",
            "A look-back by need takes a reason: say why the organization was selected.",
            "按需选取的“回头看”须说明理由。",
        )),
        (false, Some(_), _) => Err(Error::bad_input(
            "input.selection",
            "No day is named, which gives the look-back up: leave the selection out, or name the day.",
            "未填写日期即取消“回头看”：请不填抽取方式，或填写日期。",
        )),
        (false, None, true) => Err(Error::bad_input(
            "input.reason",
            "No day is named, which gives the look-back up: leave the reason out, or name the day.",
            "未填写日期即取消“回头看”：请不填选取理由，或填写日期。",
        )),
    }
}
