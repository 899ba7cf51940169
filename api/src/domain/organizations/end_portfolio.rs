//! End a leader's charge of a field.

use inspectorate_entity::organizations::{leader_portfolio, leader_portfolio_organization};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, leader_portfolio::LeaderPortfolio};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What ending a charge takes.
#[derive(Debug, Input)]
pub struct EndPortfolioInput {
    /// The portfolio (分管领域).
    pub portfolio: GlobalId<LeaderPortfolio>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day (终止日期).
    pub ends_on: Date,
}

/// End a leader's charge of a field (终止分管); it stays on record.
#[verb(LeaderPortfolio)]
pub async fn end_portfolio(change: &mut Change, input: EndPortfolioInput) -> Result<Uuid> {
    let portfolio = change
        .subject::<leader_portfolio::Entity, _>("portfolio", &input.portfolio, input.version)
        .await?;
    let day = input.ends_on.0;
    gates::still_holds(portfolio.ends_on)?;
    gates::ends_after_it_began(portfolio.starts_on, day, "input.endsOn")?;
    let named = change
        .rows::<leader_portfolio_organization::Entity>(
            leader_portfolio_organization::Column::PortfolioId.eq(portfolio.id),
        )
        .await?;
    for one in named.iter().filter(|one| one.ends_on.is_none()) {
        let mut ended = one.clone().into_active_model();
        ended.ends_on = Set(Some(day));
        change.update(one, ended).await?;
    }
    let mut ended = portfolio.clone().into_active_model();
    ended.ends_on = Set(Some(day));
    Ok(change.update(&portfolio, ended).await?.id)
}
