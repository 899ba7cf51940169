//! A code of a list, in one edition.

use inspectorate_macros::Noun;

use super::code_list::CodeList;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    graphql::scalars::Date,
    read::{One, noun::Noun as _},
};

/// One code of a list in one edition; a record keeps the edition that it was coded with (代码).
#[derive(Noun)]
#[noun(table = "code_list_entry", plural = "codeListEntries", reads = ReadRules, visible = visible_to, order(sequence, edition))]
pub struct CodeListEntry {
    /// The list that it belongs to (所属代码表).
    #[noun(one = "code_list_id", filter)]
    pub code_list: One<CodeList>,
    /// The code itself, such as EDUCATION (代码值).
    #[noun(filter, order)]
    pub code: String,
    /// Which wording of this code, counted from 1 (版次).
    #[noun(filter, order)]
    pub edition: i32,
    /// English label (英文名称).
    #[noun(filter, order)]
    pub label: String,
    /// Chinese label (中文名称).
    #[noun(filter, order)]
    pub label_zh: String,
    /// When the code applies (定义).
    pub definition: String,
    /// The document that the code comes from (来源).
    pub source: String,
    /// First day on which records may be coded with it; null when they always could (启用日期).
    #[noun(filter, order)]
    pub valid_from: Option<Date>,
    /// Last day on which records may be coded with it; null while they may (停用日期).
    #[noun(filter, order)]
    pub valid_to: Option<Date>,
    /// Its place in the list, from 1 (序号).
    #[noun(filter, order)]
    pub sequence: i32,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("code_list_id", || CodeList::DEF)
}
