//! What is owed by a rule of its own, where the state of a record alone does not say so: rules whose trial is over, plans of
//! dispatchers below that nobody reviewed yet, decisions of meetings, which their owner carries out,
//! mechanisms to which a party is asked to agree, what agencies ask of one another, what is done for a superior, and webhooks that failed.

use chrono::Datelike;

use crate::{
    access::{
        policy::{self, Action},
        viewer::Viewer,
    },
    blocks::measure::today,
    domain::{
        coordination::{
            coordination_mechanism::CoordinationMechanism,
            coordination_request::CoordinationRequest,
        },
        coverage::coverage_plan::CoveragePlan,
        documents::document_addressee::DocumentAddressee,
        joint_operations::{
            joint_operation::JointOperation, joint_referral::JointReferral, joint_step::JointStep,
        },
        meetings::meeting_decision::MeetingDecision,
        rules::rule_document::RuleDocument,
        superiors::superior_task::SuperiorTask,
        webhooks::webhook::Webhook,
    },
    read::{
        Sql,
        noun::{Noun, NounDef},
    },
};

/// A step that is owed on the records that a condition finds.
pub struct OwedByRule {
    pub action: Action,
    pub noun: &'static NounDef,
    /// The column with the last day in time, of the record `t`; none where only a deadline says so.
    pub due: Option<&'static str>,
    /// The condition on the record `t`, for whoever asks.
    pub waits: fn(&Viewer, &mut Sql),
}

/// Those that the viewer may do.
pub fn of(viewer: &Viewer) -> Vec<OwedByRule> {
    let all = [
        OwedByRule {
            action: Action::EstablishRule,
            noun: RuleDocument::DEF,
            due: Some("review_due_on"),
            waits: trial_is_over,
        },
        OwedByRule {
            action: Action::ReviewPlan,
            noun: CoveragePlan::DEF,
            due: None,
            waits: below_and_not_reviewed,
        },
        OwedByRule {
            action: Action::CarryOutMeetingDecision,
            noun: MeetingDecision::DEF,
            due: Some("due_on"),
            waits: to_be_carried_out_here,
        },
        OwedByRule {
            action: Action::AgreeToMechanism,
            noun: CoordinationMechanism::DEF,
            due: None,
            waits: to_be_agreed_to_here,
        },
        OwedByRule {
            action: Action::ReceiveCoordinationRequest,
            noun: CoordinationRequest::DEF,
            due: None,
            waits: to_be_received_here,
        },
        OwedByRule {
            action: Action::AcceptCoordinationRequest,
            noun: CoordinationRequest::DEF,
            due: None,
            waits: to_be_taken_on_here,
        },
        OwedByRule {
            action: Action::ReplyToCoordinationRequest,
            noun: CoordinationRequest::DEF,
            due: None,
            waits: to_be_answered_here,
        },
        OwedByRule {
            action: Action::ReceiveDocument,
            noun: DocumentAddressee::DEF,
            due: None,
            waits: addressed_here,
        },
        OwedByRule {
            action: Action::AnswerDocument,
            noun: DocumentAddressee::DEF,
            due: None,
            waits: answer_owed_here,
        },
        OwedByRule {
            action: Action::AgreeToJointOperation,
            noun: JointOperation::DEF,
            due: None,
            waits: to_be_joined_here,
        },
        OwedByRule {
            action: Action::EnterJointOperation,
            noun: JointOperation::DEF,
            due: Some("ends_on"),
            waits: to_be_entered_here,
        },
        OwedByRule {
            action: Action::CompleteJointStep,
            noun: JointStep::DEF,
            due: Some("due_on"),
            waits: to_be_done_here,
        },
        OwedByRule {
            action: Action::AnswerJointReferral,
            noun: JointReferral::DEF,
            due: None,
            waits: to_be_said_here,
        },
        OwedByRule {
            action: Action::CompleteSuperiorTask,
            noun: SuperiorTask::DEF,
            due: Some("due_on"),
            waits: to_be_done_for_superior,
        },
        OwedByRule {
            action: Action::ResumeWebhook,
            noun: Webhook::DEF,
            due: None,
            waits: failed_for_good,
        },
    ];
    let owed = all.into_iter();
    owed.filter(|owed| policy::may(viewer, owed.action))
        .collect()
}

/// A rule on trial whose review has come: it is established, revised or abolished.
fn trial_is_over(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.dispatcher_id = ")
        .bind(viewer.authority_id)
        .push(" AND t.status = 'ON_TRIAL' AND t.review_due_on <= ")
        .bind(today());
}

/// A decision that the viewer's own body carries out.
fn to_be_carried_out_here(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'OPEN' AND t.owner_id = ")
        .bind(viewer.organization_id);
}

