//! What one agency asks of another by a mechanism.

use inspectorate_entity::coordination::{
    coordination_request::{InformationClass, ProfessionalField, RequestKind, RequestStatus},
    mechanism_duty::CoordinationField,
};
use inspectorate_macros::Noun;

use super::{
    coordination_mechanism::CoordinationMechanism, coordination_reminder::CoordinationReminder,
    coordination_reply::CoordinationReply, request_life_cycle::request_actions,
    request_object::CoordinationRequestObject, request_overdue::overdue,
};
use crate::{
    access::{policy::Agency, viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        coverage::round::Round, organizations::organization::Organization,
        rules::deadline::Deadline,
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// What one party of a mechanism asks of another (协作请求). The two see it; the planners of the place do once it was escalated to them; a
/// third agency never.
#[derive(Noun)]
#[noun(table = "coordination_request", plural = "coordinationRequests", reads = ReadCoordination, visible = visible_to, order(-sent_on, title))]
pub struct CoordinationRequest {
    /// The dispatching Party organization in whose work the mechanism stands (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The mechanism by which it is asked (协作机制).
    #[noun(one = "mechanism_id", filter)]
    pub mechanism: One<CoordinationMechanism>,
    /// What kind of request it is (请求种类).
    #[noun(filter, order)]
    pub kind: RequestKind,
    /// The field of the mechanism in which it falls (协作领域).
    #[noun(filter, order)]
    pub field: CoordinationField,
    /// Who asks; null when the viewer may not see it, as one above the viewer's own place (发出单位).
    #[noun(one = "sender_id", filter)]
    pub sender: One<Organization>,
    /// Who is asked; null when the viewer may not see it, as one above the viewer's own place (接收单位).
    #[noun(one = "receiver_id", filter)]
    pub receiver: One<Organization>,
    /// Who may know of it (密级).
    #[noun(filter, order)]
    pub class: InformationClass,
    /// What it is about (事由).
    #[noun(filter, order)]
    pub title: String,
    /// What is asked, or told (内容).
    pub content: String,
    /// The trade that the question asks about; null unless a third party is to determine it (专业领域).
    #[noun(filter, order)]
    pub professional_field: Option<ProfessionalField>,
    /// How many people are needed; null unless people are asked for (所需人数).
    pub people_needed: Option<i32>,
    /// From when on; null unless people are asked for (起始日期).
    pub needed_from: Option<Date>,
    /// Until when; null unless people are asked for (结束日期).
    pub needed_to: Option<Date>,
    /// The round before or after which it is asked; null when it is about none (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// About which organizations it asks (涉及单位).
    #[noun(many = "request_id", filter)]
    pub objects: Many<CoordinationRequestObject>,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: RequestStatus,
    /// When it was sent (发出日期).
    #[noun(filter, order)]
    pub sent_on: Date,
    /// When it was received; null until then (签收日期).
    pub received_on: Option<Date>,
    /// When it was taken on; null until then (受理日期).
    pub accepted_on: Option<Date>,
    /// When it was returned; null unless it was (退回日期).
    pub returned_on: Option<Date>,
    /// Why it was returned; null unless it was (退回原因).
    pub return_reason: Option<String>,
    /// When it was answered in full; null until then (答复日期).
    #[noun(filter, order)]
    pub replied_on: Option<Date>,
    /// When it was put before the planners of the place because it was overdue; null unless it was (提请协调日期).
    #[noun(filter, order)]
    pub escalated_on: Option<Date>,
    /// When it was withdrawn; null unless it was (撤回日期).
    pub withdrawn_on: Option<Date>,
    /// Why it was withdrawn; null unless it was (撤回原因).
    pub withdrawal_reason: Option<String>,
    /// Whether it is open after its last day, today or on the day given (是否超期).
    #[noun(
        computed = overdue,
        needs(replied_on: Date, returned_on: Date, withdrawn_on: Date),
        args(as_of: Option<Date> = "The day to look at; today in China when left out.")
    )]
    pub overdue: bool,
    /// What was answered (答复).
    #[noun(many = "request_id", filter)]
    pub replies: Many<CoordinationReply>,
    /// Reminders sent (催办).
    #[noun(many = "request_id", filter)]
    pub reminders: Many<CoordinationReminder>,
    /// The deadline that a rule set for the answer; none for a notice (期限).
    #[noun(many = "record_id", filter)]
    pub deadlines: Many<Deadline>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(
        computed = request_actions,
        needs(status: RequestStatus, kind: RequestKind, escalated_on: Date),
        ids(sender_id, receiver_id)
    )]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(viewer: &Viewer) -> Visible {
    let mut seen = vec![
        Visible::Is("sender_id", viewer.organization_id),
        Visible::Is("receiver_id", viewer.organization_id),
    ];
    if matches!(
        viewer.agency,
        Agency::Dispatcher | Agency::LeadingGroup | Agency::Office
    ) {
        seen.push(Visible::All(vec![
            Visible::Is("dispatcher_id", viewer.authority_id),
            Visible::Filled("escalated_on"),
        ]));
    }
    Visible::Either(seen)
}
