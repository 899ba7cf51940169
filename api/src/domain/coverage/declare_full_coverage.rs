//! Declare full coverage.

use inspectorate_entity::coverage::{coverage_plan, full_coverage};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{
    coverage_plan::CoveragePlan,
    full_coverage_declaration::FullCoverageDeclaration,
    gates,
    ledger::{Stage, Standing, standing},
    ledger_rows::{self, Placements, PlanKey, ReadObject},
    source::Source,
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
    let key = PlanKey {
        id: plan.id,
        kind: plan.kind,
    };
    let source = Source::Changing(change);
    let mut read = ledger_rows::read(&source, &[key], day, Placements::Holding).await?;
    let objects = read.plans.remove(&plan.id).unwrap_or_default().into_iter();
    let wanted = |object: &ReadObject| {
        let wanted = object_type.as_deref();
        wanted.is_none_or(|wanted| wanted == object.object_type)
    };
    for object in objects.filter(wanted) {
        match standing(&object.listed, day) {
            Standing::NotYetListed | Standing::Withdrawn => {}
            Standing::OnList {
                stage, covering, ..
            } => {
                listed += 1;
                uncovered += usize::from(stage != Stage::Covered);
                reached = reached.max(covering.map(|covering| covering.on));
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
