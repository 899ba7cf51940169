//! The book into which the places write their rows, and the one transaction that puts them into the database.
#![expect(
    clippy::disallowed_methods,
    reason = "the demo is loaded before anybody can ask: there is no viewer whose rights could be checked"
)]

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use inspectorate_entity::{
    coordination, coverage, documents, guidance, inspections, joint_operations, journal, meetings,
    organizations, plans, rules, superiors, teams,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, EntityTrait, Iterable, PaginatorTrait,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use uuid::Uuid;

use crate::{database::Database, error::Result};

/// Values of one statement: SQLite binds 32 766 at most.
const VALUES: usize = 32_000;

/// Rows gathered, in an order in which every reference points backward.
#[derive(Default)]
pub struct Book {
    pub organizations: Vec<organizations::organization::ActiveModel>,
    pub affiliations: Vec<organizations::organization_affiliation::ActiveModel>,
    pub registrations: Vec<organizations::agency_registration::ActiveModel>,
    pub relations: Vec<organizations::organization_relation::ActiveModel>,
    pub workplaces: Vec<organizations::workplace::ActiveModel>,
    pub persons: Vec<organizations::person::ActiveModel>,
    pub posts: Vec<organizations::post::ActiveModel>,
    pub appointments: Vec<organizations::appointment::ActiveModel>,
    pub leading_groups: Vec<organizations::leading_group::ActiveModel>,
    pub leading_group_members: Vec<organizations::leading_group_member::ActiveModel>,
    pub terms: Vec<coverage::term::ActiveModel>,
    pub plans: Vec<coverage::coverage_plan::ActiveModel>,
    pub blocks: Vec<coverage::sector_block::ActiveModel>,
    pub rounds: Vec<coverage::round::ActiveModel>,
    pub objects: Vec<coverage::coverage_object::ActiveModel>,
    pub assignments: Vec<coverage::plan_assignment::ActiveModel>,
    pub records: Vec<coverage::coverage_record::ActiveModel>,
    pub declarations: Vec<coverage::full_coverage::ActiveModel>,
    pub rule_documents: Vec<rules::rule_document::ActiveModel>,
    pub rule_bases: Vec<rules::rule_basis::ActiveModel>,
    pub checkpoints: Vec<plans::plan_checkpoint::ActiveModel>,
    pub bases: Vec<plans::plan_basis::ActiveModel>,
    pub pilots: Vec<plans::pilot::ActiveModel>,
    pub campaigns: Vec<plans::campaign::ActiveModel>,
    pub campaign_rules: Vec<plans::campaign_rule::ActiveModel>,
    pub requirements: Vec<rules::superior_requirement::ActiveModel>,
    pub measures: Vec<rules::improvement_measure::ActiveModel>,
    pub code_lists: Vec<rules::code_list::ActiveModel>,
    pub code_list_entries: Vec<rules::code_list_entry::ActiveModel>,
    pub teams: Vec<teams::team::ActiveModel>,
    pub team_members: Vec<teams::team_member::ActiveModel>,
    pub team_objects: Vec<teams::team_object::ActiveModel>,
    pub talents: Vec<teams::talent::ActiveModel>,
    pub secondments: Vec<teams::secondment::ActiveModel>,
    pub guidance_operations: Vec<guidance::guidance_operation::ActiveModel>,
    pub guidance_groups: Vec<guidance::guidance_group::ActiveModel>,
    pub guidance_visits: Vec<guidance::guidance_visit::ActiveModel>,
    pub guidance_suggestions: Vec<guidance::guidance_suggestion::ActiveModel>,
    pub meetings: Vec<meetings::meeting::ActiveModel>,
    pub meeting_attendances: Vec<meetings::meeting_attendance::ActiveModel>,
    pub meeting_items: Vec<meetings::meeting_item::ActiveModel>,
    pub meeting_decisions: Vec<meetings::meeting_decision::ActiveModel>,
    pub meeting_lessons: Vec<meetings::meeting_lesson::ActiveModel>,
    pub mechanisms: Vec<coordination::coordination_mechanism::ActiveModel>,
    pub upward_visits: Vec<coordination::upward_visit::ActiveModel>,
    pub superior_inspections: Vec<superiors::superior_inspection::ActiveModel>,
    pub superior_tasks: Vec<superiors::superior_task::ActiveModel>,
    pub mechanism_parties: Vec<coordination::mechanism_party::ActiveModel>,
    pub mechanism_duties: Vec<coordination::mechanism_duty::ActiveModel>,
    pub requests: Vec<coordination::coordination_request::ActiveModel>,
    pub request_objects: Vec<coordination::request_object::ActiveModel>,
    pub replies: Vec<coordination::coordination_reply::ActiveModel>,
    pub joint_operations: Vec<joint_operations::joint_operation::ActiveModel>,
    pub joint_parties: Vec<joint_operations::joint_operation_party::ActiveModel>,
    pub joint_objects: Vec<joint_operations::joint_operation_object::ActiveModel>,
    pub access_grants: Vec<joint_operations::access_grant::ActiveModel>,
    pub joint_steps: Vec<joint_operations::joint_step::ActiveModel>,
    pub joint_referrals: Vec<joint_operations::joint_referral::ActiveModel>,
    pub joint_results: Vec<joint_operations::joint_result::ActiveModel>,
    pub documents: Vec<documents::document::ActiveModel>,
    pub document_addressees: Vec<documents::document_addressee::ActiveModel>,
    pub document_signatures: Vec<documents::document_signature::ActiveModel>,
    pub trainings: Vec<teams::training::ActiveModel>,
    pub attendances: Vec<teams::training_attendance::ActiveModel>,
    pub undertakings: Vec<teams::undertaking::ActiveModel>,
    pub cares: Vec<teams::care_record::ActiveModel>,
    pub violations: Vec<teams::violation::ActiveModel>,
    pub recusals: Vec<teams::recusal::ActiveModel>,
    pub deployments: Vec<teams::deployment::ActiveModel>,
    pub honours: Vec<teams::honour::ActiveModel>,
    pub practices: Vec<teams::practice::ActiveModel>,
    pub recognitions: Vec<teams::practice_recognition::ActiveModel>,
    pub link_groups: Vec<inspections::link_group::ActiveModel>,
    pub inspections: Vec<inspections::inspection::ActiveModel>,
    pub special_checks: Vec<inspections::special_check::ActiveModel>,
    pub staff_origins: Vec<inspections::staff_origin::ActiveModel>,
    pub elevation_grounds: Vec<inspections::elevation_ground::ActiveModel>,
    pub earlier: Vec<inspections::inspection_earlier::ActiveModel>,
    pub events: Vec<journal::event::ActiveModel>,
    pub event_subjects: Vec<journal::event_subject::ActiveModel>,
    /// The path of every organization, for those below it.
    pub paths: HashMap<Uuid, String>,
    /// Code and name of every organization.
    pub names: HashMap<Uuid, (String, String)>,
    /// Whose object an organization is.
    pub homes: HashMap<Uuid, Uuid>,
    /// What the event of the place at hand touches.
    pub touched: Vec<(&'static str, Uuid)>,
    written: u64,
}

/// When the demo was made, as far as its rows say.
pub fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_674_037_620, 0).unwrap_or_default()
}

