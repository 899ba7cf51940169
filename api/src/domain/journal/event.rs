//! One change, as it happened: what the history of a record, the feed for scripts and the audit trail are made of.

use inspectorate_macros::Noun;

use super::{
    field_change::{FieldChange, field_changes},
    labels::Label,
};
use crate::{
    access::{policy, viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    error::Result,
    graphql::scalars::DateTime,
    read::{AnyNoun, Batch, One},
    schema::verbs,
};

/// One change: who did what, for which agency, when, on which record; never altered afterwards (事件).
/// The list `events` is the feed for scripts: it holds sealed events only, so that whoever goes on `after` the last cursor misses none.
#[derive(Noun)]
#[noun(table = "event", plural = "events", reads = ReadEvents, visible = visible_to, listed = sealed, order(position), no_history)]
pub struct Event {
    /// Place in the log: from 1, gapless, in the order in which changes became durable; null until it is sealed, within about a second (序号).
    #[noun(filter, order)]
    pub position: Option<i64>,
    /// When it was done (发生时间).
    #[noun(filter, order)]
    pub occurred_at: DateTime,
    /// The mutation that did it, such as `renameOrganization` (动作).
    #[noun(filter)]
    pub action: String,
    /// The mutation as a person reads it (动作英文名称).
    #[noun(computed = action_label, needs(action: String))]
    pub action_label: String,
    /// The mutation in Chinese, as far as this release has it; else as `action` (动作名称).
    #[noun(computed = action_label_zh, needs(action: String))]
    pub action_label_zh: String,
    /// The noun of the record that it was done to, such as `Organization` (对象类别).
    #[noun(column = "noun", filter)]
    pub subject_type: String,
    /// The record that it was done to; null when it is not visible to the viewer any more (对象).
    #[noun(any(noun, subject_id))]
    pub subject: AnyNoun,
    /// The agency for which it was done, by its code (办理机关).
    #[noun(filter)]
    pub agency: String,
    /// The body for which it was done; null when it is not visible to the viewer (办理单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// Name of the person who did it, as the token gave it (办理人).
    #[noun(filter)]
    pub actor_name: String,
    /// The roles in which the person acted, separated by blanks (角色).
    pub roles: String,
    /// Every field that changed, old and new, as far as the viewer may read it; empty when nothing of it may be read (变更内容).
    #[noun(computed = field_changes, needs(changes: String))]
    pub changes: Vec<FieldChange>,
    /// SHA-256 over the event and the hash before it, hexadecimal; null until it is sealed (校验值).
    pub hash: Option<String>,
}

/// An event exists for whoever may see its subject, unless its action alone would give away what the viewer may not read.
fn visible_to(viewer: &Viewer) -> Visible {
    Visible::All(vec![
        Visible::NoneOf("action", policy::confidential_to(viewer)),
        Visible::Subject("noun", "subject_id"),
    ])
}

async fn action_label(batch: &Batch<'_>) -> Result<Vec<String>> {
    Ok(actions(batch, |label| label.en))
}

async fn action_label_zh(batch: &Batch<'_>) -> Result<Vec<String>> {
    Ok(actions(batch, |label| label.zh))
}

fn actions(batch: &Batch<'_>, language: fn(Label) -> String) -> Vec<String> {
    let label = |row| {
        let action = batch.text(row, "action").unwrap_or_default();
        let verb = verbs().find(|verb| verb.name == action);
        let label = language(Label::of_name(action, verb.map_or("", |verb| verb.doc)));
        if label.is_empty() {
            action.to_owned()
        } else {
            label
        }
    };
    (0..batch.len()).map(label).collect()
}

/// Lists hold what has its final place.
fn sealed(_: &Viewer) -> Visible {
    Visible::Filled("position")
}
