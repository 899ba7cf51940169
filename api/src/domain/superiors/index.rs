//! What the inspections of superiors bring to the schema: their nouns and verbs, one word each.

use super::{
    assign_superior_task, begin_superior_inspection, call_off_superior_inspection,
    complete_superior_task, end_superior_inspection, record_superior_inspection,
    revise_superior_inspection, superior_inspection, superior_task, withdraw_superior_task,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        superior_inspection::SuperiorInspection::DEF,
        superior_task::SuperiorTask::DEF,
    ],
    verbs: &[
        &record_superior_inspection::VERB,
        &revise_superior_inspection::VERB,
        &begin_superior_inspection::VERB,
        &end_superior_inspection::VERB,
        &call_off_superior_inspection::VERB,
        &assign_superior_task::VERB,
        &complete_superior_task::VERB,
        &withdraw_superior_task::VERB,
    ],
    queries: &[],
};
