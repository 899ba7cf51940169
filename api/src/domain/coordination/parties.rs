//! Who sees a mechanism: its parties, and those who keep the coordination of the place.

use crate::access::{policy::Agency, viewer::Viewer, visible::Visible};

/// The rows whose mechanism, by the id in `column`, has the viewer's body as a party, and those of one's own place for its planners;
/// `dispatcher` is how those rows are found.
pub fn party_or_planner(viewer: &Viewer, column: &'static str, dispatcher: Visible) -> Visible {
    let party = Visible::Beside {
        column,
        table: "mechanism_party",
        by: "mechanism_id",
        body: "organization_id",
    };
    match viewer.agency {
        Agency::Dispatcher | Agency::LeadingGroup | Agency::Office => {
            Visible::Either(vec![dispatcher, party])
        }
        _ => party,
    }
}
