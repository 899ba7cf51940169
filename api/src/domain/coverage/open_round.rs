//! Open a round.

use inspectorate_entity::coverage::{round, term};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{gates, round::Round, term::Term};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What opening a round takes.
#[derive(Debug, Input)]
pub struct OpenRoundInput {
    /// The term in which it is counted (届).
    pub term: GlobalId<Term>,
    /// Its number within the term, from 1 (轮次序号).
    pub ordinal: i32,
    /// What it is called (名称).
    pub name: Name,
    /// The calendar year that it counts for (年度).
    pub year: i32,
    /// First day of the window in which its teams are on site (进驻开始日期).
    pub starts_on: Date,
    /// Last day of that window (进驻结束日期).
    pub ends_on: Date,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Open a numbered round (轮次) within a term.
#[verb(Round)]
pub async fn open_round(change: &mut Change, input: OpenRoundInput) -> Result<Uuid> {
    let term = change
        .related::<term::Entity, _>("term", &input.term)
        .await?;
    gates::own(change.viewer(), term.dispatcher_id, "input.term")?;
    gates::term_not_closed(&term, "input.term")?;
    gates::counts_from_one(input.ordinal, "input.ordinal")?;
    let window = gates::Days::new(input.starts_on.0, input.ends_on.0, "input.endsOn")?;
    let days = gates::days_of(&term);
    gates::lies_in_term(window.first, days, "input.startsOn")?;
    gates::lies_in_term(window.last, days, "input.endsOn")?;
    gates::year_of_window(input.year, window)?;
    let others = change
        .rows::<round::Entity>(round::Column::TermId.eq(term.id))
        .await?;
    if others.iter().any(|other| other.ordinal == input.ordinal) {
        let ordinal = input.ordinal;
        return Err(Error::conflict(
            "input.ordinal",
            format!("The term has a round {ordinal} already: give the next number."),
            format!("本届已有第 {ordinal} 轮，请填写下一轮次。"),
        ));
    }
    let round = change
        .insert(round::ActiveModel {
            term_id: Set(term.id),
            dispatcher_id: Set(term.dispatcher_id),
            ordinal: Set(input.ordinal),
            name: Set(input.name.0),
            year: Set(input.year),
            starts_on: Set(window.first),
            ends_on: Set(window.last),
            ..Default::default()
        })
        .await?;
    Ok(round.id)
}
