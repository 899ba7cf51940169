//! A reminder of a request.

use inspectorate_macros::Noun;

use super::coordination_request::CoordinationRequest;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// A reminder of a request that waits for its answer (催办).
#[derive(Noun)]
#[noun(table = "coordination_reminder", plural = "coordinationReminders", reads = ReadCoordination, visible = visible_to, order(-reminded_on))]
pub struct CoordinationReminder {
    /// The request (协作请求).
    #[noun(one = "request_id", filter)]
    pub request: One<CoordinationRequest>,
    /// What the reminder says (内容).
    pub content: String,
    /// When it was sent (催办日期).
    #[noun(filter, order)]
    pub reminded_on: Date,
    /// Number of the last change (版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("request_id", || CoordinationRequest::DEF)
}
