//! The life cycle of a rule document (制度废改立): inventoried, on trial or in force, revised, replaced, abolished.

use inspectorate_entity::rules::rule_document::{RuleCause, RuleKind, RuleStatus};

use super::rule_gates;
use crate::{
    access::policy::Action,
    blocks::{
        gate::Gate,
        workflow::{LifeCycle, Rule, Step},
    },
};

/// What the gates of a rule document look at.
#[derive(Clone, Copy, Debug)]
pub struct RuleFacts {
    pub kind: RuleKind,
    /// Whether it answers an item of the basic list.
    pub is_required: bool,
    pub cause: Option<RuleCause>,
    pub keeper: Keeper,
}

/// Who keeps a rule document, as the viewer sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// A dispatcher in the viewer's jurisdiction.
    Here,
    /// A superior of the viewer.
    Superior,
    /// Nobody: it ships with the service.
    Shipped,
}

const IS_KEPT_HERE: Rule<RuleFacts> = Rule {
    gate: Gate::KeptBySuperior,
    doc: "the rule is kept in the jurisdiction of who acts",
    check: rule_gates::is_kept_here,
};

const HAS_A_GROUND: Rule<RuleFacts> = Rule {
    gate: Gate::RuleWithoutGround,
    doc: "the rule is on the basic list, or something caused it; one from rectification names the problem or visit",
    check: rule_gates::has_a_ground,
};

/// A rule document from the inventory to its end.
pub static RULE: LifeCycle<RuleStatus, RuleFacts> = LifeCycle {
    noun: "RuleDocument",
    doc: "A rule document of a place (制度废改立).",
    initial: RuleStatus::Inventoried,
    begun_by: Action::RegisterRule,
    steps: &[
        Step {
            action: Action::PutRuleOnTrial,
            doc: "put the rule in force on trial (试行)",
            from: &[RuleStatus::Inventoried],
            to: Some(RuleStatus::OnTrial),
            rules: &[IS_KEPT_HERE, HAS_A_GROUND],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::EstablishRule,
            doc: "put the rule in force, also one that was on trial (新建、转正)",
            from: &[RuleStatus::Inventoried, RuleStatus::OnTrial],
            to: Some(RuleStatus::Formal),
            rules: &[IS_KEPT_HERE, HAS_A_GROUND],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::ReviseRule,
            doc: "give the rule a new wording, which takes its place (修订完善)",
            from: &[RuleStatus::OnTrial, RuleStatus::Formal],
            to: Some(RuleStatus::Revised),
            rules: &[IS_KEPT_HERE],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::ReplaceRule,
            doc: "let another rule document take its place (替代)",
            from: &[RuleStatus::OnTrial, RuleStatus::Formal],
            to: Some(RuleStatus::Replaced),
            rules: &[IS_KEPT_HERE],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::AbolishRule,
            doc: "take the rule out of force, or out of the inventory (废止)",
            from: &[
                RuleStatus::Inventoried,
                RuleStatus::OnTrial,
                RuleStatus::Formal,
            ],
            to: Some(RuleStatus::Abolished),
            rules: &[IS_KEPT_HERE],
            owed: false,
            deadline: None,
        },
    ],
};
