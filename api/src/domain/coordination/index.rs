//! What coordination brings to the schema: its nouns and its verbs, one word each.

use super::{
    accept_coordination_request, agree_to_mechanism, assign_responsibility, coordination_mechanism,
    coordination_reminder, coordination_reply, coordination_request, end_mechanism,
    end_responsibility, escalate_coordination_request, establish_mechanism, mechanism_duty,
    mechanism_party, propose_mechanism, put_mechanism_on_trial, receive_coordination_request,
    record_upward_visit, remind_of_coordination_request, reply_partly_to_coordination_request,
    reply_to_coordination_request, request_object, responsibility, responsibility_partner,
    return_coordination_request, revise_mechanism, send_coordination_request, share_item,
    shared_item, upward_visit, use_shared_item, withdraw_coordination_request,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        coordination_mechanism::CoordinationMechanism::DEF,
        mechanism_party::MechanismParty::DEF,
        mechanism_duty::MechanismDuty::DEF,
        coordination_request::CoordinationRequest::DEF,
        request_object::CoordinationRequestObject::DEF,
        coordination_reply::CoordinationReply::DEF,
        coordination_reminder::CoordinationReminder::DEF,
        shared_item::SharedItem::DEF,
        upward_visit::UpwardVisit::DEF,
        responsibility::Responsibility::DEF,
        responsibility_partner::ResponsibilityPartner::DEF,
    ],
    verbs: &[
        &propose_mechanism::VERB,
        &agree_to_mechanism::VERB,
        &put_mechanism_on_trial::VERB,
        &establish_mechanism::VERB,
        &revise_mechanism::VERB,
        &end_mechanism::VERB,
        &send_coordination_request::VERB,
        &receive_coordination_request::VERB,
        &accept_coordination_request::VERB,
        &return_coordination_request::VERB,
        &reply_partly_to_coordination_request::VERB,
        &reply_to_coordination_request::VERB,
        &remind_of_coordination_request::VERB,
        &escalate_coordination_request::VERB,
        &withdraw_coordination_request::VERB,
        &share_item::VERB,
        &use_shared_item::VERB,
        &record_upward_visit::VERB,
        &assign_responsibility::VERB,
        &end_responsibility::VERB,
    ],
    queries: &[],
};
