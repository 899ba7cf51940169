//! Record a training.

use chrono::Datelike;
use inspectorate_entity::{
    coverage::round,
    teams::training::{self, TrainingKind},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{conduct_gates as gates, training::Training};
use crate::{
    access::change::Change,
    domain::coverage::{
        gates::{counts_from_one, day_done, own},
        round::Round,
    },
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Name},
};

/// What recording a training takes.
#[derive(Debug, Input)]
pub struct HoldTrainingInput {
    /// What it is for (种类).
    pub kind: Coded<TrainingKind>,
    /// The round before which it is given; for the business training before a round only (轮次).
    pub round: Option<GlobalId<Round>>,
    /// What the class is called; leave it out when it has no name (课堂名称).
    pub series: Option<Name>,
    /// Its number among the trainings of its kind in the year, from 1 (期次).
    pub ordinal: i32,
    /// What it was about (主题).
    pub topic: Name,
    /// When it was held, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record a training (开展培训) of the authority that you act for: a class, or the business training before a round.
#[verb(Training)]
pub async fn hold_training(change: &mut Change, input: HoldTrainingInput) -> Result<Uuid> {
    let dispatcher = change.viewer().authority_id;
    let round = match &input.round {
        Some(round) => Some(change.related::<round::Entity, _>("round", round).await?),
        None => None,
    };
    if let Some(round) = &round {
        own(change.viewer(), round.dispatcher_id, "input.round")?;
    }
    gates::training_names_its_round(input.kind.0, round.is_some())?;
    counts_from_one(input.ordinal, "input.ordinal")?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let same = Condition::all()
        .add(training::Column::DispatcherId.eq(dispatcher))
        .add(training::Column::Kind.eq(input.kind.0))
        .add(training::Column::Year.eq(day.year()));
    let same = change.rows::<training::Entity>(same).await?;
    gates::number_is_free(input.ordinal, &same)?;
    let row = change
        .insert(training::ActiveModel {
            dispatcher_id: Set(dispatcher),
            round_id: Set(round.map(|round| round.id)),
            kind: Set(input.kind.0),
            series: Set(input.series.map(|series| series.0)),
            year: Set(day.year()),
            ordinal: Set(input.ordinal),
            topic: Set(input.topic.0),
            held_on: Set(day),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
