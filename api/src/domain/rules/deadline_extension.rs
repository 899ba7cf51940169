//! One extension of a deadline.

use inspectorate_macros::Noun;

use super::deadline::Deadline;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// A due day moved, with who approved it and why (延期).
#[derive(Noun)]
#[noun(table = "deadline_extension", plural = "deadlineExtensions", reads = ReadDeadlines, visible = visible_to, order(approved_on, new_due_on))]
pub struct DeadlineExtension {
    /// The deadline that was extended (期限).
    #[noun(one = "deadline_id", filter)]
    pub deadline: One<Deadline>,
    /// Who approved it: name and post as on the approval (批准人).
    #[noun(filter)]
    pub approver: String,
    /// Why (理由).
    pub reason: String,
    /// Last day in time before (原到期日).
    #[noun(filter, order)]
    pub old_due_on: Date,
    /// Last day in time after (延期后到期日).
    #[noun(filter, order)]
    pub new_due_on: Date,
    /// Day of the approval (批准日期).
    #[noun(filter, order)]
    pub approved_on: Date,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("deadline_id", || Deadline::DEF)
}
