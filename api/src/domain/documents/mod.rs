//! Documents between bodies: drafted with their files, signed, issued under one number each, received by those
//! to whom they are addressed, and answered by other documents.

mod index;

pub use index::{AREA, BY_UPLOAD};

pub mod document;
pub mod document_addressee;
pub mod document_file;
pub mod document_signature;

pub mod answer_document;
pub mod attach_file;
pub mod draft_document;
pub mod issue_document;
pub mod receive_document;
pub mod remove_file;
pub mod revise_document;
pub mod sign_document;
pub mod withdraw_document;

pub mod addressee_life_cycle;
pub mod addressees;
pub mod document_life_cycle;
