//! How the places write their terms, plans, lists and rounds.

use chrono::NaiveDate;
use inspectorate_entity::coverage::{
    coverage_object::{self, LookBackSelection, Priority, RequiredMode},
    coverage_plan::{self, PlanGuidance, PlanKind, PlanStatus},
    plan_assignment,
    round::{self, RoundStatus},
    sector_block, term,
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::book::{Book, moment};

/// Who plans: a dispatcher in one of its terms.
#[derive(Clone, Copy)]
pub struct Planner {
    pub dispatcher: Uuid,
    pub term: Uuid,
}

/// A plan to write; annual when it has a five-year plan above it, a draft when it was not issued.
pub struct Plan<'a> {
    pub above: Option<Uuid>,
    pub years: (i32, i32),
    pub name: &'a str,
    pub printed: Option<i32>,
    pub issued: Option<NaiveDate>,
}

/// An object to write.
pub struct Object<'a> {
    pub plan: Uuid,
    pub organization: Uuid,
    pub block: Option<Uuid>,
    pub object_type: &'a str,
    pub listed_on: NaiveDate,
    pub priority: Option<(Priority, &'a str)>,
    pub first_inclusion: bool,
    pub pilot: bool,
    pub look_back_on: Option<NaiveDate>,
}

impl Book {
    /// Write a term of `dispatcher`.
    pub fn term(
        &mut self,
        dispatcher: Uuid,
        ordinal: i32,
        name: &str,
        days: (NaiveDate, NaiveDate),
    ) -> Planner {
        let id = self.id("Term");
        self.terms.push(term::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(dispatcher),
            ordinal: Set(ordinal),
            name: Set(name.to_owned()),
            starts_on: Set(days.0),
            ends_on: Set(days.1),
            closed_on: Set(None),
            closing_statement: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        Planner {
            dispatcher,
            term: id,
        }
    }

    /// Write a plan.
    pub fn plan(&mut self, by: Planner, plan: Plan<'_>) -> Uuid {
        let id = self.id("CoveragePlan");
        self.plans.push(coverage_plan::ActiveModel {
            id: Set(id),
            term_id: Set(by.term),
            dispatcher_id: Set(by.dispatcher),
            kind: Set(if plan.above.is_some() {
                PlanKind::Annual
            } else {
                PlanKind::FiveYear
            }),
            parent_id: Set(plan.above),
            from_year: Set(plan.years.0),
            to_year: Set(plan.years.1),
            name: Set(plan.name.to_owned()),
            document_number: Set(None),
            printed_object_count: Set(plan.printed),
            status: Set(if plan.issued.is_some() {
                PlanStatus::Issued
            } else {
                PlanStatus::Draft
            }),
            submitted_on: Set(plan.issued),
            approved_on: Set(plan.issued),
            issued_on: Set(plan.issued),
            guidance: Set(PlanGuidance::NotReviewed),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        id
    }

    /// Write a sector block.
    pub fn block(&mut self, by: Planner, plan: Uuid, sequence: i32, name: &str) -> Uuid {
        let id = self.id("SectorBlock");
        self.blocks.push(sector_block::ActiveModel {
            id: Set(id),
            plan_id: Set(plan),
            dispatcher_id: Set(by.dispatcher),
            name: Set(name.to_owned()),
            sequence: Set(sequence),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        id
    }

    /// Write a round.
    pub fn round(
        &mut self,
        by: Planner,
        ordinal: i32,
        year: i32,
        window: (NaiveDate, NaiveDate),
    ) -> Uuid {
        let id = self.id("Round");
        self.rounds.push(round::ActiveModel {
            id: Set(id),
            term_id: Set(by.term),
            dispatcher_id: Set(by.dispatcher),
            ordinal: Set(ordinal),
            name: Set(format!("第{ordinal}轮")),
            year: Set(year),
            starts_on: Set(window.0),
            ends_on: Set(window.1),
            status: Set(RoundStatus::Proposed),
            status_on: Set(None),
            announced_on: Set(None),
            topic: Set(None),
            batch: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        id
    }

    /// Put an organization on the list.
    pub fn object(&mut self, by: Planner, object: Object<'_>) -> Uuid {
        let id = self.id("CoverageObject");
        let (priority, reason) = object.priority.unzip();
        self.objects.push(coverage_object::ActiveModel {
            id: Set(id),
            plan_id: Set(object.plan),
            dispatcher_id: Set(by.dispatcher),
            organization_id: Set(object.organization),
            block_id: Set(object.block),
            object_type: Set(object.object_type.to_owned()),
            required_mode: Set(RequiredMode::Routine),
            priority: Set(priority.unwrap_or(Priority::Ordinary)),
            priority_reason: Set(reason.map(str::to_owned)),
            priority_decision: Set(None),
            first_inclusion: Set(object.first_inclusion),
            pilot: Set(object.pilot),
            listed_on: Set(object.listed_on),
            listing_reason: Set(None),
            listing_decision: Set(None),
            withdrawn_on: Set(None),
            withdrawal_reason: Set(None),
            withdrawal_decision: Set(None),
            merged_into_id: Set(None),
            organization_ended: Set(false),
            planned_look_back_on: Set(object.look_back_on),
            look_back_selection: Set(object.look_back_on.map(|_| LookBackSelection::Random)),
            look_back_reason: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        id
    }

    /// Place an object in a year, and in an annual plan and round when there is one.
    pub fn assign(
        &mut self,
        by: Planner,
        object: Uuid,
        year: i32,
        annual: Option<Uuid>,
        round: Option<Uuid>,
        on: NaiveDate,
    ) {
        let id = self.id("PlanAssignment");
        self.assignments.push(plan_assignment::ActiveModel {
            id: Set(id),
            object_id: Set(object),
            dispatcher_id: Set(by.dispatcher),
            annual_plan_id: Set(annual),
            year: Set(year),
            round_id: Set(round),
            assigned_on: Set(on),
            superseded_on: Set(None),
            reason: Set(None),
            superseded_reason: Set(None),
            out_of_rotation: Set(false),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }
}
