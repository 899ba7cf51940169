//! Put a leader in charge of a field.

use inspectorate_entity::organizations::{
    leader_portfolio, leader_portfolio_organization, organization, person,
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{gates, leader_portfolio::LeaderPortfolio, organization::Organization, person::Person};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Name},
    },
};

/// What assigning a field takes.
#[derive(Debug, Input)]
pub struct AssignPortfolioInput {
    /// The dispatcher whose leader it is (派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// The leader (分管领导).
    pub person: GlobalId<Person>,
    /// The field in words (领域).
    pub field: Name,
    /// The sector of which all organizations are meant; leave it out when only the named ones are (板块).
    pub sector_code: Option<Code>,
    /// The organizations named; may be empty when a sector is given (分管单位).
    pub organizations: Vec<GlobalId<Organization>>,
    /// First day on which it holds (起始日期).
    pub starts_on: Date,
    /// Last day on which it holds; leave it out while it holds (终止日期).
    pub ends_on: Option<Date>,
}

/// Put a leader in charge of a field: of a sector, of named organizations, or both (确定分管领域).
#[verb(LeaderPortfolio)]
pub async fn assign_portfolio(change: &mut Change, input: AssignPortfolioInput) -> Result<Uuid> {
    let dispatcher = change
        .related::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    let person = change
        .related::<person::Entity, _>("person", &input.person)
        .await?;
    gates::exists(&dispatcher, "input.dispatcher")?;
    gates::field_is_said(input.sector_code.is_some(), input.organizations.len())?;
    let span = gates::Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    let row = change
        .insert(leader_portfolio::ActiveModel {
            dispatcher_id: Set(dispatcher.id),
            person_id: Set(person.id),
            field: Set(input.field.0),
            sector_code: Set(input.sector_code.map(|code| code.0)),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    for (index, id) in input.organizations.iter().enumerate() {
        let organization = change
            .related::<organization::Entity, _>(&format!("organizations.{index}"), id)
            .await?;
        change
            .insert(leader_portfolio_organization::ActiveModel {
                portfolio_id: Set(row.id),
                dispatcher_id: Set(dispatcher.id),
                organization_id: Set(organization.id),
                starts_on: Set(span.first),
                ends_on: Set(span.last),
                ..Default::default()
            })
            .await?;
    }
    Ok(row.id)
}
