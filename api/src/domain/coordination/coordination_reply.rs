//! What is answered to a request.

use inspectorate_entity::coordination::coordination_request::InformationClass;
use inspectorate_macros::Noun;

use super::coordination_request::CoordinationRequest;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// What is answered to a request, in part or in full (协作答复).
#[derive(Noun)]
#[noun(table = "coordination_reply", plural = "coordinationReplies", reads = ReadCoordination, visible = visible_to, order(-replied_on, ordinal))]
pub struct CoordinationReply {
    /// The request (协作请求).
    #[noun(one = "request_id", filter)]
    pub request: One<CoordinationRequest>,
    /// Its number among the answers to the request, from one (序号).
    #[noun(filter, order)]
    pub ordinal: i32,
    /// Whether nothing more is to come (是否最终答复).
    #[noun(filter, order)]
    pub is_final: bool,
    /// The organization of which it speaks; null when it speaks of all that were asked about, or of none (涉及单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Who may know of it (密级).
    #[noun(filter, order)]
    pub class: InformationClass,
    /// What is answered (内容).
    pub content: String,
    /// How many people are sent; null unless people were asked for (选派人数).
    pub people: Option<i32>,
    /// When it was answered (答复日期).
    #[noun(filter, order)]
    pub replied_on: Date,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("request_id", || CoordinationRequest::DEF)
}
