//! The field that a leader is in charge of.

use inspectorate_macros::Noun;

use super::{
    leader_portfolio_organization::LeaderPortfolioOrganization, organization::Organization,
    person::Person,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::{Many, One},
};

/// A leader is in charge of a field for a time (分管领域).
#[derive(Noun)]
#[noun(table = "leader_portfolio", plural = "leaderPortfolios", reads = ReadLeaders, visible = visible_to, order(-starts_on))]
pub struct LeaderPortfolio {
    /// The dispatcher whose leader it is (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The leader (分管领导).
    #[noun(one = "person_id", filter)]
    pub person: One<Person>,
    /// The field in words (领域).
    #[noun(filter, order)]
    pub field: String,
    /// The sector of which all organizations are meant; null when only the named ones are (板块).
    #[noun(filter)]
    pub sector_code: Option<String>,
    /// The organizations that it names (分管单位).
    #[noun(many = "portfolio_id", filter)]
    pub organizations: Many<LeaderPortfolioOrganization>,
    /// First day on which it holds (起始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Last day on which it holds; null while it holds (终止日期).
    #[noun(filter, order)]
    pub ends_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Jurisdiction("dispatcher_id")
}
