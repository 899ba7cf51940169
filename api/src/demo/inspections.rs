//! How the places write what was inspected, and what they declared covered.

use chrono::{Days, NaiveDate};
use inspectorate_entity::{
    coverage::{
        coverage_record::{self, InspectionKind},
        full_coverage,
    },
    inspections::inspection::CrossMode,
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    book::{Book, moment},
    lists::Planner,
};

/// What was written of an inspection: its record in the ledger, which a pinpoint inspection has not, and itself.
#[derive(Clone, Copy)]
pub struct Written {
    pub record: Option<Uuid>,
    pub inspection: Uuid,
}

/// An inspection to write.
#[derive(Clone, Copy)]
pub struct Inspected<'a> {
    pub organization: Uuid,
    pub kind: InspectionKind,
    /// First and last day on site, the day of the report, the day of the feedback.
    pub days: [NaiveDate; 4],
    pub object: Option<Uuid>,
    pub round: Option<Uuid>,
    pub extended_from: Option<Written>,
    pub operation: Option<&'a str>,
    pub batch: Option<i32>,
    pub topic: Option<&'a str>,
    pub team: Option<&'a str>,
    pub link: Option<Uuid>,
    /// The body that authorized it, when that is not the dispatcher.
    pub authorizer: Option<Uuid>,
    /// The places from which the staff comes; the dispatcher's own when empty.
    pub origins: &'a [Uuid],
    pub cross_mode: Option<CrossMode>,
    /// It is one turn of a ring of places that inspect one another.
    pub in_ring: bool,
    /// The reason for elevating it, which the sources print for no single organization.
    pub reason: Option<&'a str>,
    /// The concrete matter of a pinpoint inspection, and how many detachments looked into it.
    pub pinpoint: Option<(&'a str, i32)>,
}

impl<'a> Inspected<'a> {
    /// An inspection on site from the first to the last of `days`, reported three weeks later and fed back after three more.
    pub fn new(organization: Uuid, kind: InspectionKind, days: (NaiveDate, NaiveDate)) -> Self {
        let (first, last) = days;
        Self {
            organization,
            kind,
            days: [first, last, last + Days::new(21), last + Days::new(42)],
            object: None,
            round: None,
            extended_from: None,
            operation: None,
            batch: None,
            topic: None,
            team: None,
            link: None,
            authorizer: None,
            origins: &[],
            cross_mode: None,
            in_ring: false,
            reason: None,
            pinpoint: None,
        }
    }

    /// It counts for `object`.
    pub fn covers(self, object: Uuid) -> Self {
        let object = Some(object);
        Self { object, ..self }
    }

    /// It was part of `round`.
    pub fn in_round(self, round: Uuid) -> Self {
        let round = Some(round);
        Self { round, ..self }
    }

    /// It was part of the operation called `name`.
    pub fn in_operation(self, name: &'a str) -> Self {
        let operation = Some(name);
        Self { operation, ..self }
    }

    /// It was about `topic`.
    pub fn about(self, topic: &'a str) -> Self {
        let topic = Some(topic);
        Self { topic, ..self }
    }
}

impl Book {
    /// Record an inspection: what it was, and what it means for the ledger.
    pub fn inspect(&mut self, by: Planner, inspected: Inspected<'_>) -> Written {
        let record = match inspected.pinpoint {
            Some(_) => None,
            None => Some(self.record(by, &inspected)),
        };
        let inspection = self.dispatch(by, &inspected, record);
        Written { record, inspection }
    }

    fn record(&mut self, by: Planner, inspected: &Inspected<'_>) -> Uuid {
        let id = self.id("CoverageRecord");
        let [started, ended, reported, fed_back] = inspected.days;
        let extended_from = inspected.extended_from.and_then(|from| from.record);
        self.records.push(coverage_record::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(by.dispatcher),
            term_id: Set(by.term),
            organization_id: Set(inspected.organization),
            object_id: Set(inspected.object),
            round_id: Set(inspected.round),
            kind: Set(inspected.kind),
            extended_from_id: Set(extended_from),
            operation_name: Set(inspected.operation.map(str::to_owned)),
            batch: Set(inspected.batch),
            started_on: Set(started),
            ended_on: Set(Some(ended)),
            reported_on: Set(Some(reported)),
            fed_back_on: Set(Some(fed_back)),
            findings_recorded_on: Set(None),
            rectification_accepted_on: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        id
    }

    /// Declare full coverage of a plan, or of one object type in it.
    pub fn declare(
        &mut self,
        by: Planner,
        plan: Uuid,
        object_type: Option<&str>,
        count: Option<i32>,
        on: NaiveDate,
        words: &str,
    ) {
        let id = self.id("FullCoverageDeclaration");
        self.declarations.push(full_coverage::ActiveModel {
            id: Set(id),
            plan_id: Set(plan),
            term_id: Set(by.term),
            dispatcher_id: Set(by.dispatcher),
            object_type: Set(object_type.map(str::to_owned)),
            object_count: Set(count),
            reached_on: Set(on),
            declared_on: Set(on),
            statement: Set(Some(words.to_owned())),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }
}
