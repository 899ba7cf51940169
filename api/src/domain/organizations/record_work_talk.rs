//! Record a talk of a leader with those who do the work.

use chrono::NaiveDate;
use inspectorate_entity::organizations::{organization, person, work_talk};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{dated, gates, organization::Organization, person::Person, work_talk::WorkTalk};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What recording a talk takes.
#[derive(Debug, Input)]
pub struct RecordWorkTalkInput {
    /// The dispatcher whose leader it is (派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// The leader (领导).
    pub leader: GlobalId<Person>,
    /// The office director or team leader (谈话对象).
    pub counterpart: GlobalId<Person>,
    /// The day, not in the future (日期).
    pub talked_on: Date,
    /// What it was for (目的).
    pub purpose: Paragraph,
    /// What the leader asked for; leave it out when nothing was recorded (要求).
    pub requirements: Option<Paragraph>,
}

/// Record a talk of a leader with the office director or a team leader in office that day (谈话、工作指导).
#[verb(WorkTalk)]
pub async fn record_work_talk(change: &mut Change, input: RecordWorkTalkInput) -> Result<Uuid> {
    let dispatcher = change
        .related::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    let leader = change
        .related::<person::Entity, _>("leader", &input.leader)
        .await?;
    let counterpart = change
        .related::<person::Entity, _>("counterpart", &input.counterpart)
        .await?;
    let day = input.talked_on.0;
    gates::is_not_in_the_future(day, change.today(), "input.talkedOn")?;
    does_the_work(change, counterpart.id, day).await?;
    let row = change
        .insert(work_talk::ActiveModel {
            dispatcher_id: Set(dispatcher.id),
            leader_id: Set(leader.id),
            counterpart_id: Set(counterpart.id),
            talked_on: Set(day),
            purpose: Set(input.purpose.0),
            requirements: Set(input.requirements.map(|text| text.0)),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}

/// The counterpart is office director or team leader on that day.
pub async fn does_the_work(change: &Change, counterpart: Uuid, day: NaiveDate) -> Result<()> {
    let held = dated::posts_held_on(change, counterpart, day).await?;
    let functions: Vec<_> = held.iter().map(|post| post.function).collect();
    gates::does_the_work(&functions, day)
}
