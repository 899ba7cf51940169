//! Give more time.

use inspectorate_entity::rules::{deadline, deadline_extension, deadline_rule};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait};
use uuid::Uuid;

use super::{deadline::Deadline, deadline_clock, deadline_gates};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// A later due day, with who approved it and why (延期).
#[derive(Input)]
pub struct ExtendDeadlineInput {
    /// The deadline (期限).
    pub deadline: GlobalId<Deadline>,
    /// The version of it as it was read (记录版本).
    pub version: i32,
    /// The new last day in time; later than the one that stands (延期后到期日).
    pub due_on: Date,
    /// Who approved it: name and post as on the approval (批准人).
    pub approver: Name,
    /// Why (理由).
    pub reason: Paragraph,
    /// Day of the approval; today when left out (批准日期).
    pub approved_on: Option<Date>,
}

/// Move the due day of a deadline; only agencies that its rule names (延期).
#[verb(Deadline)]
pub async fn extend_deadline(change: &mut Change, input: ExtendDeadlineInput) -> Result<Uuid> {
    let before = change
        .subject::<deadline::Entity, _>("deadline", &input.deadline, input.version)
        .await?;
    let rules = change
        .rows::<deadline_rule::Entity>(deadline_rule::Column::Id.eq(before.rule_id))
        .await?;
    let rule = rules
        .first()
        .ok_or_else(|| Error::internal("a deadline without its rule"))?;
    let agencies = deadline_clock::extended_by(rule)?;
    deadline_gates::agency_may_extend(change.viewer().agency, &agencies)?;
    deadline_gates::runs(before.met_on, before.lifted_on)?;
    let approved_on = input
        .approved_on
        .map_or_else(|| change.today(), |day| day.0);
    deadline_gates::is_not_in_the_future(approved_on, change.today(), "input.approvedOn")?;
    let calendar = deadline_clock::calendar(change).await?;
    let extended = deadline_clock::of(&before)
        .extend(input.due_on.0, &calendar)
        .map_err(|refusal| deadline_gates::clock_moves(refusal, "input.dueOn"))?;
    let old_due_on = before
        .due_on
        .ok_or_else(|| Error::internal("a deadline extended without a due day"))?;
    change
        .update(&before, deadline_clock::moved(&before, extended))
        .await?;
    let extension = deadline_extension::ActiveModel {
        dispatcher_id: Set(before.dispatcher_id),
        deadline_id: Set(before.id),
        approver: Set(input.approver.0),
        reason: Set(input.reason.0),
        old_due_on: Set(old_due_on),
        new_due_on: Set(input.due_on.0),
        approved_on: Set(approved_on),
        ..Default::default()
    };
    change.insert(extension).await?;
    Ok(before.id)
}
