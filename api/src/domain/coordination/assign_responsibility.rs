//! Say who leads and who works along on a task.

use inspectorate_entity::{
    coordination::{responsibility, responsibility_partner},
    coverage::round,
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{mechanism_gates as gates, responsibility::Responsibility};
use crate::{
    access::change::Change,
    domain::{
        coverage::{gates::own, round::Round},
        meetings::{callers, gates::at_most},
        organizations::{gates::Span, organization::Organization},
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What a division of work takes.
#[derive(Debug, Input)]
pub struct AssignResponsibilityInput {
    /// The task (任务).
    pub task: Name,
    /// The round for which it holds; leave it out when it holds for the time being (轮次).
    pub round: Option<GlobalId<Round>>,
    /// The body that leads, registered as an agency of the place (牵头单位).
    pub lead: GlobalId<Organization>,
    /// The bodies that work along, each likewise and named once; may be empty (配合单位).
    pub partners: Vec<GlobalId<Organization>>,
    /// First day on which it holds (起始日期).
    pub starts_on: Date,
    /// Last day on which it holds; leave it out while it holds (终止日期).
    pub ends_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say who leads and who works along on a task (明确分工), for a round or for the time being; the bodies named see it from then on.
#[verb(Responsibility)]
pub async fn assign_responsibility(
    change: &mut Change,
    input: AssignResponsibilityInput,
) -> Result<Uuid> {
    at_most(input.partners.len(), 50, "input.partners")?;
    let span = Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    let round = match &input.round {
        Some(id) => {
            let round = change.related::<round::Entity, _>("round", id).await?;
            own(change.viewer(), round.dispatcher_id, "input.round")?;
            Some(round.id)
        }
        None => None,
    };
    let mut bodies = Vec::with_capacity(input.partners.len() + 1);
    let named = input.partners.iter().enumerate();
    let named = named.map(|(index, id)| (format!("partners.{index}"), id));
    for (field, id) in [("lead".to_owned(), &input.lead)].into_iter().chain(named) {
        let body = change
            .related::<organization::Entity, _>(&field, id)
            .await?;
        let agencies = callers::agencies(change, body.id, span.first).await?;
        gates::body_shares_the_task(body.id, &bodies, &agencies, &format!("input.{field}"))?;
        bodies.push(body.id);
    }
    let dispatcher = change.viewer().authority_id;
    let row = change
        .insert(responsibility::ActiveModel {
            dispatcher_id: Set(dispatcher),
            round_id: Set(round),
            task: Set(input.task.0),
            lead_id: Set(bodies.remove(0)),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    for body in bodies {
        change
            .insert(responsibility_partner::ActiveModel {
                responsibility_id: Set(row.id),
                organization_id: Set(body),
                ..Default::default()
            })
            .await?;
    }
    Ok(row.id)
}
