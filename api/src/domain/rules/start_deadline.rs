//! Put a deadline on a record.

use async_graphql::ID;
use inspectorate_entity::organizations::organization;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    deadline::Deadline,
    deadline_begun::{self, Beginning},
    deadline_gates, deadline_record, kept,
};
use crate::{
    access::change::Change,
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Code},
};

/// A deadline on a record (起算期限).
#[derive(Input)]
pub struct StartDeadlineInput {
    /// The record that something must be done about, of a noun of the union `DeadlineRecord` (所属记录).
    pub record: ID,
    /// The dispatching organization in whose work it runs; its rule applies, else its superior's, else the shipped one (派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// Key of the rule, such as RECTIFICATION_PLAN (规则代号).
    pub rule: Code,
    /// Day of the event that starts the clock, today at the latest; the day itself does not count (起算日期).
    pub started_on: Date,
    /// The organization that has to do it; null when that is the dispatcher itself (责任单位).
    pub owed_by: Option<GlobalId<Organization>>,
}

/// Put a deadline on a record, by the rule that is in force on the day its clock starts (起算期限).
#[verb(Deadline)]
pub async fn start_deadline(change: &mut Change, input: StartDeadlineInput) -> Result<Uuid> {
    let started_on = input.started_on.0;
    deadline_gates::is_not_in_the_future(started_on, change.today(), "input.startedOn")?;
    let (noun, record_id) = change.any("record", &input.record).await?;
    deadline_record::can_carry_a_deadline(noun)?;
    let dispatcher = change
        .related::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    kept::by_somebody_here(change, Some(dispatcher.id), "input.dispatcher").await?;
    let owed_by = match &input.owed_by {
        Some(id) => Some(
            change
                .related::<organization::Entity, _>("owedBy", id)
                .await?
                .id,
        ),
        None => None,
    };
    let beginning = Beginning {
        noun,
        record: record_id,
        dispatcher: dispatcher.id,
        owed_by,
        rule: &input.rule.0,
        started_on,
    };
    Ok(deadline_begun::begin(change, beginning).await?.id)
}
