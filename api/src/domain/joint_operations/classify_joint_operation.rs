//! Say in what a joint operation links its sides.

use inspectorate_entity::joint_operations::{
    joint_operation::{self, Linkage},
    joint_operation_party::SupervisionKind,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    gates,
    joint_operation::JointOperation,
    operation_facts::{sides, take},
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId},
};

/// What saying in what a joint operation links its sides takes.
#[derive(Debug, Input)]
pub struct ClassifyJointOperationInput {
    /// The operation (联动监督).
    pub operation: GlobalId<JointOperation>,
    /// The version that you saw (版本).
    pub version: i32,
    /// In what the sides are linked, each once; none for in nothing (联动类型).
    pub linkages: Vec<Coded<Linkage>>,
    /// Which kind of supervision your own side brings in; as before when left out (本单位监督类别).
    pub supervision: Option<Coded<SupervisionKind>>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say in what a joint operation links its sides, and which kind of supervision your own side brings in (确定联动类型与监督类别), until it is
/// closed.
#[verb(JointOperation)]
pub async fn classify_joint_operation(
    change: &mut Change,
    input: ClassifyJointOperationInput,
) -> Result<Uuid> {
    let operation = change
        .subject::<joint_operation::Entity, _>("operation", &input.operation, input.version)
        .await?;
    let sides = sides(change, operation.id).await?;
    take(change, &operation, &sides).await?;
    let links = gates::links(&input.linkages)?;
    let own = change.viewer().organization_id;
    if let Some(kind) = input.supervision {
        for side in sides.iter().filter(|side| side.organization_id == own) {
            gates::supervises_as(kind.0, side.agency)?;
            let mut said = side.clone().into_active_model();
            said.supervision = Set(Some(kind.0));
            change.update(side, said).await?;
        }
    }
    let mut linked = operation.clone().into_active_model();
    linked.links_tasks = Set(links.tasks);
    linked.links_methods = Set(links.methods);
    linked.links_results = Set(links.results);
    change.update(&operation, linked).await?;
    Ok(operation.id)
}