/// A day of the calendar.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    // A day that does not exist would show as 1970 and fail the figures.
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Whether the database holds an organization already.
pub async fn is_begun(database: &Database) -> Result<bool> {
    let organizations = organizations::organization::Entity::find()
        .count(&database.reader)
        .await?;
    Ok(organizations > 0)
}

impl Book {
    /// An empty book.
    pub fn new() -> Self {
        Self::default()
    }

    /// The next id: of the form that the service makes, and the same in every demo. `noun` is touched by the place's event.
    pub fn id(&mut self, noun: &'static str) -> Uuid {
        self.written += 1;
        let mut counter = [0; 10];
        counter[2..].copy_from_slice(&self.written.to_be_bytes());
        let millis = moment().timestamp_millis().unsigned_abs();
        let id = uuid::Builder::from_unix_timestamp_millis(millis, &counter).into_uuid();
        self.touched.push((noun, id));
        id
    }

    /// Close a place: one event says that all its rows were loaded.
    pub fn loaded(&mut self, dispatcher: Uuid, name: &str) {
        let touched = std::mem::take(&mut self.touched);
        let id = self.id("Event");
        self.touched.clear();
        let changes = serde_json::json!([
            { "noun": "Organization", "id": dispatcher, "field": "name", "old": null, "new": name },
        ]);
        self.events.push(journal::event::ActiveModel {
            id: Set(id),
            occurred_at: Set(moment()),
            action: Set("loadDemo".to_owned()),
            noun: Set("Organization".to_owned()),
            subject_id: Set(dispatcher),
            agency: Set("OFFICE".to_owned()),
            organization_id: Set(dispatcher),
            actor_subject: Set("demo".to_owned()),
            actor_name: Set("示例数据".to_owned()),
            roles: Set("admin".to_owned()),
            changes: Set(changes.to_string()),
            client_mutation_id: Set(None),
            position: Set(None),
            previous_hash: Set(None),
            hash: Set(None),
        });
        let subjects =
            touched
                .into_iter()
                .map(|(noun, subject)| journal::event_subject::ActiveModel {
                    event_id: Set(id),
                    noun: Set(noun.to_owned()),
                    subject_id: Set(subject),
                });
        self.event_subjects.extend(subjects);
    }

