//! A year-long activity of an inspection body.

use inspectorate_entity::plans::campaign::CampaignStatus;
use inspectorate_macros::Noun;

use super::{campaign_life_cycles::campaign_actions, campaign_task::CampaignTask};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        coverage::coverage_plan::CoveragePlan, organizations::organization::Organization,
        rules::rule_document::RuleDocument,
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// A year-long activity of an inspection body with its tasks, such as a theme year to raise quality or the key points of
/// informatization of a year (巡察工作质效提升年等主题年活动、年度信息化工作要点).
#[derive(Noun)]
#[noun(table = "campaign", plural = "campaigns", reads = ReadCoverage, visible = visible_to, order(-year, name))]
pub struct Campaign {
    /// The dispatching Party organization whose body holds it (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The calendar year (年度).
    #[noun(filter, order)]
    pub year: i32,
    /// What it is called (活动名称).
    #[noun(filter, order)]
    pub name: String,
    /// How far it has come (活动状态).
    #[noun(filter, order)]
    pub status: CampaignStatus,
    /// Its first day (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Its last day; null while it runs (结束日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// What came of it; null until it is closed (活动成效).
    pub result: Option<String>,
    /// The five-year or annual plan that calls for it; null when none is named, or when the viewer may not see it (所依据的规划).
    #[noun(one = "plan_id", filter)]
    pub plan: One<CoveragePlan>,
    /// What that plan says about it, in its own words; null when no plan is named (规划条款).
    pub plan_clause: Option<String>,
    /// The rule documents that it carries out, such as measures and the plan of a special action (所落实的制度).
    #[noun(link(campaign_rule, campaign_id, rule_id))]
    pub rules: Many<RuleDocument>,
    /// Its tasks (活动任务).
    #[noun(many = "campaign_id", filter)]
    pub tasks: Many<CampaignTask>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = campaign_actions, needs(status: CampaignStatus), ids(dispatcher_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// The dispatcher whose body holds it and its superiors.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
