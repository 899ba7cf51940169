//! What a place does about what its superior asks.

use inspectorate_macros::Noun;

use super::superior_requirement::SuperiorRequirement;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::One,
};

/// A measure that a place sets under a requirement of its superior (改进措施).
#[derive(Noun)]
#[noun(table = "improvement_measure", plural = "improvementMeasures", reads = ReadRules, visible = visible_to, order(aspect, set_on))]
pub struct ImprovementMeasure {
    /// The requirement (上级要求).
    #[noun(one = "requirement_id", filter)]
    pub requirement: One<SuperiorRequirement>,
    /// The dispatching organization whose measure it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The aspect under which it stands (方面).
    #[noun(filter, order)]
    pub aspect: String,
    /// What is to be done (内容).
    #[noun(filter)]
    pub content: String,
    /// The body that carries it out; null for the dispatcher itself, or when the viewer may not see it (责任单位).
    #[noun(one = "owner_id", filter)]
    pub owner: One<Organization>,
    /// When it was set (制定日期).
    #[noun(filter, order)]
    pub set_on: Date,
    /// Until when it is to be done; null when no day is set (完成期限).
    #[noun(filter, order)]
    pub due_on: Option<Date>,
    /// When it was done; null while it is not (完成日期).
    #[noun(filter, order)]
    pub done_on: Option<Date>,
    /// What came of it; null while it is not done (成效).
    pub result: Option<String>,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
