//! What examinations bring to the schema: the noun and its verbs, one word each.

use super::{correct_political_examination, political_examination, record_political_examination};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[political_examination::PoliticalExamination::DEF],
    verbs: &[
        &record_political_examination::VERB,
        &correct_political_examination::VERB,
    ],
    queries: &[],
};
