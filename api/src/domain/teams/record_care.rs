//! Record a talk with an inspection cadre, or a visit to the home.

use inspectorate_entity::{
    organizations::person,
    teams::care_record::{self, CareKind},
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::care_record::CareRecord;
use crate::{
    access::change::Change,
    domain::{coverage::gates::day_done, organizations::person::Person},
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What recording a talk or a visit takes.
#[derive(Debug, Input)]
pub struct RecordCareInput {
    /// With whom, or whose home (对象).
    pub person: GlobalId<Person>,
    /// Talk or visit (种类).
    pub kind: Coded<CareKind>,
    /// Who talked or visited (谈话人、家访人).
    pub held_by: Name,
    /// What was spoken of (内容).
    pub matters: Paragraph,
    /// When, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record a heart-to-heart talk with an inspection cadre or a visit to the home (登记谈心谈话、家访).
#[verb(CareRecord)]
pub async fn record_care(change: &mut Change, input: RecordCareInput) -> Result<Uuid> {
    let dispatcher = change.viewer().authority_id;
    let person = change
        .related::<person::Entity, _>("person", &input.person)
        .await?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let row = change
        .insert(care_record::ActiveModel {
            dispatcher_id: Set(dispatcher),
            person_id: Set(person.id),
            kind: Set(input.kind.0),
            held_by: Set(input.held_by.0),
            held_on: Set(day),
            matters: Set(input.matters.0),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
