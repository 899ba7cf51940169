//! The log of reads (查阅记录): who was shown what of the contents that are kept in few hands.
//!
//! The read path says of every level that it loaded which noun it is ([`crate::read`]); what `LOGGED_READS` does not name costs one
//! look into a table. What it does name is handed to one task, which writes many entries with one statement, off the request's
//! thread. When that task cannot keep up, or the database does not take its entries, requests for such contents wait: nothing is
//! shown that is not going to be written down. [`AccessLog::close`] writes what is left.

mod log;
mod watched;
mod writer;

pub use self::{
    log::AccessLog,
    watched::{LoggedRead, Watched},
};
