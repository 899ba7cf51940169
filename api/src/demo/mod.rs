//! The demo data (演示数据): the four places of the sources, so that queries give back the figures that the sources print.
//!
//! What a source names has its name here; every other unit is called 示例 and every person 示例人员, so that nobody takes them for
//! real. Loading is deterministic: the same ids, the same dates, every time.

mod bank;
mod blocks;
mod bodies;
mod book;
mod checks;
mod conduct;
mod conference;
mod coordination;
mod counties;
mod crews;
mod dispatch;
mod documents;
mod guidance;
mod inspections;
mod joint;
mod linked;
mod lists;
mod meetings;
mod ministry;
mod ministry_office;
mod neijiang;
mod plans;
mod requests;
mod rows;
mod rules;
mod seats;
mod superiors;
mod teams;
mod xiamen;
mod xiamen_districts;

pub use self::seats::{PLACES, Seat, seats};

use self::book::Book;
use crate::{blocks::shipped, database::Database, error::Result};

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
