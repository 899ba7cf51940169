//! Say what a plan rests on.

use inspectorate_entity::{
    coverage::coverage_plan,
    plans::plan_basis::{self, BasisKind},
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::plan_basis::PlanBasis;
use crate::{
    access::change::Change,
    domain::coverage::{
        coverage_plan::CoveragePlan,
        gates::{not_after, own},
    },
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Name, Paragraph},
    },
};

/// What saying what a plan rests on takes.
#[derive(Debug, Input)]
pub struct CitePlanBasisInput {
    /// The plan (规划、计划).
    pub plan: GlobalId<CoveragePlan>,
    /// What kind of thing it rests on (依据种类).
    pub kind: Coded<BasisKind>,
    /// What the document or task is called (名称).
    pub title: Name,
    /// Who issued it; leave it out when not known (制发机关).
    pub issuer: Option<Name>,
    /// Number of the document; leave it out when it has none (文号).
    pub document_number: Option<Code>,
    /// What it says about inspection, in its own words (条款内容).
    pub clause: Paragraph,
    /// The day of the document, not in the future; leave it out when not known (成文日期).
    pub dated_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say which clause of a planning document, or which central task, a plan rests on (登记规划依据).
#[verb(PlanBasis)]
pub async fn cite_plan_basis(change: &mut Change, input: CitePlanBasisInput) -> Result<Uuid> {
    let plan = change
        .related::<coverage_plan::Entity, _>("plan", &input.plan)
        .await?;
    own(change.viewer(), plan.dispatcher_id, "input.plan")?;
    if let Some(Date(day)) = input.dated_on {
        not_after(day, change.today(), "input.datedOn")?;
    }
    let basis = change
        .insert(plan_basis::ActiveModel {
            plan_id: Set(plan.id),
            dispatcher_id: Set(plan.dispatcher_id),
            kind: Set(input.kind.0),
            title: Set(input.title.0),
            issuer: Set(input.issuer.map(|issuer| issuer.0)),
            document_number: Set(input.document_number.map(|number| number.0)),
            clause: Set(input.clause.0),
            dated_on: Set(input.dated_on.map(|day| day.0)),
            dropped_on: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(basis.id)
}
