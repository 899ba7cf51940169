//! What teams bring to the schema: their nouns and verbs, one word each.

use super::{
    approve_team, assign_team_object, dissolve_team, end_team_membership, mobilize_team,
    propose_team, release_team_object, seat_team_member, team, team_member, team_object,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        team::Team::DEF,
        team_member::TeamMember::DEF,
        team_object::TeamObject::DEF,
    ],
    verbs: &[
        &propose_team::VERB,
        &approve_team::VERB,
        &mobilize_team::VERB,
        &dissolve_team::VERB,
        &seat_team_member::VERB,
        &end_team_membership::VERB,
        &assign_team_object::VERB,
        &release_team_object::VERB,
    ],
    queries: &[],
};
