//! Send an inspection cadre to other work for a time.

use inspectorate_entity::{
    organizations::{organization, person},
    teams::deployment,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{conduct_gates as gates, deployment::Deployment};
use crate::{
    access::change::Change,
    domain::organizations::{
        gates::{Span, is_not_in_the_future},
        organization::Organization,
        person::Person,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What sending an inspection cadre to other work takes.
#[derive(Debug, Input)]
pub struct DeployPersonInput {
    /// Who is sent (人员).
    pub person: GlobalId<Person>,
    /// Where the work is done (派往单位).
    pub unit: GlobalId<Organization>,
    /// For what (任务).
    pub purpose: Name,
    /// First day, not in the future (开始日期).
    pub starts_on: Date,
    /// Last day; leave it out while it lasts (结束日期).
    pub ends_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that an inspection cadre was sent to tackle other work (派出攻坚队员); nobody is sent to two places at once.
#[verb(Deployment)]
pub async fn deploy_person(change: &mut Change, input: DeployPersonInput) -> Result<Uuid> {
    let dispatcher = change.viewer().authority_id;
    let person = change
        .related_alone::<person::Entity, _>("person", &input.person)
        .await?;
    let unit = change
        .related::<organization::Entity, _>("unit", &input.unit)
        .await?;
    let span = Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    is_not_in_the_future(span.first, change.today(), "input.startsOn")?;
    let others = Condition::all()
        .add(deployment::Column::PersonId.eq(person.id))
        .add(deployment::Column::DispatcherId.eq(dispatcher));
    let others = change.rows::<deployment::Entity>(others).await?;
    gates::deployed_once(span, &others)?;
    let row = change
        .insert(deployment::ActiveModel {
            dispatcher_id: Set(dispatcher),
            person_id: Set(person.id),
            unit_id: Set(unit.id),
            purpose: Set(input.purpose.0),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
