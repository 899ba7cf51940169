//! Record that a duty was done.

use inspectorate_entity::processes::{rule_duty, rule_duty_record};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{gates, rule_duty::RuleDuty, rule_duty_record::RuleDutyRecord};
use crate::{
    access::change::Change,
    domain::inspections::gates::{day_done, own},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What recording it takes.
#[derive(Debug, Input)]
pub struct RecordRuleDutyInput {
    /// What had to be done (定期工作).
    pub duty: GlobalId<RuleDuty>,
    /// The day on which it was done, once a day, not in the future; today when left out (完成日期).
    pub on: Option<Date>,
    /// What came of it (结果).
    pub result: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that what a rule asks for was done (登记定期工作完成情况): by the agency that has to, or by the office for it.
#[verb(RuleDutyRecord)]
pub async fn record_rule_duty(change: &mut Change, input: RecordRuleDutyInput) -> Result<Uuid> {
    let duty = change
        .related_alone::<rule_duty::Entity, _>("duty", &input.duty)
        .await?;
    own(change.viewer(), duty.dispatcher_id, "input.duty")?;
    gates::duty_of_the_viewer(change.viewer().agency, duty.agency)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let record = rule_duty_record::ActiveModel {
        duty_id: Set(duty.id),
        dispatcher_id: Set(duty.dispatcher_id),
        done_on: Set(day),
        result: Set(input.result.map(|result| result.0)),
        ..Default::default()
    };
    Ok(change.insert(record).await?.id)
}
