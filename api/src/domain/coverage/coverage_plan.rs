//! A five-year or annual plan, with its list, its progress and its life cycle.

use inspectorate_entity::coverage::coverage_plan::{PlanGuidance, PlanKind, PlanStatus};
use inspectorate_macros::Noun;

use super::{
    coverage_object::CoverageObject,
    full_coverage_declaration::FullCoverageDeclaration,
    ledger_line::LedgerLine,
    ledger_risk::{ObjectAtRisk, objects_at_risk},
    ledger_snapshot::LedgerSnapshot,
    ledger_view::{Ledger, ledger, progress_by_block, progress_by_sector},
    plan_actions::available_actions,
    plan_assignment::PlanAssignment,
    plan_report::{PlanReport, report},
    propose_schedule::propose_schedule,
    schedule::{ScheduleProposal, ScheduleRequestInput},
    sector_block::SectorBlock,
    term::Term,
};
use crate::{
    access::{groups::PLANNERS, policy::Agency, viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        audits::collisions::{PlanCollision, of_plans},
        organizations::organization::Organization,
        plans::{
            effective_coverage::{EffectiveCoverage, effective_coverage},
            object_types::{ObjectTypeCoverage, object_types},
            plan_basis::PlanBasis,
            plan_checkpoint::PlanCheckpoint,
            plan_review::PlanReview,
            plan_target::PlanTarget,
            village_coverage::{VillageCoverage, villages},
        },
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// A plan of inspections: the five-year plan of a term with its object list, or the annual plan of one of its years (五年规划、年度计划).
#[derive(Noun)]
#[noun(table = "coverage_plan", plural = "coveragePlans", reads = ReadCoverage, visible = visible_to, order(-from_year, kind))]
pub struct CoveragePlan {
    /// The term that it belongs to (届).
    #[noun(one = "term_id", filter)]
    pub term: One<Term>,
    /// The dispatching Party organization whose plan it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Five-year or annual (规划种类).
    #[noun(filter, order)]
    pub kind: PlanKind,
    /// The five-year plan that an annual plan carries out; null for a five-year plan (所属五年规划).
    #[noun(one = "parent_id", filter)]
    pub five_year_plan: One<CoveragePlan>,
    /// The annual plans that carry it out; none for an annual plan (年度计划).
    #[noun(many = "parent_id", filter)]
    pub annual_plans: Many<CoveragePlan>,
    /// First calendar year (起始年度).
    #[noun(filter, order)]
    pub from_year: i32,
    /// Last calendar year; that of an annual plan is its first (结束年度).
    #[noun(filter, order)]
    pub to_year: i32,
    /// Its title (名称).
    #[noun(filter, order)]
    pub name: String,
    /// Number of the document by which it was sent out; null when none is recorded (文号).
    #[noun(filter)]
    pub document_number: Option<String>,
    /// The number of objects that the document itself prints; null when it prints none (规划所列对象数).
    pub printed_object_count: Option<i32>,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: PlanStatus,
    /// When it was handed to the superior inspection body; null when it was not (报送日期).
    #[noun(filter, order)]
    pub submitted_on: Option<Date>,
    /// When the dispatcher approved it; null until then (批准日期).
    #[noun(filter, order)]
    pub approved_on: Option<Date>,
    /// When it was sent out; null until then (制发日期).
    #[noun(filter, order)]
    pub issued_on: Option<Date>,
    /// Where it stands with the superior inspection body (上级审核情况).
    #[noun(filter, order)]
    pub guidance: PlanGuidance,
    /// What its superiors said about it (上级审核意见).
    #[noun(many = "plan_id", filter, reads = ReadPlanReviews)]
    pub reviews: Many<PlanReview>,
    /// The three looks at an annual plan in its year; none for a five-year plan (年初、年中、年末节点).
    #[noun(many = "plan_id", filter)]
    pub checkpoints: Many<PlanCheckpoint>,
    /// What it aims at (目标任务).
    #[noun(many = "plan_id", filter)]
    pub targets: Many<PlanTarget>,
    /// The planning documents and central tasks that it rests on (规划依据).
    #[noun(many = "plan_id", filter)]
    pub bases: Many<PlanBasis>,
    /// Its sector blocks; an annual plan uses those of its five-year plan (板块).
    #[noun(many = "plan_id", filter)]
    pub blocks: Many<SectorBlock>,
    /// Its object list; the objects of an annual plan are its `assignments` (对象名单).
    #[noun(many = "plan_id", filter)]
    pub objects: Many<CoverageObject>,
    /// The objects placed in an annual plan; none for a five-year plan (年度安排).
    #[noun(many = "annual_plan_id", filter)]
    pub assignments: Many<PlanAssignment>,
    /// Declarations that its list was covered (全覆盖宣布).
    #[noun(many = "plan_id", filter)]
    pub declarations: Many<FullCoverageDeclaration>,
    /// Every figure of its coverage on one day (全覆盖台账).
    #[noun(computed = ledger, needs(name: String, kind: PlanKind, from_year: i32, to_year: i32), ids(dispatcher_id), args(as_of: Option<Date> = "The day on which the ledger is taken; today when left out. Not in the future."))]
    pub ledger: Ledger,
    /// The figures of each sector of its objects on one day (分领域进度).
    #[noun(computed = progress_by_sector, needs(name: String, kind: PlanKind, from_year: i32, to_year: i32), ids(dispatcher_id), args(as_of: Option<Date> = "The day on which progress is taken; today when left out. Not in the future."))]
    pub progress_by_sector: Vec<LedgerLine>,
    /// The figures of each of its sector blocks on one day (分板块进度).
    #[noun(computed = progress_by_block, needs(name: String, kind: PlanKind, from_year: i32, to_year: i32), ids(dispatcher_id), args(as_of: Option<Date> = "The day on which progress is taken; today when left out. Not in the future."))]
    pub progress_by_block: Vec<LedgerLine>,
    /// Its objects that may be missed on one day, each with the reasons; whole, because each is to be looked at (漏巡风险对象).
    #[noun(computed = objects_at_risk, needs(name: String, kind: PlanKind, from_year: i32, to_year: i32), ids(dispatcher_id), args(as_of: Option<Date> = "The day asked about; today when left out. Not in the future."))]
    pub objects_at_risk: Vec<ObjectAtRisk>,
    /// What it reports of itself as of one day: year by year and in sentences (执行情况报告).
    #[noun(computed = report, needs(name: String, kind: PlanKind, from_year: i32, to_year: i32), ids(dispatcher_id), args(as_of: Option<Date> = "The day as of which it reports; today when left out. Not in the future."))]
    pub report: PlanReport,
    /// Its ledger as it was frozen for reports (台账快照).
    #[noun(many = "plan_id", filter)]
    pub ledger_snapshots: Many<LedgerSnapshot>,
    /// How its uncovered objects may be spread over the rounds that are left (排期方案): sector blocks together, similar duties and
    /// neighbours together, what has priority first. A computation that writes nothing; the same request over the same facts is the
    /// same proposal. Of one five-year plan at a time, and of the dispatcher for which you act; null only together with an error.
    #[noun(computed = propose_schedule, reads = ProposeSchedule, args(request: ScheduleRequestInput = "The rounds with what their teams can take, and what has to be kept clear of."))]
    pub propose_schedule: Option<ScheduleProposal>,
    /// Its coverage in form and in effect on one day (有形覆盖和有效覆盖).
    #[noun(computed = effective_coverage, needs(name: String, kind: PlanKind, from_year: i32, to_year: i32), ids(dispatcher_id), args(as_of: Option<Date> = "The day on which it is taken; today when left out. Not in the future."))]
    pub effective_coverage: EffectiveCoverage,
    /// The villages and communities on the lists of its dispatcher and of those below it in its years, apart from its own figures (村、社区巡察).
    #[noun(computed = villages, needs(name: String), args(as_of: Option<Date> = "The day on which it is taken; today when left out. Not in the future."))]
    pub villages: VillageCoverage,
    /// The types of its objects: how far each is covered, and since when the dispatcher covers it (分类覆盖、首次纳入).
    #[noun(computed = object_types, needs(name: String, kind: PlanKind, from_year: i32, to_year: i32), ids(dispatcher_id), args(as_of: Option<Date> = "The day on which it is taken; today when left out. Not in the future."))]
    pub object_types: Vec<ObjectTypeCoverage>,
    /// Where audits meet it at its organizations: those of one's own place that are planned in days of the round, else of the year, in which
    /// one is placed; told without what they are about. Null to all but those who plan (计划冲突).
    #[noun(computed = of_plans, reads = ReadPlanCollisions)]
    pub collisions: Option<Vec<PlanCollision>>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = available_actions, needs(kind: PlanKind, status: PlanStatus, printed_object_count: i32, guidance: PlanGuidance), ids(dispatcher_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Drafts stay with those who write and decide them; the superior sees a plan from its submission on, all others once it is issued.
fn visible_to(viewer: &Viewer) -> Visible {
    let jurisdiction = Visible::Jurisdiction("dispatcher_id");
    if PLANNERS.contains(&viewer.agency) {
        return jurisdiction;
    }
    let seen: &'static [&'static str] = if viewer.agency == Agency::Superior {
        &["SUBMITTED", "APPROVED", "ISSUED"]
    } else {
        &["ISSUED"]
    };
    Visible::All(vec![Visible::OneOf("status", seen), jurisdiction])
}
