//! Set a measure under what a superior asks.

use inspectorate_entity::{
    organizations::organization,
    rules::{improvement_measure, superior_requirement},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use super::{
    improvement_measure::ImprovementMeasure, kept, rule_gates,
    superior_requirement::SuperiorRequirement,
};
use crate::{
    access::change::Change,
    domain::organizations::{gates::is_not_in_the_future, organization::Organization},
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// A measure under a requirement of a superior (制定改进措施).
#[derive(Input)]
pub struct AddImprovementMeasureInput {
    /// The requirement (上级要求).
    pub requirement: GlobalId<SuperiorRequirement>,
    /// The aspect under which it stands (方面).
    pub aspect: Name,
    /// What is to be done (内容).
    pub content: Paragraph,
    /// The body that carries it out; the dispatcher itself when left out (责任单位).
    pub owner: Option<GlobalId<Organization>>,
    /// When it was set, not in the future; today when left out (制定日期).
    pub set_on: Option<Date>,
    /// Until when it is to be done (完成期限).
    pub due_on: Option<Date>,
}

/// Set a measure under a requirement of a superior (制定改进措施); with the first one the requirement is answered.
#[verb(ImprovementMeasure)]
pub async fn add_improvement_measure(
    change: &mut Change,
    input: AddImprovementMeasureInput,
) -> Result<Uuid> {
    let requirement = change
        .related_alone::<superior_requirement::Entity, _>("requirement", &input.requirement)
        .await?;
    kept::by_somebody_here(change, Some(requirement.dispatcher_id), "input.requirement").await?;
    let owner = match &input.owner {
        Some(id) => Some(
            change
                .related::<organization::Entity, _>("owner", id)
                .await?
                .id,
        ),
        None => None,
    };
    let set_on = input.set_on.map_or_else(|| change.today(), |day| day.0);
    is_not_in_the_future(set_on, change.today(), "input.setOn")?;
    rule_gates::is_not_before(set_on, Some(requirement.raised_on), "input.setOn")?;
    let due_on = input.due_on.map(|day| day.0);
    if let Some(day) = due_on {
        rule_gates::is_not_before(day, Some(set_on), "input.dueOn")?;
    }
    if requirement.answered_on.is_none_or(|first| set_on < first) {
        let mut answered = requirement.clone().into_active_model();
        answered.answered_on = Set(Some(set_on));
        change.update(&requirement, answered).await?;
    }
    let measure = improvement_measure::ActiveModel {
        requirement_id: Set(requirement.id),
        dispatcher_id: Set(requirement.dispatcher_id),
        aspect: Set(input.aspect.0),
        content: Set(input.content.0),
        owner_id: Set(owner),
        set_on: Set(set_on),
        due_on: Set(due_on),
        done_on: Set(None),
        result: Set(None),
        ..Default::default()
    };
    Ok(change.insert(measure).await?.id)
}
