//! Organizations: the tree, who dispatches whom, and the bodies that act in it.

use super::Area;
use crate::read::noun::Noun;

pub mod organization;

pub const AREA: Area = Area {
    nouns: &[organization::Organization::DEF],
    verbs: &[],
    queries: &[],
};
