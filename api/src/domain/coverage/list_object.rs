//! Put an organization on the object list.

use inspectorate_entity::coverage::coverage_plan;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    coverage_object::CoverageObject,
    coverage_plan::CoveragePlan,
    listing::{self, ListedObjectInput},
};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::node_id::GlobalId,
};

/// What putting an organization on a list takes.
#[derive(Debug, Input)]
pub struct ListObjectInput {
    /// The five-year plan (五年规划).
    pub plan: GlobalId<CoveragePlan>,
    /// The organization and how it stands on the list (对象).
    pub object: ListedObjectInput,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Put an organization on the object list of a five-year plan (列入全覆盖对象).
#[verb(CoverageObject)]
pub async fn list_object(change: &mut Change, input: ListObjectInput) -> Result<Uuid> {
    let plan = change
        .related::<coverage_plan::Entity, _>("plan", &input.plan)
        .await?;
    let objects = vec![("input.object".to_owned(), input.object)];
    let rows = listing::rows(change, &plan, objects).await?;
    let row = rows.into_iter().next();
    let row = row.ok_or_else(|| Error::internal("one object makes one row"))?;
    Ok(change.insert(row).await?.id)
}
