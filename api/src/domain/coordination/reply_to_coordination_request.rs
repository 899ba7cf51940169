//! Answer a request in full.

use inspectorate_entity::coordination::coordination_request::{self, InformationClass};
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    coordination_request::CoordinationRequest,
    replying::{self, Answer},
};
use crate::{
    access::change::Change,
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What answering a request in full takes.
#[derive(Debug, Input)]
pub struct ReplyToCoordinationRequestInput {
    /// The request (协作请求).
    pub request: GlobalId<CoordinationRequest>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What is answered (内容).
    pub content: Paragraph,
    /// Who may know of it (密级).
    pub class: Coded<InformationClass>,
    /// The organization of which it speaks, one of those asked about; all of them when left out (涉及单位).
    pub organization: Option<GlobalId<Organization>>,
    /// How many people are sent; where people were asked for, and there only (选派人数).
    pub people: Option<i32>,
    /// The day, not in the future, nor before it was taken on; today when left out (答复日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Answer a request in full (答复); its deadline ends with it. After a withdrawal or a return nothing is answered.
#[verb(CoordinationRequest)]
pub async fn reply_to_coordination_request(
    change: &mut Change,
    input: ReplyToCoordinationRequestInput,
) -> Result<Uuid> {
    let request = change
        .subject::<coordination_request::Entity, _>("request", &input.request, input.version)
        .await?;
    let answer = Answer {
        class: input.class.0,
        content: input.content.0,
        organization: input.organization,
        people: input.people,
        on: input.on,
    };
    replying::reply(change, request, answer).await
}
