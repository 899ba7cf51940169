//! Official documents: letters, notices, opinions and reports between bodies, with their files.

pub mod document;
pub mod document_addressee;
pub mod document_file;
pub mod document_signature;
