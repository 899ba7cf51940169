//! One inspection of one organization.

use inspectorate_entity::{
    coverage::coverage_record::InspectionKind,
    inspections::inspection::{CrossMode, InspectionForm, InspectionStatus, TopicPart},
};
use inspectorate_macros::Noun;

use super::{
    elevation_ground::ElevationGround, inspection_facts::available_actions, link_group::LinkGroup,
    material_request::MaterialRequest, special_check::SpecialCheck, staff_origin::StaffOrigin,
    talk_request::TalkRequest,
};
use crate::{
    access::{
        groups::WHO_SEES_INSPECTIONS_BY_CHECK,
        policy::{Action, Agency, may_read},
        viewer::Viewer,
        visible::Visible,
    },
    blocks::workflow::AvailableAction,
    domain::{
        coverage::{coverage_record::CoverageRecord, round::Round, term::Term},
        organizations::organization::Organization,
        processes::checklist_answer::ChecklistAnswer,
        rules::checklist::Checklist,
        teams::{team::Team, violation::Violation},
    },
    graphql::scalars::Date,
    read::{Many, One, noun::Noun},
};

/// One inspection of one organization (巡视、巡察): its kind, its three dispatch facts, the marks that follow from them, and how far
/// it has come. Its organization sees it from the day on which its round is announced, a look-back from the entry on.
#[derive(Noun)]
#[noun(table = "inspection", plural = "inspections", reads = ReadInspections, visible = visible_to, order(-starts_on))]
pub struct Inspection {
    /// The organization that is inspected (被巡察单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// First dispatch fact: the body that authorized it; null when it lies outside the viewer's jurisdiction (授权机关).
    #[noun(one = "authorizing_body_id", filter)]
    pub authorizing_body: One<Organization>,
    /// What the body that authorized it is called, also where it lies outside the viewer's jurisdiction (授权机关名称).
    #[noun(filter, order)]
    pub authorizing_body_name: String,
    /// Second dispatch fact: the dispatching Party organization that sends the team (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Third dispatch fact: the places from which its staff comes, earlier ones with their last day (人员来源).
    #[noun(many = "inspection_id", filter)]
    pub staff_origins: Many<StaffOrigin>,
    /// The dispatcher whose object the organization was when it was proposed, for which it counts; null when it was nobody's (原派出机关).
    #[noun(one = "usual_dispatcher_id", filter)]
    pub usual_dispatcher: One<Organization>,
    /// The term in which it is counted (届).
    #[noun(one = "term_id", filter)]
    pub term: One<Term>,
    /// Its round; null when it runs outside the rounds (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// What kind of inspection it is (方式).
    #[noun(filter, order)]
    pub kind: InspectionKind,
    /// How it hangs on another inspection (从属方式).
    #[noun(filter, order)]
    pub form: InspectionForm,
    /// Name of the operation that it is part of; null when it is part of none (专项名称).
    #[noun(filter, order)]
    pub name: Option<String>,
    /// What it is about, a code of the list `TOPIC`; null when it is about the whole work (专题).
    #[noun(filter, order)]
    pub topic: Option<String>,
    /// Which part the organization has in the topic; null when none was recorded (在专题中的角色).
    #[noun(filter, order)]
    pub topic_part: Option<TopicPart>,
    /// The concrete matter of a pinpoint inspection; null for every other (具体事项).
    pub matter: Option<String>,
    /// How many detachments a pinpoint inspection sent; null for every other (小分队数).
    pub detachments: Option<i32>,
    /// Its batch within the operation, from 1; null when the operation has none (批次).
    #[noun(filter, order)]
    pub batch: Option<i32>,
    /// The calendar year in which its window begins (年度).
    #[noun(filter, order)]
    pub year: i32,
    /// First day of its window (计划进驻日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day of its window (计划结束日期).
    #[noun(filter, order)]
    pub ends_on: Date,
    /// How far it has come (进展).
    #[noun(filter, order)]
    pub status: InspectionStatus,
    /// When it came into that state (进展日期).
    pub status_on: Date,
    /// Whether people of another place inspect, and none of the organization's own: cross (交叉).
    #[noun(column = "is_cross", filter, order)]
    pub cross: bool,
    /// Whether it is part of a ring of places that inspect one another in turn: millstone (推磨).
    #[noun(column = "is_millstone", filter, order)]
    pub millstone: bool,
    /// Whether a dispatcher above the organization's usual one sends the team: elevated (提级).
    #[noun(column = "is_elevated", filter, order)]
    pub elevated: bool,
    /// Whether it is both elevated and cross (提级交叉).
    #[noun(column = "is_elevated_cross", filter, order)]
    pub elevated_cross: bool,
    /// Whether people are lent by a place over which neither dispatcher nor authorizing body has a say: assistance (帮扶).
    #[noun(column = "is_assistance", filter, order)]
    pub assistance: bool,
    /// Its team; null until one is assigned to it, and when that is not visible to the viewer (巡察组).
    #[noun(one = "team_id", filter)]
    pub team: One<Team>,
    /// What its team is called; null until one is assigned to it (巡察组名称).
    #[noun(filter, order)]
    pub team_name: Option<String>,
    /// How places exchange people for it; null when none was recorded (交叉方式).
    #[noun(filter, order)]
    pub cross_mode: Option<CrossMode>,
    /// The inspection on which it hangs; null for one that hangs on none (主巡察).
    #[noun(one = "parent_id", filter)]
    pub parent: One<Inspection>,
    /// The extensions and pinpoint inspections that hang on it (延伸、点穴).
    #[noun(many = "parent_id", filter)]
    pub parts: Many<Inspection>,
    /// The group of linked inspections that it is part of; null when it is part of none (联动组).
    #[noun(one = "link_group_id", filter)]
    pub link_group: One<LinkGroup>,
    /// The inspection that a look-back looks back at; null for every other kind (所“回头看”的巡察).
    #[noun(one = "looks_back_at_id", filter)]
    pub looks_back_at: One<Inspection>,
    /// Earlier inspections of the organization that are laid before its team (已加载的以往巡察).
    #[noun(link(inspection_earlier, inspection_id, earlier_id))]
    pub earlier_inspections: Many<Inspection>,
    /// The dispatcher that could not inspect the organization itself; null unless it is elevated (难以巡察的派出机关).
    #[noun(one = "unable_body_id", filter)]
    pub unable_body: One<Organization>,
    /// In what that dispatcher failed, a code of the list `ELEVATION_FAILURE`; null unless it was stated (巡不动、巡不深、巡不透).
    #[noun(filter, order)]
    pub failure: Option<String>,
    /// Why it was elevated, in words; null when nothing was written (提级说明).
    pub elevation_statement: Option<String>,
    /// When it was elevated; null unless it was (提级日期).
    pub elevated_on: Option<Date>,
    /// The reasons for elevating it; empty unless it is elevated (提级条件).
    #[noun(many = "inspection_id", filter)]
    pub elevation_grounds: Many<ElevationGround>,
    /// The special checks carried along with it (专项检查).
    #[noun(many = "inspection_id", filter)]
    pub special_checks: Many<SpecialCheck>,
    /// What the organization was asked for (索取材料).
    #[noun(many = "inspection_id", filter)]
    pub material_requests: Many<MaterialRequest>,
    /// With whom the inspectors asked to talk (约谈).
    #[noun(many = "inspection_id", filter)]
    pub talk_requests: Many<TalkRequest>,
    /// When it was approved; null until then (批准日期).
    #[noun(filter, order)]
    pub approved_on: Option<Date>,
    /// From when the organization may know of it; null until then (公告日期).
    #[noun(filter, order)]
    pub announced_on: Option<Date>,
    /// First day on site; null until then (进驻日期).
    #[noun(filter, order)]
    pub entered_on: Option<Date>,
    /// Last day on site; null until then (撤点日期).
    #[noun(filter, order)]
    pub left_on: Option<Date>,
    /// When its report was heard; null until then (汇报日期).
    #[noun(filter, order)]
    pub reported_on: Option<Date>,
    /// When it was fed back to the organization; null until then (反馈日期).
    #[noun(filter, order)]
    pub fed_back_on: Option<Date>,
    /// Why it was given up; null unless it was (撤回理由).
    pub withdrawal_reason: Option<String>,
    /// The inspection as the coverage ledger counts it; null before the entry, and for a pinpoint inspection (巡察记录).
    #[noun(one = "coverage_record_id", filter)]
    pub coverage_record: One<CoverageRecord>,
    /// Breaches of discipline by its team while it was on site, when the rules of the on-site period hold; for inspection office and discipline
    /// department (进驻期间违纪情况).
    #[noun(link(violation_inspection, inspection_id, violation_id))]
    pub violations: Many<Violation>,
    /// The process and the focus templates by which it is carried out, as they were in force at its approval (适用流程和重点清单).
    #[noun(link(inspection_checklist, inspection_id, checklist_id))]
    pub checklists: Many<Checklist>,
    /// What was done and found on their items; for those who send and carry out inspections (清单办理情况).
    #[noun(many = "inspection_id", filter)]
    pub checklist_answers: Many<ChecklistAnswer>,
    /// What the viewer may do with it, and what stands in the way (可办操作).
    #[noun(computed = available_actions, needs(status: InspectionStatus))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// The organization sees its own once it is announced. The dispatcher's agencies see it from its approval on, those who plan from
/// its proposal on; who may not read look-back dates does not know of a look-back before its entry. The agencies of the place to
/// which the organization belongs see it once it is announced, those of the places that lend people once it is approved; audit and
/// other owners of special checks see the inspections that carry one of theirs; a side of a joint operation those that it opens.
fn visible_to(viewer: &Viewer) -> Visible {
    let announced = Visible::Filled("announced_on");
    if viewer.agency == Agency::Object {
        return Visible::All(vec![
            Visible::Is("organization_id", viewer.organization_id),
            announced,
        ]);
    }
    if WHO_SEES_INSPECTIONS_BY_CHECK.contains(&viewer.agency) {
        let carried = Visible::Named("inspection_id", || SpecialCheck::DEF);
        return Visible::Either(vec![carried, shared()]);
    }
    let own = Visible::Jurisdiction("dispatcher_id");
    let own = if may_read(viewer, Action::ReadLookBackDates) {
        own
    } else {
        let known = Visible::Either(vec![
            Visible::NoneOf("kind", vec!["LOOK_BACK"]),
            Visible::Filled("entered_on"),
        ]);
        Visible::All(vec![own, Visible::Filled("approved_on"), known])
    };
    Visible::Either(vec![
        own,
        Visible::All(vec![Visible::Jurisdiction("organization_id"), announced]),
        Visible::Named("inspection_id", || StaffOrigin::DEF),
        shared(),
    ])
}

/// What a joint operation opens to one of its sides: inspections of the organizations in its scope in its time, once they are approved, a
/// look-back once it is entered.
fn shared() -> Visible {
    Visible::All(vec![
        Visible::Granted {
            class: "INSPECTION",
            same: &["organization_id", "dispatcher_id"],
            window: Some(("starts_on", "ends_on")),
        },
        Visible::Filled("approved_on"),
        Visible::Either(vec![
            Visible::NoneOf("kind", vec!["LOOK_BACK"]),
            Visible::Filled("entered_on"),
        ]),
    ])
}
