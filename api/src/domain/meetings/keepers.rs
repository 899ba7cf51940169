//! Who keeps the meetings of a place, and who sees of them what concerns itself only.

use crate::access::{policy::Agency, viewer::Viewer};

/// Whether the viewer's agency keeps meetings or guides those who do; any other sees the meetings to which its body was called.
pub fn keeps_meetings(viewer: &Viewer) -> bool {
    matches!(
        viewer.agency,
        Agency::Dispatcher | Agency::LeadingGroup | Agency::Office | Agency::Superior
    )
}
