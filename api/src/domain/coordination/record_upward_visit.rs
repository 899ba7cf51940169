//! Record a visit to the superior.

use inspectorate_entity::coordination::upward_visit;
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::upward_visit::UpwardVisit;
use crate::{
    access::change::Change,
    domain::coverage::gates::day_done,
    error::Result,
    graphql::{
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What recording a visit to the superior takes.
#[derive(Debug, Input)]
pub struct RecordUpwardVisitInput {
    /// To whom your body went, as that body is called (上级单位).
    pub superior: Name,
    /// What was reported (汇报事项).
    pub topics: Paragraph,
    /// What the superior said to it (上级意见).
    pub replies: Option<Paragraph>,
    /// The day, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that your body went to its superior to report (向上级汇报沟通).
#[verb(UpwardVisit)]
pub async fn record_upward_visit(
    change: &mut Change,
    input: RecordUpwardVisitInput,
) -> Result<Uuid> {
    let day = day_done(input.on, change.today(), "input.on")?;
    let (dispatcher, body) = (
        change.viewer().authority_id,
        change.viewer().organization_id,
    );
    let visit = change
        .insert(upward_visit::ActiveModel {
            dispatcher_id: Set(dispatcher),
            body_id: Set(body),
            superior: Set(input.superior.0),
            visited_on: Set(day),
            topics: Set(input.topics.0),
            replies: Set(input.replies.map(|replies| replies.0)),
            ..Default::default()
        })
        .await?;
    Ok(visit.id)
}
