//! A rule document with its life cycle, its wordings, its place in the tiers and what it rests on.

use inspectorate_entity::{
    organizations::agency_registration::Agency,
    rules::rule_document::{RuleCause, RuleKind, RuleMaking, RuleStatus, RuleTier},
};
use inspectorate_macros::Noun;

use super::{
    code_list_entry::CodeListEntry,
    local_rules::{LocalRules, local_rules},
    required_rule::RequiredRule,
    rule_actions::{available_actions, trial_overdue},
    rule_basis::RuleBasis,
    rule_clause::RuleClause,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        meetings::{meeting_item::MeetingItem, meeting_lesson::MeetingLesson},
        organizations::organization::Organization,
        plans::campaign::Campaign,
        processes::rule_duty::RuleDuty,
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// A rule document (制度) in one wording: of the place itself, made by rectification, or of a superior.
#[derive(Noun)]
#[noun(table = "rule_document", plural = "ruleDocuments", reads = ReadRules, visible = visible_to, order(title, edition))]
pub struct RuleDocument {
    /// The dispatching organization in whose register it stands; null when it ships with the service, or when the viewer may not see it (所属派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Its number; null when none is recorded (文号).
    #[noun(filter, order)]
    pub number: Option<String>,
    /// Its title as printed (名称).
    #[noun(filter, order)]
    pub title: String,
    /// Its title in English; null when none is recorded (英文名称).
    #[noun(filter)]
    pub english_title: Option<String>,
    /// Who issued it, as printed (制发机关).
    #[noun(filter)]
    pub issuer: String,
    /// The agency as which the issuer acted (制发主体).
    #[noun(filter, order)]
    pub issuing_agency: Agency,
    /// Whose rule it is (制度类别).
    #[noun(filter, order)]
    pub kind: RuleKind,
    /// Whether it was new or a revision when it was issued (形成方式).
    #[noun(filter)]
    pub making: RuleMaking,
    /// Which wording of the rule this is, counted from 1 (版次).
    #[noun(filter, order)]
    pub edition: i32,
    /// Its tier; null for one that was given none yet (制度层次).
    #[noun(filter, order)]
    pub tier: Option<RuleTier>,
    /// The rule of a higher tier that it details; null when none is named (上位制度).
    #[noun(one = "parent_id", filter)]
    pub parent: One<RuleDocument>,
    /// The rules that detail it (下位制度).
    #[noun(many = "parent_id", filter)]
    pub children: Many<RuleDocument>,
    /// The item of the basic list that it answers; null when it is on no list (基本制度清单事项).
    #[noun(one = "required_rule_id", filter)]
    pub required_rule: One<RequiredRule>,
    /// The process that it governs, in the edition of the code that it was coded with; null when none is named (所规范的流程).
    #[noun(one = "governs_id", filter)]
    pub governs: One<CodeListEntry>,
    /// What made it necessary; null when none is recorded (成因).
    #[noun(filter)]
    pub cause_kind: Option<RuleCause>,
    /// The cause in words; null when none is recorded (成因说明).
    pub cause: Option<String>,
    /// The superior's rule that it carries out; null when none is named, or when the viewer may not see it (所落实的上级制度).
    #[noun(one = "cause_rule_id", filter)]
    pub cause_rule: One<RuleDocument>,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: RuleStatus,
    /// When it was issued; null until then, or when the day is not known (制发日期).
    #[noun(filter, order)]
    pub issued_on: Option<Date>,
    /// The year in which it was issued, known also where the day is not; null until then (制发年度).
    #[noun(filter, order)]
    pub issued_year: Option<i32>,
    /// First day in force; null until it is established, or when the day is not known (施行日期).
    #[noun(filter, order)]
    pub effective_on: Option<Date>,
    /// When a rule on trial is to be reviewed; null unless it was put on trial (试行复核日期).
    #[noun(filter, order)]
    pub review_due_on: Option<Date>,
    /// Whether it is still on trial although its review is overdue, today or on the day given (试行超期).
    #[noun(
        computed = trial_overdue,
        needs(status: RuleStatus, review_due_on: Date),
        args(as_of: Option<Date> = "The day to look at; today in China when left out.")
    )]
    pub trial_overdue: bool,
    /// Last day in force; null while it stands (失效日期).
    #[noun(filter, order)]
    pub ended_on: Option<Date>,
    /// Why it was revised, replaced or abolished; null while it stands (失效原因).
    pub end_reason: Option<String>,
    /// The wording or document that took its place; null while none did (替代制度).
    #[noun(one = "replaced_by_id", filter)]
    pub replaced_by: One<RuleDocument>,
    /// The wordings and documents whose place it took (所替代的制度).
    #[noun(many = "replaced_by_id", filter)]
    pub replaces: Many<RuleDocument>,
    /// What it is based on (制定依据).
    #[noun(many = "rule_id", filter)]
    pub bases: Many<RuleBasis>,
    /// The rules that are based on it (依据本制度制定的制度).
    #[noun(many = "basis_id", filter)]
    pub basis_of: Many<RuleBasis>,
    /// The rules that carry it out, such as local measures under a superior's opinions (落实本制度的配套制度).
    #[noun(many = "cause_rule_id", filter)]
    pub carried_out_by: Many<RuleDocument>,
    /// Which of the dispatchers below have a rule of their own under it today, and which have none (配套制度制定情况).
    #[noun(computed = local_rules, needs(title: String))]
    pub local_rules: LocalRules,
    /// What it asks for again and again (定期工作).
    #[noun(many = "rule_id", filter)]
    pub duties: Many<RuleDuty>,
    /// Its clauses as far as they are entered (条款).
    #[noun(many = "rule_id", filter)]
    pub clauses: Many<RuleClause>,
    /// Where meetings studied or relayed it (学习传达情况).
    #[noun(many = "document_id", filter)]
    pub studies: Many<MeetingItem>,
    /// The campaigns that carry it out (落实本制度的活动).
    #[noun(link(campaign_rule, rule_id, campaign_id))]
    pub campaigns: Many<Campaign>,
    /// The lessons of review meetings that it took up (采纳的复盘经验教训).
    #[noun(many = "rule_id", filter)]
    pub lessons: Many<MeetingLesson>,
    /// Where the record was taken from; null when entered from the document itself (出处).
    pub source: Option<String>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(
        computed = available_actions,
        needs(status: RuleStatus, kind: RuleKind, cause_kind: RuleCause),
        ids(required_rule_id, dispatcher_id)
    )]
    pub available_actions: Vec<AvailableAction>,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

/// What ships, what is kept in the viewer's jurisdiction, and what its superiors have issued; their inventories stay with them.
pub fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Either(vec![
        Visible::Empty("dispatcher_id"),
        Visible::Jurisdiction("dispatcher_id"),
        Visible::All(vec![
            Visible::NoneOf("status", vec!["INVENTORIED"]),
            Visible::Above("dispatcher_id"),
        ]),
    ])
}
