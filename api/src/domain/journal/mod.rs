//! The journal: the event log and what reads it.

use super::Area;
use crate::read::noun::Noun;

pub mod event;

pub const AREA: Area = Area {
    nouns: &[event::Event::DEF],
    verbs: &[],
};
