//! Declare full coverage.

use inspectorate_entity::coverage::{
    coverage_object, coverage_plan, coverage_record, full_coverage,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{
    coverage_plan::CoveragePlan,
    full_coverage_declaration::FullCoverageDeclaration,
    gates,
    ledger::{Inspection, Listed, Stage, Standing, standing},
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Paragraph},
    },
};

/// What declaring full coverage takes.
#[derive(Debug, Input)]
pub struct DeclareFullCoverageInput {
    /// The five-year plan whose list is covered (五年规划).
    pub plan: GlobalId<CoveragePlan>,
    /// The object type that is covered; leave it out when it is the whole list (对象类型).
    pub object_type: Option<Code>,
    /// The day of the declaration, not in the future; today when left out (宣布日期).
    pub on: Option<Date>,
    /// The declaration in its own words (表述).
    pub statement: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Declare that the list of a plan, or one type of objects on it, is covered (宣布实现全覆盖); refused while one is not.
#[verb(FullCoverageDeclaration)]
pub async fn declare_full_coverage(
    change: &mut Change,
    input: DeclareFullCoverageInput,
) -> Result<Uuid> {
    let plan = change
        .related::<coverage_plan::Entity, _>("plan", &input.plan)
        .await?;
    gates::own(change.viewer(), plan.dispatcher_id, "input.plan")?;
    gates::is_five_year_plan(plan.kind, "input.plan")?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    let object_type = input.object_type.map(|code| code.0);
    let (mut listed, mut uncovered, mut reached) = (0, 0, None);
    for object in objects(change, plan.id, object_type.as_deref()).await? {
        match standing(&object, day) {
            Standing::NotYetListed | Standing::Withdrawn => {}
            Standing::OnList { stage, .. } => {
                listed += 1;
                uncovered += usize::from(stage != Stage::Covered);
                reached = reached.max(covered_from(&object));
            }
        }
    }
    gates::nothing_uncovered(listed, uncovered)?;
    let declaration = change
        .insert(full_coverage::ActiveModel {
            plan_id: Set(plan.id),
            term_id: Set(plan.term_id),
            dispatcher_id: Set(plan.dispatcher_id),
            object_type: Set(object_type),
            object_count: Set(i32::try_from(listed).ok()),
            reached_on: Set(reached.unwrap_or(day)),
            declared_on: Set(day),
            statement: Set(input.statement.map(|statement| statement.0)),
            ..Default::default()
        })
        .await?;
    Ok(declaration.id)
}

/// The day from which the object counts as covered.
fn covered_from(object: &Listed) -> Option<chrono::NaiveDate> {
    let covering = object
        .inspections
        .iter()
        .filter(|inspection| inspection.covers(object.required_mode));
    covering.filter_map(Inspection::counts_from).min()
}

/// The objects of `plan`, or those of one type, with the inspections that count for them.
pub async fn objects(
    change: &Change,
    plan: Uuid,
    object_type: Option<&str>,
) -> Result<Vec<Listed>> {
    let mut on_list = Condition::all().add(coverage_object::Column::PlanId.eq(plan));
    if let Some(object_type) = object_type {
        on_list = on_list.add(coverage_object::Column::ObjectType.eq(object_type));
    }
    let objects = change.rows::<coverage_object::Entity>(on_list).await?;
    let mut listed: std::collections::HashMap<Uuid, Listed> = objects
        .into_iter()
        .map(|object| {
            let row = Listed {
                required_mode: object.required_mode,
                listed_on: object.listed_on,
                withdrawn_on: object.withdrawn_on,
                groups: Vec::new(),
                placements: Vec::new(),
                inspections: Vec::new(),
            };
            (object.id, row)
        })
        .collect();
    let term = coverage_record::Column::DispatcherId.eq(change.viewer().authority_id);
    for record in change.rows::<coverage_record::Entity>(term).await? {
        if let Some(object) = record.object_id.and_then(|id| listed.get_mut(&id)) {
            object.inspections.push(Inspection {
                kind: record.kind,
                started_on: record.started_on,
                reported_on: record.reported_on,
                fed_back_on: record.fed_back_on,
            });
        }
    }
    Ok(listed.into_values().collect())
}
