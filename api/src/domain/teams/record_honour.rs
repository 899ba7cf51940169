//! Record a title given to an inspection cadre.

use chrono::Datelike;
use inspectorate_entity::{
    organizations::person,
    teams::{deployment, honour},
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{conduct_gates as gates, deployment::Deployment, honour::Honour};
use crate::{
    access::change::Change,
    domain::{coverage::gates::day_done, organizations::person::Person},
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What recording a title takes.
#[derive(Debug, Input)]
pub struct RecordHonourInput {
    /// Who was given it (获得者).
    pub person: GlobalId<Person>,
    /// The title (荣誉称号).
    pub title: Name,
    /// Who gave it (授予机关).
    pub granted_by: Name,
    /// For what (事由).
    pub ground: Paragraph,
    /// The person's deployment in which it was earned; leave it out for other grounds (攻坚派出).
    pub deployment: Option<GlobalId<Deployment>>,
    /// The calendar year for which it counts; that of the day when left out (年度).
    pub year: Option<i32>,
    /// When it was given, not in the future; today when left out (授予日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record a title given to an inspection cadre (登记荣誉).
#[verb(Honour)]
pub async fn record_honour(change: &mut Change, input: RecordHonourInput) -> Result<Uuid> {
    let dispatcher = change.viewer().authority_id;
    let person = change
        .related::<person::Entity, _>("person", &input.person)
        .await?;
    let deployment = match &input.deployment {
        Some(deployment) => Some(
            change
                .related::<deployment::Entity, _>("deployment", deployment)
                .await?,
        ),
        None => None,
    };
    if let Some(deployment) = &deployment {
        gates::earned_there(deployment, person.id)?;
    }
    let day = day_done(input.on, change.today(), "input.on")?;
    let year = input.year.unwrap_or(day.year());
    gates::year_is_over_or_runs(year, day)?;
    let row = change
        .insert(honour::ActiveModel {
            dispatcher_id: Set(dispatcher),
            person_id: Set(person.id),
            title: Set(input.title.0),
            granted_by: Set(input.granted_by.0),
            granted_on: Set(day),
            year: Set(year),
            ground: Set(input.ground.0),
            deployment_id: Set(deployment.map(|deployment| deployment.id)),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
