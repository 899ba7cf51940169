//! What coordination brings to the schema: its nouns and its verbs, one word each.

use super::{
    agree_to_mechanism, coordination_mechanism, end_mechanism, establish_mechanism, mechanism_duty,
    mechanism_party, propose_mechanism, put_mechanism_on_trial, revise_mechanism,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        coordination_mechanism::CoordinationMechanism::DEF,
        mechanism_party::MechanismParty::DEF,
        mechanism_duty::MechanismDuty::DEF,
    ],
    verbs: &[
        &propose_mechanism::VERB,
        &agree_to_mechanism::VERB,
        &put_mechanism_on_trial::VERB,
        &establish_mechanism::VERB,
        &revise_mechanism::VERB,
        &end_mechanism::VERB,
    ],
    queries: &[],
};
