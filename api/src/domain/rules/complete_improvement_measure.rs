//! Say that a measure is done.

use inspectorate_entity::rules::improvement_measure;
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use super::{improvement_measure::ImprovementMeasure, kept, rule_gates};
use crate::{
    access::change::Change,
    domain::organizations::gates::{is_not_in_the_future, still_holds},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// A measure that is done (完成改进措施).
#[derive(Input)]
pub struct CompleteImprovementMeasureInput {
    /// The measure (改进措施).
    pub improvement_measure: GlobalId<ImprovementMeasure>,
    /// The version of that record as it was read (记录版本).
    pub version: i32,
    /// When it was done, not in the future (完成日期).
    pub done_on: Date,
    /// What came of it (成效).
    pub result: Paragraph,
}

/// Say that a measure under a requirement of a superior is done, and what came of it (完成改进措施).
#[verb(ImprovementMeasure)]
pub async fn complete_improvement_measure(
    change: &mut Change,
    input: CompleteImprovementMeasureInput,
) -> Result<Uuid> {
    let measure = change
        .subject::<improvement_measure::Entity, _>(
            "improvementMeasure",
            &input.improvement_measure,
            input.version,
        )
        .await?;
    kept::by_somebody_here(
        change,
        Some(measure.dispatcher_id),
        "input.improvementMeasure",
    )
    .await?;
    still_holds(measure.done_on).map_err(|error| error.field("input.improvementMeasure"))?;
    is_not_in_the_future(input.done_on.0, change.today(), "input.doneOn")?;
    rule_gates::is_not_before(input.done_on.0, Some(measure.set_on), "input.doneOn")?;
    let mut done = measure.clone().into_active_model();
    done.done_on = Set(Some(input.done_on.0));
    done.result = Set(Some(input.result.0));
    Ok(change.update(&measure, done).await?.id)
}
