//! Inspection cadres sent to other work for a time.

use inspectorate_macros::Noun;

use super::honour::Honour;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    domain::organizations::person::Person,
    graphql::scalars::Date,
    read::{Many, One},
};

/// An inspection cadre sent to tackle other work for a time (攻坚队): outside the figures of inspection.
#[derive(Noun)]
#[noun(table = "deployment", plural = "deployments", reads = ReadDeployments, visible = visible_to, order(-starts_on))]
pub struct Deployment {
    /// The dispatching Party organization whose work it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Who was sent (人员).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// Where the work was done; null when that is not visible to the viewer (派往单位).
    #[noun(one = "unit_id", filter)]
    pub unit: One<Organization>,
    /// For what (任务).
    #[noun(filter, order)]
    pub purpose: String,
    /// First day (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day; null while it lasts (结束日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// What was earned there (所获荣誉).
    #[noun(many = "deployment_id", filter)]
    pub honours: Many<Honour>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
