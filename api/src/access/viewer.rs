//! Who asks: the person, the agency and body they act for, and the jurisdiction that follows from the registry.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::policy::{Agency, Role};

/// The one asking, for the length of a request or a subscription.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Stable id of the person (`sub` of the token).
    pub subject: String,
    /// The person's name as the token gives it.
    pub name: String,
    pub agency: Agency,
    pub roles: BTreeSet<Role>,
    /// The body that the person acts for.
    pub organization_id: Uuid,
    pub organization_code: String,
    /// Stored tree path of that body, ending in `/`.
    pub organization_path: String,
    /// The authority in whose jurisdiction the body acts, by its registration.
    pub authority_id: Uuid,
    /// Stored tree path of that authority, ending in `/`: everything at or below it is in the jurisdiction.
    pub jurisdiction: String,
    /// When the token ends; a subscription ends with it.
    pub expires_at: DateTime<Utc>,
}
