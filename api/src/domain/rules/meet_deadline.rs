//! Say that what a deadline asks for was done.

use inspectorate_entity::rules::deadline;
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use super::{deadline::Deadline, deadline_gates};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// The end of a deadline (办结).
#[derive(Input)]
pub struct MeetDeadlineInput {
    /// The deadline (期限).
    pub deadline: GlobalId<Deadline>,
    /// The version of it as it was read (记录版本).
    pub version: i32,
    /// Day on which it was done; today when left out, and today at the latest (完成日期).
    pub met_on: Option<Date>,
}

/// Say that what a deadline asks for was done, in time or late (办结).
#[verb(Deadline)]
pub async fn meet_deadline(change: &mut Change, input: MeetDeadlineInput) -> Result<Uuid> {
    let before = change
        .subject::<deadline::Entity, _>("deadline", &input.deadline, input.version)
        .await?;
    deadline_gates::runs(before.met_on, before.lifted_on)?;
    let day = input.met_on.map_or_else(|| change.today(), |day| day.0);
    deadline_gates::is_not_in_the_future(day, change.today(), "input.metOn")?;
    deadline_gates::is_done_after_start(day, before.started_on)?;
    let mut changed = before.clone().into_active_model();
    changed.met_on = Set(Some(day));
    Ok(change.update(&before, changed).await?.id)
}
