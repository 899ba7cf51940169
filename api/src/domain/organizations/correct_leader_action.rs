//! Correct the record of what a leader did in person.

use inspectorate_entity::organizations::{
    leader_action::{self, LeaderActionKind, LeaderDuty},
    person,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    gates, leader_action::LeaderAction, person::Person,
    record_leader_action::is_secretary_who_leads,
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What correcting what a leader did takes.
#[derive(Debug, Input)]
pub struct CorrectLeaderActionInput {
    /// The record (记录).
    pub leader_action: GlobalId<LeaderAction>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The leader; leave it out to keep them (领导).
    pub person: Option<GlobalId<Person>>,
    /// Which of the four; leave it out to keep it (种类).
    pub kind: Option<Coded<LeaderActionKind>>,
    /// The duty in which a secretary acted who also leads the leading group; leave it out to keep it (双重职责).
    pub duty: Option<Coded<LeaderDuty>>,
    /// The day, not in the future; leave it out to keep it (日期).
    pub acted_on: Option<Date>,
    /// What it was about; leave it out to keep it (事项).
    pub matter: Option<Paragraph>,
}

/// Correct the record of one of the four in-person duties; what is left out stays, and what was recorded first stands in its history (更正领导履责记录).
#[verb(LeaderAction)]
pub async fn correct_leader_action(
    change: &mut Change,
    input: CorrectLeaderActionInput,
) -> Result<Uuid> {
    let action = change
        .subject::<leader_action::Entity, _>("leaderAction", &input.leader_action, input.version)
        .await?;
    let person = match &input.person {
        Some(id) => change.related::<person::Entity, _>("person", id).await?.id,
        None => action.person_id,
    };
    let day = input.acted_on.map_or(action.acted_on, |day| day.0);
    gates::is_not_in_the_future(day, change.today(), "input.actedOn")?;
    let duty = input.duty.map(|duty| duty.0).or(action.duty);
    let leads = is_secretary_who_leads(change, action.dispatcher_id, person, day).await?;
    gates::names_the_duty(leads, duty.is_some())?;
    let mut corrected = action.clone().into_active_model();
    corrected.person_id = Set(person);
    corrected.acted_on = Set(day);
    corrected.duty = Set(duty);
    if let Some(kind) = input.kind {
        corrected.kind = Set(kind.0);
    }
    if let Some(matter) = input.matter {
        corrected.matter = Set(matter.0);
    }
    Ok(change.update(&action, corrected).await?.id)
}
