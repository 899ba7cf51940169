//! Enter a secondment in the yearly list.

use inspectorate_entity::teams::secondment;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{secondment::Secondment, secondment_gates as gates};
use crate::{
    access::change::Change, domain::coverage::gates::own, error::Result, graphql::node_id::GlobalId,
};

/// What entering a secondment in the yearly list takes.
#[derive(Debug, Input)]
pub struct EnlistSecondmentInput {
    /// The secondment (抽调).
    pub secondment: GlobalId<Secondment>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The year of the list, one in which the secondment runs (年度).
    pub year: i32,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Enter an approved secondment in the list of seconded cadres of a year (列入年度挂职干部序列), as the organization department.
#[verb(Secondment)]
pub async fn enlist_secondment(change: &mut Change, input: EnlistSecondmentInput) -> Result<Uuid> {
    let row = change
        .subject::<secondment::Entity, _>("secondment", &input.secondment, input.version)
        .await?;
    own(change.viewer(), row.dispatcher_id, "input.secondment")?;
    gates::belongs_on_the_list(&row, input.year)?;
    let mut changed = row.clone().into_active_model();
    changed.list_year = Set(Some(input.year));
    Ok(change.update(&row, changed).await?.id)
}
