//! An organization about which a request asks.

use inspectorate_macros::Noun;

use super::coordination_request::CoordinationRequest;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    read::{One, noun::Noun as _},
};

/// An organization about which a request asks (协作请求涉及单位).
#[derive(Noun)]
#[noun(table = "coordination_request_object", plural = "coordinationRequestObjects", reads = ReadCoordination, visible = visible_to, order(version))]
pub struct CoordinationRequestObject {
    /// The request (协作请求).
    #[noun(one = "request_id", filter)]
    pub request: One<CoordinationRequest>,
    /// The organization (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Number of the last change (版本).
    #[noun(order)]
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("request_id", || CoordinationRequest::DEF)
}
