//! Checklists (清单): what must be kept to, answered or done, as lists of items with editions.
//!
//! A list of the viewer's own dispatcher stands before one of its superiors, and those before the shipped one of the same key.

pub mod shipped;
