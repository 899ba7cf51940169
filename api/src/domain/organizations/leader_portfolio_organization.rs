//! An organization in a leader's field.

use inspectorate_macros::Noun;

use super::{leader_portfolio::LeaderPortfolio, organization::Organization};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::One,
};

/// An organization that a portfolio names (分管单位).
#[derive(Noun)]
#[noun(table = "leader_portfolio_organization", plural = "leaderPortfolioOrganizations", reads = ReadLeaders, visible = visible_to, order(-starts_on))]
pub struct LeaderPortfolioOrganization {
    /// The portfolio (分管领域).
    #[noun(one = "portfolio_id", filter)]
    pub portfolio: One<LeaderPortfolio>,
    /// The organization (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
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