    /// Write everything, or nothing.
    pub async fn insert(self, database: &Database) -> Result<()> {
        let tx = database
            .writer
            .begin_with_options(TransactionOptions {
                isolation_level: None,
                access_mode: None,
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            })
            .await?;
        put(&tx, self.organizations).await?;
        put(&tx, self.affiliations).await?;
        put(&tx, self.registrations).await?;
        put(&tx, self.relations).await?;
        put(&tx, self.workplaces).await?;
        put(&tx, self.persons).await?;
        put(&tx, self.posts).await?;
        put(&tx, self.appointments).await?;
        put(&tx, self.leading_groups).await?;
        put(&tx, self.leading_group_members).await?;
        put(&tx, self.terms).await?;
        put(&tx, self.plans).await?;
        put(&tx, self.blocks).await?;
        put(&tx, self.rounds).await?;
        put(&tx, self.objects).await?;
        put(&tx, self.assignments).await?;
        put(&tx, self.records).await?;
        put(&tx, self.declarations).await?;
        put(&tx, self.rule_documents).await?;
        put(&tx, self.rule_bases).await?;
        put(&tx, self.checkpoints).await?;
        put(&tx, self.bases).await?;
        put(&tx, self.pilots).await?;
        put(&tx, self.campaigns).await?;
        put(&tx, self.campaign_rules).await?;
        put(&tx, self.requirements).await?;
        put(&tx, self.measures).await?;
        put(&tx, self.code_lists).await?;
        put(&tx, self.code_list_entries).await?;
        put(&tx, self.teams).await?;
        put(&tx, self.team_members).await?;
        put(&tx, self.team_objects).await?;
        put(&tx, self.talents).await?;
        put(&tx, self.secondments).await?;
        put(&tx, self.guidance_operations).await?;
        put(&tx, self.guidance_groups).await?;
        put(&tx, self.guidance_visits).await?;
        put(&tx, self.guidance_suggestions).await?;
        put(&tx, self.meetings).await?;
        put(&tx, self.meeting_attendances).await?;
        put(&tx, self.meeting_items).await?;
        put(&tx, self.meeting_decisions).await?;
        put(&tx, self.meeting_lessons).await?;
        put(&tx, self.mechanisms).await?;
        put(&tx, self.mechanism_parties).await?;
        put(&tx, self.mechanism_duties).await?;
        put(&tx, self.requests).await?;
        put(&tx, self.request_objects).await?;
        put(&tx, self.replies).await?;
        put(&tx, self.joint_operations).await?;
        put(&tx, self.joint_parties).await?;
        put(&tx, self.joint_objects).await?;
        put(&tx, self.access_grants).await?;
        put(&tx, self.joint_steps).await?;
        put(&tx, self.joint_referrals).await?;
        put(&tx, self.joint_results).await?;
        put(&tx, self.upward_visits).await?;
        put(&tx, self.trainings).await?;
        put(&tx, self.attendances).await?;
        put(&tx, self.undertakings).await?;
        put(&tx, self.cares).await?;
        put(&tx, self.violations).await?;
        put(&tx, self.recusals).await?;
        put(&tx, self.deployments).await?;
        put(&tx, self.honours).await?;
        put(&tx, self.practices).await?;
        put(&tx, self.recognitions).await?;
        put(&tx, self.superior_inspections).await?;
        put(&tx, self.link_groups).await?;
        put(&tx, self.inspections).await?;
        put(&tx, self.special_checks).await?;
        put(&tx, self.staff_origins).await?;
        put(&tx, self.elevation_grounds).await?;
        put(&tx, self.earlier).await?;
        put(&tx, self.documents).await?;
        put(&tx, self.document_addressees).await?;
        put(&tx, self.document_signatures).await?;
        put(&tx, self.superior_tasks).await?;
        put(&tx, self.events).await?;
        put(&tx, self.event_subjects).await?;
        Ok(tx.commit().await?)
    }
}

async fn put<A: ActiveModelTrait>(tx: &DatabaseTransaction, rows: Vec<A>) -> Result<()> {
    let columns = <A::Entity as EntityTrait>::Column::iter().count();
    for rows in rows.chunks(VALUES / columns.max(1)) {
        <A::Entity as EntityTrait>::insert_many(rows.to_vec())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
