//! Record how an inspection ended.

use inspectorate_entity::coverage::coverage_record;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{coverage_record::CoverageRecord, gates};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What recording the end of an inspection takes.
#[derive(Debug, Input)]
pub struct ReportCoverageInput {
    /// The inspection (巡察记录).
    pub record: GlobalId<CoverageRecord>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Last day on site; leave it out to keep what is recorded (撤点日期).
    pub ended_on: Option<Date>,
    /// When its report was heard; leave it out to keep what is recorded (汇报日期).
    pub reported_on: Option<Date>,
    /// When it was fed back; leave it out to keep what is recorded (反馈日期).
    pub fed_back_on: Option<Date>,
    /// When its findings were recorded; leave it out to keep what is recorded (登记问题日期).
    pub findings_recorded_on: Option<Date>,
    /// When the rectification was accepted; leave it out to keep what is recorded (整改验收日期).
    pub rectification_accepted_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record when an inspection left, was reported and was fed back (登记撤点、汇报、反馈); reported or fed back, it counts. Findings
/// recorded and rectification accepted make its coverage effective, as far as the dispatcher asks for them.
#[verb(CoverageRecord)]
pub async fn report_coverage(change: &mut Change, input: ReportCoverageInput) -> Result<Uuid> {
    let record = change
        .subject::<coverage_record::Entity, _>("record", &input.record, input.version)
        .await?;
    gates::own(change.viewer(), record.dispatcher_id, "input.record")?;
    let later = [
        (input.ended_on, "input.endedOn"),
        (input.reported_on, "input.reportedOn"),
        (input.fed_back_on, "input.fedBackOn"),
        (input.findings_recorded_on, "input.findingsRecordedOn"),
        (
            input.rectification_accepted_on,
            "input.rectificationAcceptedOn",
        ),
    ];
    let [ended_on, reported_on, fed_back_on, findings, accepted] =
        gates::days_of_inspection(record.started_on, later, change.today())?;
    let mut reported = record.clone().into_active_model();
    reported.ended_on = Set(ended_on.or(record.ended_on));
    reported.reported_on = Set(reported_on.or(record.reported_on));
    reported.fed_back_on = Set(fed_back_on.or(record.fed_back_on));
    reported.findings_recorded_on = Set(findings.or(record.findings_recorded_on));
    reported.rectification_accepted_on = Set(accepted.or(record.rectification_accepted_on));
    if let (Some(accepted), Some(fed_back)) = (accepted, fed_back_on.or(record.fed_back_on)) {
        gates::not_before(accepted, fed_back, "input.rectificationAcceptedOn")?;
    }
    Ok(change.update(&record, reported).await?.id)
}
