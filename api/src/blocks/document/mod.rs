//! Documents (公文): their numbers, the names and types of their files, and where the bytes of the files are kept.
//!
//! A number is given once, when a document is issued, and never again. The bytes of a file stand outside of the database, under a key
//! that the service makes up; the database knows their length and SHA-256.

pub mod file_name;
pub mod incoming;
pub mod media_type;
pub mod number;
pub mod store;
