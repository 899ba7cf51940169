//! One change, as it happened.

use inspectorate_macros::Noun;

use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::DateTime,
    read::AnyNoun,
};

/// One change: who did what, for which agency, when, on which record; never altered afterwards (事件).
#[derive(Noun)]
#[noun(table = "event", plural = "eventLog", reads = ReadEvents, visible = visible_to, order(position), no_history)]
pub struct Event {
    /// Place in the log: gapless, in the order in which changes became durable; null for the moment until it is sealed (序号).
    #[noun(filter, order)]
    pub position: Option<i32>,
    /// When it was done (发生时间).
    #[noun(filter, order)]
    pub occurred_at: DateTime,
    /// The verb, such as `RenameOrganization` (动作).
    #[noun(filter)]
    pub action: String,
    /// The record that it was done to; null when it is not visible to the viewer any more (对象).
    #[noun(any(noun, subject_id))]
    pub subject: AnyNoun,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Subject("noun", "subject_id")
}
