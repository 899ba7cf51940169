//! Send a person to the inspection work of a superior.

use inspectorate_entity::{organizations::person, staffing::outgoing_secondment};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{gates, outgoing_secondment::OutgoingSecondment};
use crate::{
    access::change::Change,
    domain::{
        organizations::{
            gates::{Span, is_not_in_the_future},
            person::Person,
        },
        superiors::{
            superior_inspection::SuperiorInspection,
            support::{in_words, recorded},
        },
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What sending a person to a superior takes.
#[derive(Debug, Input)]
pub struct SendToSuperiorInput {
    /// Who is sent (人员).
    pub person: GlobalId<Person>,
    /// The record of the inspection; leave it out when the place keeps none, and say `superior` and `operation` (上级巡视).
    pub superior_inspection: Option<GlobalId<SuperiorInspection>>,
    /// Whose inspection it is; leave it out when you give the record (上级机关).
    pub superior: Option<Name>,
    /// Which inspection, round or team it is; leave it out when you give the record (参加的巡视).
    pub operation: Option<Name>,
    /// What the person is a specialist in; leave it out for none (专业).
    pub specialty: Option<Name>,
    /// First day, not in the future (开始日期).
    pub starts_on: Date,
    /// Last day; leave it out while it lasts (结束日期).
    pub ends_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that a person was sent to the inspection work of a superior (选派人员参加上级巡视); nobody is sent twice at once.
#[verb(OutgoingSecondment)]
pub async fn send_to_superior(change: &mut Change, input: SendToSuperiorInput) -> Result<Uuid> {
    let dispatcher = change.viewer().authority_id;
    let person = change
        .related_alone::<person::Entity, _>("person", &input.person)
        .await?;
    let span = Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    is_not_in_the_future(span.first, change.today(), "input.startsOn")?;
    let others = change
        .rows::<outgoing_secondment::Entity>(outgoing_secondment::Column::PersonId.eq(person.id))
        .await?;
    gates::sent_once(span, &others)?;
    let (record, superior, operation) = match &input.superior_inspection {
        None => (
            None,
            in_words("superior", input.superior)?,
            in_words("operation", input.operation)?,
        ),
        Some(id) => {
            let words = [
                ("superior", input.superior.as_ref()),
                ("operation", input.operation.as_ref()),
            ];
            let inspection = recorded(change, id, &words).await?;
            (Some(inspection.id), inspection.superior, inspection.name)
        }
    };
    let row = change
        .insert(outgoing_secondment::ActiveModel {
            dispatcher_id: Set(dispatcher),
            person_id: Set(person.id),
            superior: Set(superior),
            operation: Set(operation),
            superior_inspection_id: Set(record),
            specialty: Set(input.specialty.map(|specialty| specialty.0)),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
