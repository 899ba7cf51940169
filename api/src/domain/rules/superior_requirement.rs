//! What superiors ask of a place, and how far its measures have come.

use inspectorate_entity::rules::superior_requirement::RequirementSource;
use inspectorate_macros::Noun;

use super::{
    improvement_measure::ImprovementMeasure,
    requirement_progress::{AspectProgress, aspects, completion_rate},
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::measure::Measure,
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{Many, One},
};

/// A requirement of a superior, raised at a meeting, in a document or on a visit of guidance, to be turned into measures (上级要求).
#[derive(Noun)]
#[noun(table = "superior_requirement", plural = "superiorRequirements", reads = ReadRules, visible = visible_to, order(-raised_on, title))]
pub struct SuperiorRequirement {
    /// The dispatching organization of which it is asked (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// How it was asked (上级要求来源).
    #[noun(filter)]
    pub source: RequirementSource,
    /// The meeting, document or visit (名称).
    #[noun(filter, order)]
    pub title: String,
    /// Who asked, as printed (提出机关).
    #[noun(filter)]
    pub issuer: String,
    /// What is asked; null when the title says it (内容).
    pub content: Option<String>,
    /// When it was raised (提出日期).
    #[noun(filter, order)]
    pub raised_on: Date,
    /// When it was relayed and studied; null when that is not recorded (传达学习日期).
    #[noun(filter, order)]
    pub relayed_on: Option<Date>,
    /// When the first measure under it was set; null while there is none: a requirement without measures (首次制定措施日期).
    #[noun(filter, order)]
    pub answered_on: Option<Date>,
    /// What the place does about it (改进措施).
    #[noun(many = "requirement_id", filter)]
    pub measures: Many<ImprovementMeasure>,
    /// How many measures each aspect has, and which share of them is done, today (分方面落实情况).
    #[noun(computed = aspects, needs(title: String))]
    pub aspects: Vec<AspectProgress>,
    /// Which share of its measures is done today; without a value while there is none (措施完成率).
    #[noun(computed = completion_rate, needs(title: String))]
    pub completion_rate: Measure,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
