//! Who can sign in to the demo: every agency of every place.

use inspectorate_entity::{organizations::agency_registration::Agency, vocabulary::Vocabulary};

use super::bodies;

/// Somebody to sign in as: an agency of a place, and the code of the body that acts as it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// What people call the place.
    pub place: &'static str,
    pub agency: Agency,
    pub organization_code: String,
}

/// The places: the code that their bodies' codes start with, and what people call them.
pub const PLACES: [(&str, &str); 4] = [
    ("MOF", "Ministry of Finance (财政部党组)"),
    ("XM", "Xiamen (厦门市)"),
    ("NJ", "Neijiang (内江市)"),
    ("XJ", "ICBC Xinjiang branch (工商银行新疆分行)"),
];

/// Every agency of every place.
pub fn seats() -> Vec<Seat> {
    let mut seats = Vec::new();
    for (prefix, place) in PLACES {
        for agency in bodies::AGENCIES {
            seats.push(Seat {
                place,
                agency,
                organization_code: bodies::code(prefix, agency),
            });
        }
    }
    seats
}

/// The code of an agency, as it stands in the codes of bodies.
pub fn spelled(agency: Agency) -> String {
    agency.as_str().replace('_', "-")
}
