//! Correct the record of a talk.

use inspectorate_entity::organizations::{person, work_talk};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, person::Person, record_work_talk::does_the_work, work_talk::WorkTalk};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What correcting a talk takes.
#[derive(Debug, Input)]
pub struct CorrectWorkTalkInput {
    /// The record (记录).
    pub work_talk: GlobalId<WorkTalk>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The leader; leave it out to keep them (领导).
    pub leader: Option<GlobalId<Person>>,
    /// The office director or team leader; leave it out to keep them (谈话对象).
    pub counterpart: Option<GlobalId<Person>>,
    /// The day, not in the future; leave it out to keep it (日期).
    pub talked_on: Option<Date>,
    /// What it was for; leave it out to keep it (目的).
    pub purpose: Option<Paragraph>,
    /// What the leader asked for; leave it out to keep it (要求).
    pub requirements: Option<Paragraph>,
}

/// Correct the record of a talk; what is left out stays, and what was recorded first stands in its history (更正谈话记录).
#[verb(WorkTalk)]
pub async fn correct_work_talk(change: &mut Change, input: CorrectWorkTalkInput) -> Result<Uuid> {
    let talk = change
        .subject::<work_talk::Entity, _>("workTalk", &input.work_talk, input.version)
        .await?;
    let leader = match &input.leader {
        Some(id) => change.related::<person::Entity, _>("leader", id).await?.id,
        None => talk.leader_id,
    };
    let counterpart = match &input.counterpart {
        Some(id) => {
            let person = change.related::<person::Entity, _>("counterpart", id);
            person.await?.id
        }
        None => talk.counterpart_id,
    };
    let day = input.talked_on.map_or(talk.talked_on, |day| day.0);
    gates::is_not_in_the_future(day, change.today(), "input.talkedOn")?;
    does_the_work(change, counterpart, day).await?;
    let mut corrected = talk.clone().into_active_model();
    corrected.leader_id = Set(leader);
    corrected.counterpart_id = Set(counterpart);
    corrected.talked_on = Set(day);
    if let Some(purpose) = input.purpose {
        corrected.purpose = Set(purpose.0);
    }
    if let Some(requirements) = input.requirements {
        corrected.requirements = Set(Some(requirements.0));
    }
    Ok(change.update(&talk, corrected).await?.id)
}
