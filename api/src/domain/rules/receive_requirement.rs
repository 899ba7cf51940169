//! Record what a superior asks.

use inspectorate_entity::{
    organizations::organization,
    rules::superior_requirement::{self, RequirementSource},
};
use inspectorate_macros::{Input, verb};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{kept, rule_gates, superior_requirement::SuperiorRequirement};
use crate::{
    access::change::Change,
    domain::organizations::{
        dated,
        gates::{is_dispatcher, is_not_in_the_future},
        organization::Organization,
    },
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What a superior asks (登记上级要求).
#[derive(Input)]
pub struct ReceiveRequirementInput {
    /// The dispatching organization of which it is asked (派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// How it was asked (上级要求来源).
    pub source: Coded<RequirementSource>,
    /// The meeting, document or visit (名称).
    pub title: Name,
    /// Who asked, as printed (提出机关).
    pub issuer: Name,
    /// What is asked; left out when the title says it (内容).
    pub content: Option<Paragraph>,
    /// When it was raised, not in the future (提出日期).
    pub raised_on: Date,
    /// When it was relayed and studied, not in the future (传达学习日期).
    pub relayed_on: Option<Date>,
}

/// Record a requirement of a superior (登记上级要求); until a measure is set under it, it is without answer.
#[verb(SuperiorRequirement)]
pub async fn receive_requirement(
    change: &mut Change,
    input: ReceiveRequirementInput,
) -> Result<Uuid> {
    let raised_on = input.raised_on.0;
    is_not_in_the_future(raised_on, change.today(), "input.raisedOn")?;
    if let Some(Date(day)) = input.relayed_on {
        is_not_in_the_future(day, change.today(), "input.relayedOn")?;
        rule_gates::is_not_before(day, Some(raised_on), "input.relayedOn")?;
    }
    let dispatcher = change
        .related::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    kept::by_somebody_here(change, Some(dispatcher.id), "input.dispatcher").await?;
    let registrations = dated::registrations(change, dispatcher.id).await?;
    is_dispatcher(&registrations, change.today(), "input.dispatcher")?;
    let requirement = superior_requirement::ActiveModel {
        dispatcher_id: Set(dispatcher.id),
        source: Set(input.source.0),
        title: Set(input.title.0),
        issuer: Set(input.issuer.0),
        content: Set(input.content.map(|content| content.0)),
        raised_on: Set(raised_on),
        relayed_on: Set(input.relayed_on.map(|day| day.0)),
        answered_on: Set(None),
        ..Default::default()
    };
    Ok(change.insert(requirement).await?.id)
}
