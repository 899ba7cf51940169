//! Documents between bodies: drafted, signed, issued under one number, received and answered, with their files.

mod answer_document;
mod attach_file;
mod draft_document;
mod files;
mod issue_document;
mod letter;
mod receive_document;
mod remove_file;
mod revise_document;
pub mod rows;
mod sending;
mod sign_document;
mod withdraw_document;

use letter::Letter;
use sending::{Sending, send};
