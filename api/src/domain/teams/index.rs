//! What teams bring to the schema: their nouns and verbs, one word each.

use super::{
    approve_secondment, approve_team, assign_team_object, begin_secondment, clear_secondment,
    decide_recusal, declare_recusal, detect_recusals, dissolve_team, end_team_membership,
    enlist_secondment, enter_talent_pool, leave_talent_pool, mobilize_team,
    nominate_for_secondment, propose_team, record_promotion, recusal, refuse_secondment,
    release_team_object, return_from_secondment, seat_team_member, secondment, talent, team,
    team_member, team_object,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        team::Team::DEF,
        team_member::TeamMember::DEF,
        team_object::TeamObject::DEF,
        recusal::Recusal::DEF,
        talent::Talent::DEF,
        secondment::Secondment::DEF,
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
        &declare_recusal::VERB,
        &detect_recusals::VERB,
        &decide_recusal::VERB,
        &enter_talent_pool::VERB,
        &leave_talent_pool::VERB,
        &nominate_for_secondment::VERB,
        &approve_secondment::VERB,
        &clear_secondment::VERB,
        &refuse_secondment::VERB,
        &begin_secondment::VERB,
        &return_from_secondment::VERB,
        &enlist_secondment::VERB,
        &record_promotion::VERB,
    ],
    queries: &[],
};
