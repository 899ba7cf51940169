//! How the places write what was inspected, and what they declared covered.

use chrono::{Days, NaiveDate};
use inspectorate_entity::coverage::{
    coverage_record::{self, InspectionKind},
    full_coverage,
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    book::{Book, moment},
    lists::Planner,
};

/// An inspection to write.
#[derive(Clone, Copy)]
pub struct Inspected<'a> {
    pub organization: Uuid,
    pub kind: InspectionKind,
    /// First and last day on site, the day of the report, the day of the feedback.
    pub days: [NaiveDate; 4],
    pub object: Option<Uuid>,
    pub round: Option<Uuid>,
    pub extended_from: Option<Uuid>,
    pub operation: Option<&'a str>,
    pub batch: Option<i32>,
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
}

impl Book {
    /// Record an inspection.
    pub fn inspect(&mut self, by: Planner, inspected: Inspected<'_>) -> Uuid {
        let id = self.id("CoverageRecord");
        let [started, ended, reported, fed_back] = inspected.days;
        self.records.push(coverage_record::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(by.dispatcher),
            term_id: Set(by.term),
            organization_id: Set(inspected.organization),
            object_id: Set(inspected.object),
            round_id: Set(inspected.round),
            kind: Set(inspected.kind),
            extended_from_id: Set(inspected.extended_from),
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
