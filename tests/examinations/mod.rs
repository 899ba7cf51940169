//! Examinations that go together with inspections.

pub mod rows;

mod correct_political_examination;
mod record_political_examination;
