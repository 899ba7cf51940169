//! Examinations that go together with inspections and belong to another department (结合巡视开展的考察): what comes of them is for few.

mod gates;
mod index;

pub use index::AREA;

pub mod political_examination;

pub mod correct_political_examination;
pub mod record_political_examination;
