//! What plans bring to the schema: their nouns and their verbs, one word each.

use super::{
    add_campaign_task, campaign, campaign_task, cite_campaign_rule, cite_plan_basis,
    close_campaign, complete_campaign_task, correct_checkpoint, drop_plan_basis, end_pilot,
    enter_pilot, open_campaign, pilot, plan_basis, plan_checkpoint, plan_review, plan_target,
    record_checkpoint, review_plan, set_checkpoints, set_plan_target,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        plan_checkpoint::PlanCheckpoint::DEF,
        plan_review::PlanReview::DEF,
        plan_target::PlanTarget::DEF,
        plan_basis::PlanBasis::DEF,
        pilot::Pilot::DEF,
        campaign::Campaign::DEF,
        campaign_task::CampaignTask::DEF,
    ],
    verbs: &[
        &set_checkpoints::VERB,
        &record_checkpoint::VERB,
        &correct_checkpoint::VERB,
        &review_plan::VERB,
        &set_plan_target::VERB,
        &cite_plan_basis::VERB,
        &drop_plan_basis::VERB,
        &enter_pilot::VERB,
        &end_pilot::VERB,
        &open_campaign::VERB,
        &cite_campaign_rule::VERB,
        &add_campaign_task::VERB,
        &complete_campaign_task::VERB,
        &close_campaign::VERB,
    ],
    queries: &[],
};
