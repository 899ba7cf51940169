//! Code lists (代码表): vocabularies that differ by place and change with time, as rows with editions.
//!
//! A record cites an entry, that is, a code in one edition, and so keeps the wording it was coded with. A list of the viewer's own
//! dispatcher stands before one of its superiors, and those before the shipped one of the same key.

pub mod shipped;
