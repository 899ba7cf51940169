//! What guidance brings to the schema: its nouns and its verbs, one word each.

use super::{
    answer_guidance_suggestion, close_guidance, form_guidance_group, guidance_group,
    guidance_operation, guidance_suggestion, guidance_visit, make_guidance_suggestion,
    open_guidance, record_guidance_visit, settle_guidance_suggestion,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        guidance_operation::GuidanceOperation::DEF,
        guidance_group::GuidanceGroup::DEF,
        guidance_visit::GuidanceVisit::DEF,
        guidance_suggestion::GuidanceSuggestion::DEF,
    ],
    verbs: &[
        &open_guidance::VERB,
        &form_guidance_group::VERB,
        &record_guidance_visit::VERB,
        &make_guidance_suggestion::VERB,
        &answer_guidance_suggestion::VERB,
        &settle_guidance_suggestion::VERB,
        &close_guidance::VERB,
    ],
    queries: &[],
};
