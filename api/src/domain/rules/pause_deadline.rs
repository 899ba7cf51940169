//! Stop the clock of a deadline.

use inspectorate_entity::rules::deadline;
use inspectorate_macros::{Input, verb};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{deadline::Deadline, deadline_clock, deadline_gates};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// A stop of the clock (暂停计时).
#[derive(Input)]
pub struct PauseDeadlineInput {
    /// The deadline (期限).
    pub deadline: GlobalId<Deadline>,
    /// The version of it as it was read (记录版本).
    pub version: i32,
    /// Why (理由).
    pub reason: Paragraph,
    /// Day on which it stops, which still counts; today when left out, and today at the latest (暂停日期).
    pub paused_on: Option<Date>,
}

/// Stop the clock of a deadline; what is left by then is kept (暂停计时).
#[verb(Deadline)]
pub async fn pause_deadline(change: &mut Change, input: PauseDeadlineInput) -> Result<Uuid> {
    let before = change
        .subject::<deadline::Entity, _>("deadline", &input.deadline, input.version)
        .await?;
    deadline_gates::runs(before.met_on, before.lifted_on)?;
    let day = input.paused_on.map_or_else(|| change.today(), |day| day.0);
    deadline_gates::is_not_in_the_future(day, change.today(), "input.pausedOn")?;
    let stopped = deadline_clock::of(&before)
        .pause(day, &deadline_clock::calendar(change).await?)
        .map_err(|refusal| deadline_gates::clock_moves(refusal, "input.pausedOn"))?;
    let mut changed = deadline_clock::moved(&before, stopped);
    changed.pause_reason = Set(Some(input.reason.0));
    Ok(change.update(&before, changed).await?.id)
}
