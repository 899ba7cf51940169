//! Open a term of office.

use inspectorate_entity::coverage::term;
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{gates, term::Term};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{scalars::Date, text::Name},
};

/// What opening a term takes.
#[derive(Debug, Input)]
pub struct OpenTermInput {
    /// The ordinal of the committee, from 1: 8 for the eighth committee (届次).
    pub ordinal: i32,
    /// What people call it (名称).
    pub name: Name,
    /// Its first day (开始日期).
    pub starts_on: Date,
    /// Its last day (结束日期).
    pub ends_on: Date,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Open a term of office (届) of the dispatching Party organization for which you act; its terms do not overlap.
#[verb(Term)]
pub async fn open_term(change: &mut Change, input: OpenTermInput) -> Result<Uuid> {
    let days = gates::Days::new(input.starts_on.0, input.ends_on.0, "input.endsOn")?;
    gates::counts_from_one(input.ordinal, "input.ordinal")?;
    let dispatcher = change.viewer().authority_id;
    let others = change
        .rows::<term::Entity>(term::Column::DispatcherId.eq(dispatcher))
        .await?;
    if others.iter().any(|other| other.ordinal == input.ordinal) {
        let ordinal = input.ordinal;
        return Err(Error::conflict(
            "input.ordinal",
            format!("There is a term {ordinal} already: give the next ordinal."),
            format!("第 {ordinal} 届已存在，请填写下一届次。"),
        ));
    }
    let taken: Vec<_> = others.iter().map(gates::days_of).collect();
    gates::terms_do_not_overlap(days, &taken)?;
    let term = change
        .insert(term::ActiveModel {
            dispatcher_id: Set(dispatcher),
            ordinal: Set(input.ordinal),
            name: Set(input.name.0),
            starts_on: Set(days.first),
            ends_on: Set(days.last),
            closed_on: Set(None),
            closing_statement: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(term.id)
}
