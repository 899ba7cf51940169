//! An organization and its place in the tree.

mod answers;

use inspectorate_entity::{
    organizations::organization::{OrganizationKind, OrganizationLevel},
    rules::setting_value::SettingKey,
    teams::secondment::SecondmentCategory,
};
use inspectorate_macros::Noun;

use self::answers::{
    AuditProject, CareDue, CoverageComparison, CoverageObject, ElevationCandidate, Incentives,
    Inspection, InspectionModes, JointOperationObject, JointYear, MeetingYear, OverdueQuota,
    PlatformConnection, PlatformCoverage, PlatformMonth, ProcessConformance, RequiredRule,
    RuleDocument, RuleYear, SecondmentFigures, SentToSuperiors, Setting, SettingValue,
    SuperiorRequirement, TopicInspections, Workforce, basic_list_answered, care_due, conformance,
    coordination_partners, coverage, elevation_candidates, incentives, inspection_modes,
    joint_year, meeting_year, months_without_visit, overdue_quotas, platform_coverage,
    platform_use, requirements_answered, rule_year, secondment_figures, sent_to_superiors,
    settings, topic_inspections, workforce,
};
use super::{
    agency_registration::AgencyRegistration,
    appointment::Appointment,
    delegated_power::DelegatedPower,
    leading_group::LeadingGroup,
    liaison_contact::LiaisonContact,
    management_arrangement::ManagementArrangement,
    on_a_day::{
        heads::{HeadTenure, heads},
        leaders_in_charge::{LeaderInCharge, leaders_in_charge},
        name_on::name_on,
        secretary_leads,
    },
    organization_affiliation::OrganizationAffiliation,
    organization_establishment::OrganizationEstablishment,
    organization_name::OrganizationName,
    organization_relation::OrganizationRelation,
    party_branch_activity::{BranchYear, PartyBranchActivity, branch_year},
    post::Post,
    workplace::Workplace,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::measure::Measure,
    graphql::{
        coded::Coded,
        scalars::{Date, RegionCode},
        text::Code,
    },
    read::{Many, One, Search},
};

