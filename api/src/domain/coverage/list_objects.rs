//! Put many organizations on the object list at once.

use inspectorate_entity::coverage::coverage_plan;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    coverage_plan::CoveragePlan,
    gates,
    listing::{self, ListedObjectInput},
};
use crate::{access::change::Change, error::Result, graphql::node_id::GlobalId};

/// What putting many organizations on a list takes.
#[derive(Debug, Input)]
pub struct ListObjectsInput {
    /// The five-year plan (五年规划).
    pub plan: GlobalId<CoveragePlan>,
    /// The organizations, 1 to 1000; all are listed or none (对象).
    pub objects: Vec<ListedObjectInput>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Put up to 1000 organizations on the object list of a five-year plan at once (批量列入全覆盖对象): all or none.
#[verb(CoveragePlan)]
pub async fn list_objects(change: &mut Change, input: ListObjectsInput) -> Result<Uuid> {
    gates::so_many_at_once(input.objects.len(), "input.objects")?;
    let plan = change
        .related::<coverage_plan::Entity, _>("plan", &input.plan)
        .await?;
    let named = input.objects.into_iter().enumerate();
    let objects = named
        .map(|(at, object)| (format!("input.objects.{at}"), object))
        .collect();
    let rows = listing::rows(change, &plan, objects).await?;
    change.insert_all(rows).await?;
    Ok(plan.id)
}
