//! A body that is party to a mechanism.

use inspectorate_macros::Noun;

use super::{coordination_mechanism::CoordinationMechanism, parties::party_or_planner};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// A body that is party to a mechanism of coordination (协作方).
#[derive(Noun)]
#[noun(table = "mechanism_party", plural = "mechanismParties", reads = ReadCoordination, visible = visible_to, order(agreed_on))]
pub struct MechanismParty {
    /// The mechanism (协作机制).
    #[noun(one = "mechanism_id", filter)]
    pub mechanism: One<CoordinationMechanism>,
    /// The body; null when the viewer may not see it, as one above the viewer's own place (单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The day on which it agreed; null until it did (同意日期).
    #[noun(filter, order)]
    pub agreed_on: Option<Date>,
    /// Number of the last change (版本).
    pub version: i32,
}

/// All parties, to each of them and to the planners of the place.
fn visible_to(viewer: &Viewer) -> Visible {
    let of_place = Visible::Through("mechanism_id", || CoordinationMechanism::DEF);
    party_or_planner(viewer, "mechanism_id", of_place)
}
