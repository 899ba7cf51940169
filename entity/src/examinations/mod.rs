//! Examinations that go together with inspections.

pub mod political_examination;
