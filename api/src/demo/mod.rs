//! The demo data (演示数据): the four places of the sources, so that queries give back the figures that the sources print.
//!
//! What a source names has its name here; every other unit is called 示例 and every person 示例人员, so that nobody takes them for
//! real. Loading is deterministic: the same ids, the same dates, every time.

mod bank;
mod blocks;
mod bodies;
mod book;
mod counties;
mod guidance;
mod inspections;
mod lists;
mod ministry;
mod neijiang;
mod plans;
mod rows;
mod rules;
mod teams;
mod xiamen;
mod xiamen_districts;

use inspectorate_entity::{organizations::agency_registration::Agency, vocabulary::Vocabulary};

use self::book::Book;
use crate::{blocks::shipped, database::Database, error::Result};

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

/// Load the demo data in one transaction, unless there is an organization already. Answers whether it loaded.
pub async fn load(database: &Database) -> Result<bool> {
    if book::is_begun(database).await? {
        return Ok(false);
    }
    // Its rows cite what ships.
    shipped::load(database).await?;
    let mut book = Book::new();
    let centre = bodies::centre(&mut book);
    ministry::write(&mut book, centre);
    xiamen::write(&mut book, centre);
    neijiang::write(&mut book, centre);
    bank::write(&mut book, centre);
    book.insert(database).await?;
    Ok(true)
}

/// The code of an agency, as it stands in the codes of bodies.
fn spelled(agency: Agency) -> String {
    agency.as_str().replace('_', "-")
}