/// A proposed mechanism to which the viewer's own body has not agreed.
fn to_be_agreed_to_here(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'PROPOSED' AND EXISTS (SELECT 1 FROM mechanism_party y WHERE y.mechanism_id = t.id AND y.agreed_on IS NULL AND y.organization_id = ")
        .bind(viewer.organization_id)
        .push(")");
}

/// A request or notice sent to the viewer's own body.
fn to_be_received_here(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'SENT' AND t.receiver_id = ")
        .bind(viewer.organization_id);
}

/// A request that the viewer's own body received; a notice asks nothing more.
fn to_be_taken_on_here(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'RECEIVED' AND t.kind <> 'POST_INSPECTION_NOTICE' AND t.receiver_id = ")
        .bind(viewer.organization_id);
}

/// A request that the viewer's own body took on, and did not answer in full.
fn to_be_answered_here(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status IN ('ACCEPTED', 'PARTLY_REPLIED') AND t.receiver_id = ")
        .bind(viewer.organization_id);
}

/// A document sent to the viewer's own body.
fn addressed_here(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'SENT' AND t.organization_id = ")
        .bind(viewer.organization_id);
}

/// A document that the viewer's own body received and has to answer.
fn answer_owed_here(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'RECEIVED' AND t.owes_answer AND t.organization_id = ")
        .bind(viewer.organization_id);
}

/// A joint operation to which the viewer's own body has not agreed.
fn to_be_joined_here(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'REQUESTED' AND EXISTS (SELECT 1 FROM joint_operation_party y WHERE y.operation_id = t.id AND y.agreed_on IS NULL AND y.organization_id = ")
        .bind(viewer.organization_id)
        .push(")");
}

/// An agreed joint operation whose first day has come and that the viewer's own body has not entered.
fn to_be_entered_here(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'AGREED' AND t.mode <> 'MUTUAL_USE' AND t.starts_on <= ")
        .bind(today())
        .push(" AND EXISTS (SELECT 1 FROM joint_operation_party y WHERE y.operation_id = t.id AND y.entered_on IS NULL AND y.organization_id = ")
        .bind(viewer.organization_id)
        .push(")");
}

/// An open step of the common plan of a running operation that the viewer's own body does.
fn to_be_done_here(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'OPEN' AND EXISTS (SELECT 1 FROM joint_operation y WHERE y.id = t.operation_id AND y.ended_on IS NULL) AND t.owner_id = ")
        .bind(viewer.organization_id);
}

/// A matter of a running operation that another side referred to the viewer's own body.
fn to_be_said_here(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'OPEN' AND EXISTS (SELECT 1 FROM joint_operation y WHERE y.id = t.operation_id AND y.ended_on IS NULL) AND t.receiver_id = ")
        .bind(viewer.organization_id);
}

/// A task of the viewer's own body for the inspection of a superior that is not over.
fn to_be_done_for_superior(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'OPEN' AND EXISTS (SELECT 1 FROM superior_inspection y WHERE y.id = t.superior_inspection_id AND y.ended_on IS NULL) AND t.owner_id = ")
        .bind(viewer.organization_id);
}

/// A webhook of the viewer's own body that was tried in vain; rows keep it with the agency that registered it.
fn failed_for_good(viewer: &Viewer, sql: &mut Sql) {
    sql.push("t.status = 'FAILED' AND t.organization_id = ")
        .bind(viewer.organization_id);
}

/// A plan that was handed in or decided and that the superior did not review, while its years last. It is owed by the nearest
/// dispatcher above, not by everybody above that one.
fn below_and_not_reviewed(viewer: &Viewer, sql: &mut Sql) {
    let end = || format!("{}0", viewer.jurisdiction.trim_end_matches('/'));
    sql.push("t.guidance = 'NOT_REVIEWED' AND t.status IN ('SUBMITTED', 'APPROVED', 'ISSUED') AND t.to_year >= ")
        .bind(today().year())
        .push(" AND t.dispatcher_id IN (SELECT o.id FROM organization o WHERE o.path > ")
        .bind(viewer.jurisdiction.clone())
        .push(" AND o.path < ")
        .bind(end())
        .push(" AND NOT EXISTS (SELECT 1 FROM organization b JOIN agency_registration g ON g.authority_id = b.id AND g.agency = 'DISPATCHER' WHERE (g.ends_on IS NULL OR g.ends_on >= ")
        .bind(today())
        .push(") AND b.path > ")
        .bind(viewer.jurisdiction.clone())
        .push(" AND b.path < ")
        .bind(end())
        .push(" AND b.id <> o.id AND substr(o.path, 1, length(b.path)) = b.path))");
}
