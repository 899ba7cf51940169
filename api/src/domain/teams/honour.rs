//! Honours of inspection cadres.

use inspectorate_macros::Noun;

use super::deployment::Deployment;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    domain::organizations::person::Person,
    graphql::scalars::Date,
    read::One,
};

/// A title given to an inspection cadre (荣誉).
#[derive(Noun)]
#[noun(table = "honour", plural = "honours", reads = ReadHonours, visible = visible_to, order(-granted_on))]
pub struct Honour {
    /// The dispatching Party organization whose work it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Who was given it (获得者).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// The title (荣誉称号).
    #[noun(filter, order)]
    pub title: String,
    /// Who gave it (授予机关).
    #[noun(filter, order)]
    pub granted_by: String,
    /// When (授予日期).
    #[noun(filter, order)]
    pub granted_on: Date,
    /// The calendar year for which it counts (年度).
    #[noun(filter, order)]
    pub year: i32,
    /// For what (事由).
    pub ground: String,
    /// The deployment in which it was earned; null for other grounds (攻坚派出).
    #[noun(one = "deployment_id", filter)]
    pub deployment: One<Deployment>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
