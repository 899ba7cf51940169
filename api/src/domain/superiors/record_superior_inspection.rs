//! Record an inspection that a superior announced.

use inspectorate_entity::{
    coordination::coordination_mechanism,
    coverage::coverage_record::InspectionKind,
    superiors::superior_inspection::{self, SuperiorInspectionStatus},
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::superior_inspection::SuperiorInspection;
use crate::{
    access::change::Change,
    domain::{
        coordination::{
            coordination_mechanism::CoordinationMechanism, request_gates::mechanism_is_in_force,
        },
        coverage::gates::{Days, day_done},
    },
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What recording an inspection of a superior takes.
#[derive(Debug, Input)]
pub struct RecordSuperiorInspectionInput {
    /// Who inspects, as that body is called (上级机关).
    pub superior: Name,
    /// What it is called; once for each superior, unless it was called off (名称).
    pub name: Name,
    /// Its kind (巡视方式).
    pub kind: Coded<InspectionKind>,
    /// The mechanism by which your place supports it, in force; leave it out when there is none (协作配合机制).
    pub mechanism: Option<GlobalId<CoordinationMechanism>>,
    /// What it looks into; leave it out when the superior did not say (监督重点).
    pub topics: Option<Paragraph>,
    /// Its first day as planned (计划开始日期).
    pub starts_on: Date,
    /// Its last day as planned; leave it out while the superior did not say (计划结束日期).
    pub ends_on: Option<Date>,
    /// When the superior announced it, not in the future; today when left out (告知日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record an inspection that a superior announced in your place (登记上级巡视); those who work on inspections in the place and below it
/// see it, and link their own to it.
#[verb(SuperiorInspection)]
pub async fn record_superior_inspection(
    change: &mut Change,
    input: RecordSuperiorInspectionInput,
) -> Result<Uuid> {
    let day = day_done(input.on, change.today(), "input.on")?;
    if let Some(last) = input.ends_on {
        Days::new(input.starts_on.0, last.0, "input.endsOn")?;
    }
    let mechanism = match &input.mechanism {
        None => None,
        Some(id) => {
            let mechanism = change
                .related::<coordination_mechanism::Entity, _>("mechanism", id)
                .await?;
            mechanism_is_in_force(&mechanism, day)?;
            Some(mechanism.id)
        }
    };
    let dispatcher = change.viewer().authority_id;
    let inspection = change
        .insert(superior_inspection::ActiveModel {
            dispatcher_id: Set(dispatcher),
            superior: Set(input.superior.0),
            name: Set(input.name.0),
            kind: Set(input.kind.0),
            mechanism_id: Set(mechanism),
            topics: Set(input.topics.map(|topics| topics.0)),
            status: Set(SuperiorInspectionStatus::Announced),
            announced_on: Set(day),
            starts_on: Set(input.starts_on.0),
            ends_on: Set(input.ends_on.map(|last| last.0)),
            entered_on: Set(None),
            ended_on: Set(None),
            end_reason: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(inspection.id)
}
