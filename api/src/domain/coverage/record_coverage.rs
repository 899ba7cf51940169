//! Record an inspection.

use inspectorate_entity::{
    coverage::{
        coverage_object,
        coverage_record::{self, InspectionKind},
        round, term,
    },
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{coverage_record::CoverageRecord, gates, round::Round, term::Term};
use crate::{
    access::change::Change,
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Name},
};

/// What recording an inspection takes.
#[derive(Debug, Input)]
pub struct RecordCoverageInput {
    /// The term in which it is counted, one of the dispatcher for which you act (届).
    pub term: GlobalId<Term>,
    /// The organization that was inspected; it counts for its object on the term's list, if it stands on it (被巡察单位).
    pub organization: GlobalId<Organization>,
    /// What kind of inspection it was (方式).
    pub kind: Coded<InspectionKind>,
    /// Its round; leave it out when it ran outside the rounds (轮次).
    pub round: Option<GlobalId<Round>>,
    /// The inspection from which it was extended; leave it out when it was not (延伸自).
    pub extended_from: Option<GlobalId<CoverageRecord>>,
    /// Name of the operation that it was part of; leave it out for an ordinary round (专项名称).
    pub operation_name: Option<Name>,
    /// Its batch within the operation, from 1; leave it out when the operation had none (批次).
    pub batch: Option<i32>,
    /// First day on site, not in the future (进驻日期).
    pub started_on: Date,
    /// Last day on site; leave it out while it lasts (撤点日期).
    pub ended_on: Option<Date>,
    /// When its report was heard; leave it out until then (汇报日期).
    pub reported_on: Option<Date>,
    /// When it was fed back; leave it out until then (反馈日期).
    pub fed_back_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record an inspection (登记巡察) of an organization; the ledger counts it from its days and its kind.
#[verb(CoverageRecord)]
pub async fn record_coverage(change: &mut Change, input: RecordCoverageInput) -> Result<Uuid> {
    let term = change
        .related::<term::Entity, _>("term", &input.term)
        .await?;
    gates::own(change.viewer(), term.dispatcher_id, "input.term")?;
    gates::term_not_closed(&term, "input.term")?;
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let later = [
        (input.ended_on, "input.endedOn"),
        (input.reported_on, "input.reportedOn"),
        (input.fed_back_on, "input.fedBackOn"),
    ];
    let [ended_on, reported_on, fed_back_on] =
        gates::days_of_inspection(input.started_on.0, later, change.today())?;
    gates::lies_in_term(input.started_on.0, gates::days_of(&term), "input.startedOn")?;
    if let Some(batch) = input.batch {
        gates::counts_from_one(batch, "input.batch")?;
    }
    let round = match &input.round {
        None => None,
        Some(round) => {
            let round = change.related::<round::Entity, _>("round", round).await?;
            gates::round_fits((round.term_id, round.year), term.id, round.year)?;
            Some(round.id)
        }
    };
    let extended_from = match &input.extended_from {
        None => None,
        Some(from) => {
            let from = change
                .related::<coverage_record::Entity, _>("extendedFrom", from)
                .await?;
            gates::own(change.viewer(), from.dispatcher_id, "input.extendedFrom")?;
            Some(from.id)
        }
    };
    let object = object_of(change, term.dispatcher_id, organization.id).await?;
    if input.kind.0 == InspectionKind::LookBack {
        let earlier = change
            .rows::<coverage_record::Entity>(
                Condition::all()
                    .add(coverage_record::Column::OrganizationId.eq(organization.id))
                    .add(coverage_record::Column::Kind.ne(InspectionKind::LookBack)),
            )
            .await?;
        let inspected = earlier.iter().map(|record| record.started_on).min();
        gates::inspected_before(inspected, input.started_on.0, "input.startedOn")?;
    }
    let record = change
        .insert(coverage_record::ActiveModel {
            dispatcher_id: Set(term.dispatcher_id),
            term_id: Set(term.id),
            organization_id: Set(organization.id),
            // What is reached from the inspection of another does not cover by itself.
            object_id: Set(object.filter(|_| extended_from.is_none())),
            round_id: Set(round),
            kind: Set(input.kind.0),
            extended_from_id: Set(extended_from),
            operation_name: Set(input.operation_name.map(|name| name.0)),
            batch: Set(input.batch),
            started_on: Set(input.started_on.0),
            ended_on: Set(ended_on),
            reported_on: Set(reported_on),
            fed_back_on: Set(fed_back_on),
            findings_recorded_on: Set(None),
            rectification_accepted_on: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(record.id)
}

/// The object that the organization is on the dispatcher's list: the one listed last.
async fn object_of(change: &Change, dispatcher: Uuid, organization: Uuid) -> Result<Option<Uuid>> {
    let on_list = Condition::all()
        .add(coverage_object::Column::DispatcherId.eq(dispatcher))
        .add(coverage_object::Column::OrganizationId.eq(organization))
        .add(coverage_object::Column::WithdrawnOn.is_null());
    let objects = change.rows::<coverage_object::Entity>(on_list).await?;
    let latest = objects.into_iter().max_by_key(|object| object.listed_on);
    Ok(latest.map(|object| object.id))
}
