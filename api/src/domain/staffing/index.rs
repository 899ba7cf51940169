//! What staffing brings to the schema: its nouns and its verbs, one word each.

use super::{
    change_secondment_quota, outgoing_secondment, return_from_superior, secondment_quota,
    send_to_superior, set_secondment_quota,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        secondment_quota::SecondmentQuota::DEF,
        outgoing_secondment::OutgoingSecondment::DEF,
    ],
    verbs: &[
        &set_secondment_quota::VERB,
        &change_secondment_quota::VERB,
        &send_to_superior::VERB,
        &return_from_superior::VERB,
    ],
    queries: &[],
};
