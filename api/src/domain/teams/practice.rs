//! Practices of inspection bodies that others recognize.

use inspectorate_macros::Noun;

use super::practice_recognition::PracticeRecognition;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    domain::rules::rule_document::RuleDocument,
    graphql::scalars::Date,
    read::{Many, One},
};

/// A practice of inspection work (经验做法) that a dispatcher follows and that others may recognize.
#[derive(Noun)]
#[noun(table = "practice", plural = "practices", reads = ReadPractices, visible = visible_to, order(-begun_on, name))]
pub struct Practice {
    /// The dispatching Party organization whose work it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// What it is called (名称).
    #[noun(filter, order)]
    pub name: String,
    /// What is done (做法).
    pub summary: String,
    /// The rule document that lays it down; null when none does, or when it is not visible to the viewer (所依制度).
    #[noun(one = "rule_id", filter)]
    pub rule: One<RuleDocument>,
    /// Since when it is followed (开始日期).
    #[noun(filter, order)]
    pub begun_on: Date,
    /// Who took notice of it, and how (推广情况).
    #[noun(many = "practice_id", filter)]
    pub recognitions: Many<PracticeRecognition>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
