//! Say what a round is about.

use inspectorate_entity::coverage::round;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{codes, gates};
use crate::{
    access::change::Change,
    domain::coverage::round::Round,
    error::Result,
    graphql::{node_id::GlobalId, text::Code},
};

/// What saying what a round is about takes.
#[derive(Debug, Input)]
pub struct FocusRoundInput {
    /// The round (轮次).
    pub round: GlobalId<Round>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its special topic, a code of the list `TOPIC`; leave it out for a round about the whole work (专题).
    pub topic: Option<Code>,
    /// Its batch within an operation, from 1; leave it out when there are none (批次).
    pub batch: Option<i32>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say what a round is about (确定专题和批次), until it is approved.
#[verb(Round)]
pub async fn focus_round(change: &mut Change, input: FocusRoundInput) -> Result<Uuid> {
    let round = change
        .subject::<round::Entity, _>("round", &input.round, input.version)
        .await?;
    gates::own(change.viewer(), round.dispatcher_id, "input.round")?;
    gates::round_is_being_planned(round.status, "input.round")?;
    let topic = input.topic.map(|topic| topic.0);
    let topics: Vec<_> = topic
        .iter()
        .map(|topic| ("input.topic".to_owned(), topic.as_str()))
        .collect();
    codes::known(change, "TOPIC", &topics).await?;
    if let Some(batch) = input.batch {
        gates::counts_from_one(batch, "input.batch")?;
    }
    let mut focused = round.clone().into_active_model();
    focused.topic = Set(topic);
    focused.batch = Set(input.batch);
    Ok(change.update(&round, focused).await?.id)
}
