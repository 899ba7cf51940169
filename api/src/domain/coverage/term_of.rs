//! The term in which something is done.

use inspectorate_entity::coverage::{coverage_object, coverage_plan, term};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use crate::{
    access::change::Change,
    error::{Error, Result},
};

/// The plan on whose list `object` stands.
pub async fn plan_of(
    change: &Change,
    object: &coverage_object::Model,
) -> Result<coverage_plan::Model> {
    let plans = change
        .rows::<coverage_plan::Entity>(coverage_plan::Column::Id.eq(object.plan_id))
        .await?;
    let plan = plans.into_iter().next();
    plan.ok_or_else(|| Error::internal("an object without its plan"))
}

/// The term with this id, which something else names.
pub async fn term(change: &Change, id: Uuid) -> Result<term::Model> {
    let terms = change.rows::<term::Entity>(term::Column::Id.eq(id)).await?;
    let term = terms.into_iter().next();
    term.ok_or_else(|| Error::internal("a plan or round without its term"))
}

/// The term in which `object` is to be covered.
pub async fn of_object(change: &Change, object: &coverage_object::Model) -> Result<term::Model> {
    let plan = plan_of(change, object).await?;
    term(change, plan.term_id).await
}
