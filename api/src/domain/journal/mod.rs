//! The journal: the event log and what reads it.

use super::Area;
use crate::read::noun::Noun;

pub mod event;
pub mod field_change;
pub mod me;
pub mod watch_events;
pub mod worklist;

pub const AREA: Area = Area {
    nouns: &[event::Event::DEF],
    verbs: &[],
    queries: &[me::QUERY, worklist::QUERY],
};
