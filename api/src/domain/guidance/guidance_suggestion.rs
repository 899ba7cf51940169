//! What a group of guidance suggests to a dispatcher below.

use inspectorate_entity::guidance::guidance_suggestion::SuggestionStatus;
use inspectorate_macros::Noun;

use super::{
    guidance_operation::GuidanceOperation, guidance_visit::GuidanceVisit, progress::days_open,
    suggestion_life_cycle::suggestion_actions,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        organizations::organization::Organization, rules::improvement_measure::ImprovementMeasure,
    },
    graphql::scalars::Date,
    read::One,
};

/// What a group of guidance suggests to a dispatcher below, answered one by one (指导建议).
#[derive(Noun)]
#[noun(table = "guidance_suggestion", plural = "guidanceSuggestions", reads = ReadGuidance, visible = visible_to, order(-made_on, ordinal))]
pub struct GuidanceSuggestion {
    /// The operation (指导督导).
    #[noun(one = "operation_id", filter)]
    pub operation: One<GuidanceOperation>,
    /// The visit at which it was made (走访).
    #[noun(one = "visit_id", filter)]
    pub visit: One<GuidanceVisit>,
    /// The dispatching Party organization that owes the answer (被指导督导的派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The dispatching Party organization that guides; null when the viewer may not see it, as a guided one below it may not (上级派出机关).
    #[noun(one = "guiding_id", filter)]
    pub guiding: One<Organization>,
    /// Its number within the visit, from one (序号).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// The aspect of the work that it concerns; null when none is named (方面).
    #[noun(filter, order)]
    pub aspect: Option<String>,
    /// What is suggested (内容).
    #[noun(filter)]
    pub content: String,
    /// Whether it concerns an old, hard problem that was raised before (是否“老大难”问题).
    #[noun(filter, order)]
    pub long_standing: bool,
    /// When the old problem was raised for the first time; null unless it is one (首次提出日期).
    #[noun(filter, order)]
    pub first_raised_on: Option<Date>,
    /// Who handled the old problem before; null unless it is one, or when that is not known (原承办单位).
    pub former_handlers: Option<String>,
    /// For how many days the old problem had been open when it was settled, or is open today; null unless it is one (问题存续天数).
    #[noun(computed = days_open, needs(long_standing: bool, first_raised_on: Date, settled_on: Date))]
    pub days_open: Option<i32>,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: SuggestionStatus,
    /// When it was made (提出日期).
    #[noun(filter, order)]
    pub made_on: Date,
    /// Last day for the answer; null when none is set (答复期限).
    #[noun(filter, order)]
    pub due_on: Option<Date>,
    /// What the guided body answered; null until it did (答复).
    pub answer: Option<String>,
    /// When it was answered; null until it was (答复日期).
    #[noun(filter, order)]
    pub answered_on: Option<Date>,
    /// The measure that the guided body set for it; null when it named none, or the viewer may not see it (改进措施).
    #[noun(one = "measure_id", filter)]
    pub measure: One<ImprovementMeasure>,
    /// How it was settled, as the superior found; null until it is (办结情况).
    pub result: Option<String>,
    /// When it was settled; null until it is (办结日期).
    #[noun(filter, order)]
    pub settled_on: Option<Date>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = suggestion_actions, needs(status: SuggestionStatus), ids(dispatcher_id, guiding_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// The guided dispatcher and its superiors.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
