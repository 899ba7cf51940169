//! Record how a leadership team or one of its members was examined politically.

use inspectorate_entity::{
    examinations::political_examination, inspections::inspection, organizations::person,
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{gates, political_examination::PoliticalExamination};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before, own},
        inspections::inspection::Inspection,
        organizations::{dated, person::Person},
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What recording a political examination takes.
#[derive(Debug, Input)]
pub struct RecordPoliticalExaminationInput {
    /// The inspection with which it was combined (结合的巡视).
    pub inspection: GlobalId<Inspection>,
    /// The member of the leadership team; leave it out for the team as a whole (班子成员).
    pub person: Option<GlobalId<Person>>,
    /// What came of it (考察结果).
    pub result: Paragraph,
    /// The day, from the first day of the inspection on and not in the future; today when left out (考察日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record a political examination of the inspected organization's leadership team or of one of its members (登记政治素质考察).
#[verb(PoliticalExamination)]
pub async fn record_political_examination(
    change: &mut Change,
    input: RecordPoliticalExaminationInput,
) -> Result<Uuid> {
    let inspection = change
        .related::<inspection::Entity, _>("inspection", &input.inspection)
        .await?;
    own(
        change.viewer(),
        inspection.dispatcher_id,
        "input.inspection",
    )?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, inspection.starts_on, "input.on")?;
    let mut member = None;
    if let Some(person) = &input.person {
        let person = change
            .related::<person::Entity, _>("person", person)
            .await?;
        let posts = dated::posts_held_on(change, person.id, day).await?;
        gates::serves_there(&posts, inspection.organization_id, day)?;
        member = Some(person.id);
    }
    let row = change
        .insert(political_examination::ActiveModel {
            inspection_id: Set(inspection.id),
            dispatcher_id: Set(inspection.dispatcher_id),
            organization_id: Set(inspection.organization_id),
            person_id: Set(member),
            held_on: Set(day),
            result: Set(input.result.0),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
