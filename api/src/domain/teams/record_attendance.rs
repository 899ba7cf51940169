//! Record who was at a training.

use inspectorate_entity::{
    organizations::person,
    teams::{training, training_attendance},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{conduct_gates as gates, training::Training};
use crate::{
    access::change::Change,
    domain::{coverage::gates::own, organizations::person::Person},
    error::Result,
    graphql::node_id::GlobalId,
};

/// What recording who was at a training takes.
#[derive(Debug, Input)]
pub struct RecordAttendanceInput {
    /// The training (培训).
    pub training: GlobalId<Training>,
    /// Who was there, at most 200 (到场人员).
    pub attended: Vec<GlobalId<Person>>,
    /// Who was not, at most 200; nobody when left out (缺席人员).
    pub absent: Option<Vec<GlobalId<Person>>>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record who was at a training and who was not (登记培训出勤); what was recorded of a person before is put right.
#[verb(Training)]
pub async fn record_attendance(change: &mut Change, input: RecordAttendanceInput) -> Result<Uuid> {
    let training = change
        .related_alone::<training::Entity, _>("training", &input.training)
        .await?;
    own(change.viewer(), training.dispatcher_id, "input.training")?;
    let mut people = named(change, "attended", &input.attended, true).await?;
    let absent = input.absent.unwrap_or_default();
    people.extend(named(change, "absent", &absent, false).await?);
    gates::each_is_named_once(&people)?;
    let known = change
        .rows::<training_attendance::Entity>(
            training_attendance::Column::TrainingId.eq(training.id),
        )
        .await?;
    for (person, attended) in people {
        match known.iter().find(|row| row.person_id == person) {
            Some(row) if row.attended == attended => {}
            Some(row) => {
                let mut corrected = row.clone().into_active_model();
                corrected.attended = Set(attended);
                change.update(row, corrected).await?;
            }
            None => {
                change
                    .insert(training_attendance::ActiveModel {
                        training_id: Set(training.id),
                        dispatcher_id: Set(training.dispatcher_id),
                        person_id: Set(person),
                        attended: Set(attended),
                        ..Default::default()
                    })
                    .await?;
            }
        }
    }
    Ok(training.id)
}

async fn named(
    change: &Change,
    field: &str,
    people: &[GlobalId<Person>],
    attended: bool,
) -> Result<Vec<(Uuid, bool)>> {
    gates::not_too_many(people.len(), field)?;
    let mut found = Vec::with_capacity(people.len());
    for (index, person) in people.iter().enumerate() {
        let person = change
            .related::<person::Entity, _>(&format!("{field}.{index}"), person)
            .await?;
        found.push((person.id, attended));
    }
    Ok(found)
}
