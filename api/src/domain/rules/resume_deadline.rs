//! Let the clock of a deadline go on.

use inspectorate_entity::rules::deadline;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{deadline::Deadline, deadline_clock, deadline_gates};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// The end of a stop (恢复计时).
#[derive(Input)]
pub struct ResumeDeadlineInput {
    /// The deadline (期限).
    pub deadline: GlobalId<Deadline>,
    /// The version of it as it was read (记录版本).
    pub version: i32,
    /// Day from which it counts again, itself not counted; today when left out, and today at the latest (恢复日期).
    pub resumed_on: Option<Date>,
}

/// Let the clock of a deadline go on with what was left when it stopped (恢复计时).
#[verb(Deadline)]
pub async fn resume_deadline(change: &mut Change, input: ResumeDeadlineInput) -> Result<Uuid> {
    let before = change
        .subject::<deadline::Entity, _>("deadline", &input.deadline, input.version)
        .await?;
    deadline_gates::runs(before.met_on, before.lifted_on)?;
    let day = input.resumed_on.map_or_else(|| change.today(), |day| day.0);
    deadline_gates::is_not_in_the_future(day, change.today(), "input.resumedOn")?;
    let running = deadline_clock::of(&before)
        .resume(day, &deadline_clock::calendar(change).await?)
        .map_err(|refusal| deadline_gates::clock_moves(refusal, "input.resumedOn"))?;
    let changed = deadline_clock::moved(&before, running);
    Ok(change.update(&before, changed).await?.id)
}
