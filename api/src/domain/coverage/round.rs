//! A numbered round of inspections.

use inspectorate_entity::coverage::round::RoundStatus;
use inspectorate_macros::Noun;

use super::{
    coverage_record::CoverageRecord, plan_assignment::PlanAssignment, round_block::RoundBlock,
    term::Term,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        audits::collisions::{PlanCollision, of_rounds},
        coordination::information_exchange::{ObjectExchange, information_exchange},
        inspections::{
            cross::{CrossAssignmentProposal, CrossAssignmentRequestInput},
            inspection::Inspection,
            propose_cross_assignment::propose_cross_assignment,
            round_facts::available_actions,
        },
        meetings::{meeting::Meeting, meeting_lesson::MeetingLesson},
        organizations::organization::Organization,
        rules::{checklist::Checklist, rule_document::RuleDocument},
        teams::{team::Team, training::Training},
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// A numbered round of inspections within a term (轮次).
#[derive(Noun)]
#[noun(table = "round", plural = "rounds", reads = ReadCoverage, visible = visible_to, order(-starts_on))]
pub struct Round {
    /// The term in which it is counted (届).
    #[noun(one = "term_id", filter)]
    pub term: One<Term>,
    /// The dispatching Party organization that sends it (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Its number within the term, from 1 (轮次序号).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// What it is called (名称).
    #[noun(filter, order)]
    pub name: String,
    /// The calendar year that it counts for (年度).
    #[noun(filter, order)]
    pub year: i32,
    /// First day of the window in which its teams are on site (进驻开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day of that window (进驻结束日期).
    #[noun(filter, order)]
    pub ends_on: Date,
    /// The sector blocks whose turn is in it (安排板块).
    #[noun(many = "round_id", filter)]
    pub turns: Many<RoundBlock>,
    /// How far it has come (进展).
    #[noun(filter, order)]
    pub status: RoundStatus,
    /// When it came into that state; null while nobody has moved it (进展日期).
    pub status_on: Option<Date>,
    /// From when its organizations may know of it; null until then (公告日期).
    #[noun(filter, order)]
    pub announced_on: Option<Date>,
    /// Its special topic, a code of the list `TOPIC`; null for a round about the whole work (专题).
    #[noun(filter, order)]
    pub topic: Option<String>,
    /// Its batch within an operation, from 1; null when there is none (批次).
    pub batch: Option<i32>,
    /// The teams that serve it (巡察组).
    #[noun(many = "round_id", filter)]
    pub teams: Many<Team>,
    /// The business training before it (巡前业务培训).
    #[noun(many = "round_id", filter)]
    pub trainings: Many<Training>,
    /// The meetings that opened it or looked back at it; one that opens all rounds of a year names none (动员部署会、复盘会等).
    #[noun(many = "round_id", filter)]
    pub meetings: Many<Meeting>,
    /// What review meetings learnt from it (复盘经验教训).
    #[noun(many = "round_id", filter)]
    pub lessons: Many<MeetingLesson>,
    /// Its inspections (巡察).
    #[noun(many = "round_id", filter)]
    pub inspections: Many<Inspection>,
    /// Which of the teams asked about inspects which of its organizations (交叉分配方案): none its own place, recusals kept, rings closed,
    /// the workload even, last time's pairing not repeated. A computation that writes nothing; of one round at a time, and of the
    /// dispatcher for which you act; null only together with an error.
    #[noun(computed = propose_cross_assignment, ids(dispatcher_id), reads = ProposeCrossAssignment, args(request: CrossAssignmentRequestInput = "The teams, and what has to be kept clear of."))]
    pub propose_cross_assignment: Option<CrossAssignmentProposal>,
    /// The rule documents that say how its processes go, in the wordings in force when it was approved (适用制度).
    #[noun(link(round_rule, round_id, rule_id))]
    pub rules: Many<RuleDocument>,
    /// The process and the focus templates in force for its objects when it was approved (适用流程和重点清单).
    #[noun(link(round_checklist, round_id, checklist_id))]
    pub checklists: Many<Checklist>,
    /// What the viewer may do with it, and what stands in the way (可办操作).
    #[noun(computed = available_actions, needs(status: RoundStatus))]
    pub available_actions: Vec<AvailableAction>,
    /// What was asked and told around it, object by object: who was asked what, who answered, what is open; as far as the viewer is a party
    /// of that. Null only together with an error (巡前沟通和巡后通报情况).
    #[noun(computed = information_exchange, reads = ReadCoordination)]
    pub information_exchange: Option<Vec<ObjectExchange>>,
    /// Where audits meet it at its organizations: those of one's own place that are planned in days of its window or of its inspections; told
    /// without what they are about. Null to all but those who plan (计划冲突).
    #[noun(computed = of_rounds, reads = ReadPlanCollisions)]
    pub collisions: Option<Vec<PlanCollision>>,
    /// The objects placed in it (安排对象).
    #[noun(many = "round_id", filter)]
    pub assignments: Many<PlanAssignment>,
    /// What was inspected in it (巡察记录).
    #[noun(many = "round_id", filter)]
    pub records: Many<CoverageRecord>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