/// A body of inspection work: one that sends teams, one that is inspected, one that works with either, or several of these (党组织、机关、单位).
#[derive(Noun)]
#[noun(table = "organization", plural = "organizations", reads = ReadOrganizations, visible = visible_to, order(code))]
pub struct Organization {
    /// The code by which people, tokens and scripts name it; unique (编码).
    #[noun(filter, order)]
    pub code: String,
    /// Its full name now (名称).
    #[noun(filter, order)]
    pub name: String,
    /// Its short name; null when it has none (简称).
    #[noun(filter, order)]
    pub short_name: Option<String>,
    /// Its English name; null when none is recorded (英文名称).
    #[noun(filter)]
    pub english_name: Option<String>,
    /// Its name in pinyin: order by it for the order of Chinese lists (拼音).
    #[noun(order)]
    pub pinyin: String,
    /// Finds it as people type: part of its name, short name, a former name, pinyin, pinyin initials or code, in any width and case (检索).
    #[noun(filter)]
    pub search: Search,
    /// The level on which it stands (层级).
    #[noun(filter, order)]
    pub level: OrganizationLevel,
    /// What kind of body it is (单位类型).
    #[noun(filter, order)]
    pub kind: OrganizationKind,
    /// Code of its sector; null when it belongs to none (板块、领域).
    #[noun(filter, order)]
    pub sector_code: Option<String>,
    /// Bodies of similar function share this label; null when none is recorded (职能相近).
    #[noun(filter, order)]
    pub function_group: Option<String>,
    /// Its region by GB/T 2260; null for a body without one (行政区划).
    #[noun(filter, order)]
    pub region_code: Option<RegionCode>,
    /// The body that it stands under in the tree; null at the top or when that is not visible to the viewer (上级).
    #[noun(one = "parent_id", filter)]
    pub parent: One<Organization>,
    /// The bodies directly under it (下级).
    #[noun(many = "parent_id", filter)]
    pub children: Many<Organization>,
    /// The dispatcher whose object it is today; null when it is no dispatcher's object or that is not visible to the viewer (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The bodies that are its objects today; none unless it is a dispatcher (巡视巡察对象).
    #[noun(many = "dispatcher_id", filter)]
    pub objects: Many<Organization>,
    /// When it was set up; null when not recorded (成立日期).
    #[noun(filter, order)]
    pub established_on: Option<Date>,
    /// Its last day; null while it exists (撤销日期).
    #[noun(filter, order)]
    pub retired_on: Option<Date>,
    /// Why it ended; null while it exists (撤销原因).
    pub retirement_reason: Option<String>,
    /// The body that took it over; null unless it was merged or when that is not visible to the viewer (并入单位).
    #[noun(one = "merged_into_id")]
    pub merged_into: One<Organization>,
    /// The names that it had before (曾用名).
    #[noun(many = "organization_id", filter)]
    pub former_names: Many<OrganizationName>,
    /// Whose object it is and was, dated (派出机关沿革).
    #[noun(many = "organization_id", filter)]
    pub affiliations: Many<OrganizationAffiliation>,
    /// What ties it to other bodies beside the tree, dated (机构关系).
    #[noun(many = "organization_id", filter)]
    pub relations: Many<OrganizationRelation>,
    /// The agencies it acts as and acted as, dated; a dispatcher is registered as DISPATCHER (机关登记).
    #[noun(many = "organization_id", filter)]
    pub agency_registrations: Many<AgencyRegistration>,
    /// Its posts (职务).
    #[noun(many = "organization_id", filter)]
    pub posts: Many<Post>,
    /// Who holds and held its posts (任职).
    #[noun(many = "organization_id", filter)]
    pub appointments: Many<Appointment>,
    /// Its leading groups for inspection work; none unless it is a dispatcher (领导小组).
    #[noun(many = "dispatcher_id", filter)]
    pub leading_groups: Many<LeadingGroup>,
    /// The standard, posts and staff it is given, dated (机构编制).
    #[noun(many = "organization_id", filter)]
    pub establishments: Many<OrganizationEstablishment>,
    /// How it is run, dated (管理模式).
    #[noun(many = "organization_id", filter)]
    pub management_arrangements: Many<ManagementArrangement>,
    /// Where it works, dated (办公场所).
    #[noun(many = "organization_id", filter)]
    pub workplaces: Many<Workplace>,
    /// Powers granted to it, dated (管理权限).
    #[noun(many = "organization_id", filter)]
    pub delegated_powers: Many<DelegatedPower>,
    /// What it held as a Party branch (党支部活动).
    #[noun(many = "organization_id", filter)]
    pub branch_activities: Many<PartyBranchActivity>,
    /// The same of a year, counted by kind and with how many attended; null to those who may not read inspection bodies (党支部年度活动情况).
    #[noun(computed = branch_year, reads = ReadInspectionBodies, needs(name: String), args(year: i32 = "The calendar year; not one that is yet to come."))]
    pub branch_year: Option<BranchYear>,
    /// Where it stands on object lists, of earlier plans too (全覆盖名单).
    #[noun(many = "organization_id", filter)]
    pub coverage_objects: Many<CoverageObject>,
    /// Inspections of it, by whomever (对本单位的巡视巡察).
    #[noun(many = "organization_id", filter)]
    pub inspections: Many<Inspection>,
    /// Audit projects at it, for the audit department and for who takes part in them (对本单位的审计项目).
    #[noun(many = "organization_id", filter)]
    pub audit_projects: Many<AuditProject>,
    /// Where it is within the scope of joint operations, for their sides (涉及本单位的联动监督).
    #[noun(many = "organization_id", filter)]
    pub joint_operation_objects: Many<JointOperationObject>,
    /// Who answers for which matter in it (日常联络).
    #[noun(many = "organization_id", filter)]
    pub liaison_contacts: Many<LiaisonContact>,
    /// The rule documents in its register; none unless it is a dispatcher (制度登记册).
    #[noun(many = "dispatcher_id", filter)]
    pub rule_documents: Many<RuleDocument>,
    /// The basic list of rules that it has to have; none unless it is a dispatcher (基本制度清单).
    #[noun(many = "dispatcher_id", filter)]
    pub required_rules: Many<RequiredRule>,
    /// How many of its rules were made, revised and abolished in a year; null to those who may not read rules (年度制度废改立情况).
    #[noun(computed = rule_year, reads = ReadRules, needs(name: String), args(year: i32 = "The calendar year; not one that is yet to come."))]
    pub rule_year: Option<RuleYear>,
    /// Which share of its basic list of rules is answered today; without a value when it has no list. Null to those who may not read rules (基本制度清单落实率).
    #[noun(computed = basic_list_answered, reads = ReadRules, needs(name: String))]
    pub basic_list_answered: Option<Measure>,
    /// What its superiors ask of it; none unless it is a dispatcher (上级要求).
    #[noun(many = "dispatcher_id", filter)]
    pub superior_requirements: Many<SuperiorRequirement>,
    /// Under which share of what its superiors ask a measure is set today; without a value when nothing is asked. Null to those who may not read rules (上级要求落实率).
    #[noun(computed = requirements_answered, reads = ReadRules, needs(name: String))]
    pub requirements_answered: Option<Measure>,
    /// How many meetings were held in its inspection work in a year, by kind, and what became of their decisions. Null only together with an error (年度会议情况).
    #[noun(computed = meeting_year, reads = ReadMeetings, needs(name: String), args(year: i32 = "The calendar year; not one that is yet to come."))]
    pub meeting_year: Option<MeetingYear>,
    /// With how many bodies its inspection bodies work together by a mechanism in force or on trial on a day. Null only together with an error (协作配合机制单位数).
    #[noun(computed = coordination_partners, reads = ReadCoordination, needs(name: String), args(as_of: Option<Date> = "The day; today when left out. Not in the future."))]
    pub coordination_partners: Option<Measure>,
    /// Its joint operations of a year with what was found, for the reports of every side. Null only together with an error (年度联动监督情况).
    #[noun(computed = joint_year, reads = ReadJointOperations, needs(name: String), args(year: i32 = "The calendar year; not one that is yet to come."))]
    pub joint_operation_year: Option<JointYear>,
    /// The first day of every month of a period in which nobody of it went to its superior; null to those who may not read guidance (未向上级汇报的月份).
    #[noun(computed = months_without_visit, reads = ReadGuidance, args(from: Date = "A day of the first month.", to: Date = "A day of the last month; not in the future."))]
    pub months_without_visit: Option<Vec<Date>>,
    /// How many were lent to its inspection work in a period; null to all but office and organization department (抽调情况).
    #[noun(computed = secondment_figures, reads = ReadTalents, needs(name: String), args(from: Date = "The first day on which a counted secondment began.", to: Date = "The last such day; not in the future.", category: Option<Coded<SecondmentCategory>> = "The one category wanted; all of them when left out."))]
    pub secondment_figures: Option<SecondmentFigures>,
    /// What the people on its inspections got for it up to a day, and who got nothing; null to all but office and organization department (正向激励情况).
    #[noun(computed = incentives, reads = ReadTalents, needs(name: String), args(as_of: Option<Date> = "The last day counted; today when left out. Not in the future."))]
    pub incentives: Option<Incentives>,
    /// Who does its inspection work on a day: posts, full-time staff, people lent; null to all but office and organization department (巡视巡察力量).
    #[noun(computed = workforce, reads = ReadTalents, needs(name: String), args(as_of: Option<Date> = "The day; today when left out. Not in the future."))]
    pub workforce: Option<Workforce>,
    /// How many it sent to the inspection work of superiors in a period; null to all but office and organization department (选派参加上级巡视情况).
    #[noun(
        computed = sent_to_superiors,
        reads = ReadTalents,
        needs(name: String),
        args(from: Date = "The first day on which a counted time began.", to: Date = "The last such day; not in the future.")
    )]
    pub sent_to_superiors: Option<SentToSuperiors>,
    /// The units that had nominated too few on a day although their last day was over, the soonest due first; null to all but office and organization department (逾期未完成选派的单位).
    #[noun(computed = overdue_quotas, reads = ReadTalents, args(as_of: Option<Date> = "The day; today when left out. Not in the future."))]
    pub overdue_quotas: Option<Vec<OverdueQuota>>,
    /// Who on its teams is owed a talk or a visit by a day, the longest overdue first; null to all but the inspection office (谈心家访到期清单).
    #[noun(
        computed = care_due,
        reads = ReadCare,
        needs(name: String),
        args(by: Option<Date> = "The day by which it is due; today when left out.")
    )]
    pub care_due: Option<Vec<CareDue>>,
    /// What it decided about settings, and when (设置记录).
    #[noun(many = "dispatcher_id", filter)]
    pub setting_values: Many<SettingValue>,
    /// Every setting as it holds for it on a day: its own value, else its nearest superior's, else the shipped default; null to those who may not read rules (现行设置).
    #[noun(
        computed = settings,
        reads = ReadRules,
        args(
            as_of: Option<Date> = "The day; today when left out.",
            key: Option<Coded<SettingKey>> = "The one setting wanted; all of them when left out."
        )
    )]
    pub settings: Option<Vec<Setting>>,
    /// What it was called on a day; null when it did not exist then (当日名称).
    #[noun(computed = name_on, needs(name: String, established_on: Date, retired_on: Date), args(day: Date = "The day."))]
    pub name_on: Option<String>,
    /// Everybody who headed it for at least a day of a period, also those who have left since, in the order in which they came; null to those who may not read people (期间主要负责人).
    #[noun(computed = heads, reads = ReadPeople, args(from: Date = "First day of the period.", to: Date = "Last day of the period."))]
    pub heads: Option<Vec<HeadTenure>>,
    /// The leaders who are in charge of it on a day, by name or by its sector; null to those who may not read leaders (分管领导).
    #[noun(computed = leaders_in_charge, reads = ReadLeaders, args(as_of: Option<Date> = "The day; today when left out. Not in the future."))]
    pub leaders_in_charge: Option<Vec<LeaderInCharge>>,
    /// Whether its own Party secretary leads its leading group on a day; null when it is no dispatcher or has no leader then (书记是否担任领导小组组长).
    #[noun(computed = secretary_leads::own, reads = ReadLeaders, args(as_of: Option<Date> = "The day; today when left out. Not in the future."))]
    pub secretary_leads_group: Option<bool>,
    /// The share of the dispatchers below it whose Party secretary leads the leading group on a day; null to those who may not read leaders (下级书记担任组长比例).
    #[noun(computed = secretary_leads::below, reads = ReadLeaders, needs(name: String), args(as_of: Option<Date> = "The day; today when left out. Not in the future."))]
    pub secretaries_leading_below: Option<Measure>,
    /// The coverage of the dispatchers at and below it on one day, side by side and in sum (所属派出机关覆盖情况). Null when none of them
    /// has a five-year plan for that day that you may see, or together with an error.
    #[noun(computed = coverage, reads = ReadCoverage, needs(name: String), args(as_of: Option<Date> = "The day asked about; today when left out. Not in the future."))]
    pub coverage: Option<CoverageComparison>,
    /// The objects of the dispatchers below it whose inspection it may take over (提级备选对象), by what was recorded of them, what is
    /// strongest first; empty when nothing was recorded. Null only together with an error.
    #[noun(computed = elevation_candidates, reads = ReadElevationIndicators, args(as_of: Option<Date> = "The day up to which observations count; today when left out. Not in the future."))]
    pub elevation_candidates: Option<Vec<ElevationCandidate>>,
    /// What its teams began in a year, by mode (分方式统计); every organization counts once in the total. Null only together with an error.
    #[noun(computed = inspection_modes, reads = ReadCoverage, needs(name: String), args(year: i32 = "The calendar year; not one that is yet to come.", as_of: Option<Date> = "The last day that the figures take in; today when left out. Not in the future."))]
    pub inspection_modes: Option<InspectionModes>,
    /// What the dispatchers at and below it inspected on one topic, by level (同一专题各级巡察情况); every organization counts once in the total.
    /// Null only together with an error.
    #[noun(computed = topic_inspections, reads = ReadInspections, needs(name: String), args(topic: Code = "A code of the list `TOPIC`.", as_of: Option<Date> = "The last day that the figures take in; today when left out. Not in the future."))]
    pub topic_inspections: Option<TopicInspections>,
    /// The systems that it is or was connected to as an inspection body (信息化平台接入).
    #[noun(many = "organization_id", filter)]
    pub platform_connections: Many<PlatformConnection>,
    /// Whether it is connected to the intranet of the discipline organs on the day; null when it is no inspection office then (是否接入纪检监察内网).
    #[noun(computed = platform_coverage::intranet, reads = ReadPlatforms, args(as_of: Option<Date> = "The day to look at; today in China when left out."))]
    pub is_on_intranet: Option<bool>,
    /// Whether it has video consultation on the day; null when it is no inspection office then (是否建成视频会商系统).
    #[noun(computed = platform_coverage::video, reads = ReadPlatforms, args(as_of: Option<Date> = "The day to look at; today in China when left out."))]
    pub has_video_consultation: Option<bool>,
    /// How far the inspection bodies of cities and counties at or below it are connected (平台接入覆盖情况); null only for those who may not read it.
    #[noun(computed = platform_coverage::coverage, reads = ReadPlatforms, needs(name: String), args(as_of: Option<Date> = "The day to count on; today in China when left out."))]
    pub platform_coverage: Option<Vec<PlatformCoverage>>,
    /// Who at or below it uses this service and how completely, month by month (平台使用情况); null only for those who may not read it.
    #[noun(computed = platform_use::months, reads = ReadPlatformUse, needs(name: String), args(from: Date = "A day of the first month.", to: Option<Date> = "A day of the last month, at most 24 months later; today in China when left out."))]
    pub platform_use: Option<Vec<PlatformMonth>>,
    /// How completely the inspections that dispatchers at or below it closed in a period are recorded, against the process of each (流程规范情况);
    /// null only for those who may not read it.
    #[noun(computed = conformance, reads = ReadPlatformUse, needs(name: String), args(from: Date = "First day of the period.", to: Option<Date> = "Last day of the period; today when left out. Not in the future."))]
    pub process_conformance: Option<ProcessConformance>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::JurisdictionPath("path")
}
