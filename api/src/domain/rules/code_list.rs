//! A code list, shipped or kept by a dispatcher.

use inspectorate_macros::Noun;

use super::code_list_entry::CodeListEntry;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    read::{Many, One},
};

/// A versioned vocabulary that is data because it differs by place: sectors, topics, focus frameworks, object types (代码表).
#[derive(Noun)]
#[noun(table = "code_list", plural = "codeLists", reads = ReadRules, visible = visible_to, order(key))]
pub struct CodeList {
    /// Stable name, such as SECTOR; unique for its dispatcher (表代号).
    #[noun(filter, order)]
    pub key: String,
    /// English name (英文名称).
    #[noun(filter, order)]
    pub name: String,
    /// Chinese name (中文名称).
    #[noun(filter, order)]
    pub name_zh: String,
    /// What a code of this list says about a record (定义).
    pub definition: String,
    /// The document that the list comes from; says so where it prints the name of a formula only (来源).
    pub source: String,
    /// The dispatching organization that keeps it; null when it is shipped with the service, or kept by one that the viewer may not see (所属派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Its codes, each in every edition (代码).
    #[noun(many = "code_list_id", filter)]
    pub entries: Many<CodeListEntry>,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

/// What is shipped, what the viewer's superiors keep, and what is kept in its jurisdiction.
pub fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Either(vec![
        Visible::Empty("dispatcher_id"),
        Visible::Above("dispatcher_id"),
        Visible::Jurisdiction("dispatcher_id"),
    ])
}
