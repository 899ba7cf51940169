//! Every life cycle of the work, in the order of `docs/workflows.md`.

use super::{
    audits, coordination, coverage, documents, guidance, inspections, joint_operations, meetings,
    plans, rules, superiors, teams, webhooks,
};
use crate::blocks::workflow::Declared;

/// The life cycles.
pub fn all() -> Vec<&'static dyn Declared> {
    vec![
        &rules::rule_life_cycle::RULE,
        &coverage::plan_life_cycle::PLAN,
        &plans::checkpoint_life_cycle::CHECKPOINT,
        &plans::pilot_life_cycle::PILOT,
        &plans::campaign_life_cycles::CAMPAIGN,
        &plans::campaign_life_cycles::CAMPAIGN_TASK,
        &inspections::round_life_cycle::ROUND,
        &inspections::inspection_life_cycle::INSPECTION,
        &teams::team_life_cycle::TEAM,
        &teams::secondment_life_cycle::SECONDMENT,
        &teams::violation_life_cycle::VIOLATION,
        &guidance::operation_life_cycle::OPERATION,
        &guidance::suggestion_life_cycle::SUGGESTION,
        &meetings::meeting_life_cycle::MEETING,
        &meetings::decision_life_cycle::DECISION,
        &meetings::lesson_life_cycle::LESSON,
        &coordination::mechanism_life_cycle::MECHANISM,
        &coordination::request_life_cycle::REQUEST,
        &superiors::superior_life_cycles::SUPERIOR_INSPECTION,
        &superiors::superior_life_cycles::SUPERIOR_TASK,
        &documents::document_life_cycle::DOCUMENT,
        &documents::addressee_life_cycle::ADDRESSEE,
        &audits::project_life_cycle::AUDIT_PROJECT,
        &joint_operations::operation_life_cycle::JOINT_OPERATION,
        &joint_operations::work_life_cycles::JOINT_STEP,
        &joint_operations::work_life_cycles::JOINT_REFERRAL,
        &webhooks::webhook_life_cycle::WEBHOOK,
    ]
}
