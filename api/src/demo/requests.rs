//! What Neijiang's office asked of others by its mechanisms: one answered, one late and escalated, one still open. All of it is made up.

use chrono::NaiveDate;
use inspectorate_entity::{
    coordination::{
        coordination_reply,
        coordination_request::{self, InformationClass, RequestKind, RequestStatus},
        mechanism_duty::CoordinationField,
        request_object,
    },
    organizations::agency_registration::Agency,
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    bodies,
    book::{Book, day, moment},
};

/// A request to write.
#[derive(Clone, Copy)]
struct Asked {
    of: Agency,
    title: &'static str,
    sent_on: NaiveDate,
    received_on: Option<NaiveDate>,
    replied_on: Option<NaiveDate>,
    escalated_on: Option<NaiveDate>,
}

/// Before the second round of 2022: discipline answered, petitions did not and the planners were told, organization has just been asked.
pub fn neijiang(book: &mut Book, city: Uuid) {
    let asked = Asked {
        of: Agency::Discipline,
        title: "了解有关情况（示例）",
        sent_on: day(2022, 8, 1),
        received_on: Some(day(2022, 8, 2)),
        replied_on: Some(day(2022, 8, 9)),
        escalated_on: None,
    };
    book.asked(city, asked);
    book.asked(
        city,
        Asked {
            of: Agency::Petitions,
            replied_on: None,
            escalated_on: Some(day(2022, 9, 20)),
            ..asked
        },
    );
    book.asked(
        city,
        Asked {
            of: Agency::Organization,
            sent_on: day(2022, 12, 20),
            received_on: None,
            replied_on: None,
            ..asked
        },
    );
}

impl Book {
    fn asked(&mut self, city: Uuid, asked: Asked) {
        let body = |book: &Self, agency| book.written(&bodies::code("NJ", agency));
        let (Some(office), Some(receiver), Some(object)) = (
            body(self, Agency::Office),
            body(self, asked.of),
            self.written("NJ-013"),
        ) else {
            return;
        };
        let Some(mechanism) = self.mechanism_of(city, [office, receiver]) else {
            return;
        };
        let status = match (asked.received_on, asked.replied_on) {
            (_, Some(_)) => RequestStatus::Replied,
            (Some(_), None) => RequestStatus::Accepted,
            (None, None) => RequestStatus::Sent,
        };
        let id = self.id("CoordinationRequest");
        self.requests.push(coordination_request::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(city),
            mechanism_id: Set(mechanism),
            kind: Set(RequestKind::Situation),
            field: Set(CoordinationField::Situation),
            sender_id: Set(office),
            receiver_id: Set(receiver),
            class: Set(InformationClass::Internal),
            title: Set(asked.title.to_owned()),
            content: Set("示例：请提供有关情况".to_owned()),
            professional_field: Set(None),
            people_needed: Set(None),
            needed_from: Set(None),
            needed_to: Set(None),
            round_id: Set(None),
            status: Set(status),
            sent_on: Set(asked.sent_on),
            received_on: Set(asked.received_on),
            accepted_on: Set(asked.received_on),
            returned_on: Set(None),
            return_reason: Set(None),
            replied_on: Set(asked.replied_on),
            escalated_on: Set(asked.escalated_on),
            withdrawn_on: Set(None),
            withdrawal_reason: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        let about = self.id("RequestObject");
        self.request_objects.push(request_object::ActiveModel {
            id: Set(about),
            request_id: Set(id),
            organization_id: Set(object),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        if let Some(on) = asked.replied_on {
            let reply = self.id("CoordinationReply");
            self.replies.push(coordination_reply::ActiveModel {
                id: Set(reply),
                request_id: Set(id),
                ordinal: Set(1),
                is_final: Set(true),
                organization_id: Set(None),
                class: Set(InformationClass::Internal),
                content: Set("示例：已提供".to_owned()),
                people: Set(None),
                replied_on: Set(on),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
        }
    }
}
