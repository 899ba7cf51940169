//! Add a code to a list.

use inspectorate_entity::rules::{code_list, code_list_entry};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait};
use uuid::Uuid;

use super::{code_list::CodeList, code_list_entry::CodeListEntry, gates, kept};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Name, Paragraph},
    },
};

/// A code for a list that a dispatcher keeps (新增代码).
#[derive(Input)]
pub struct AddCodeListEntryInput {
    /// The list; one that a dispatcher of the viewer's jurisdiction keeps (代码表).
    pub code_list: GlobalId<CodeList>,
    /// The code in capitals, new in this list (代码值).
    pub code: Code,
    /// English label (英文名称).
    pub label: Name,
    /// Chinese label (中文名称).
    pub label_zh: Name,
    /// When the code applies (定义).
    pub definition: Paragraph,
    /// The document that it comes from (来源).
    pub source: Paragraph,
    /// First day on which records may be coded with it; null when they always could (启用日期).
    pub valid_from: Option<Date>,
    /// Last day on which records may be coded with it; null while they may (停用日期).
    pub valid_to: Option<Date>,
    /// Its place in the list; after the last one when left out (序号).
    pub sequence: Option<i32>,
}

/// Add a code to a list that a dispatcher keeps (新增代码).
#[verb(CodeListEntry)]
pub async fn add_code_list_entry(
    change: &mut Change,
    input: AddCodeListEntryInput,
) -> Result<Uuid> {
    gates::code_is_spelled(&input.code.0, "input.code")?;
    let (valid_from, valid_to) = (
        input.valid_from.map(|day| day.0),
        input.valid_to.map(|day| day.0),
    );
    gates::ends_after_start(valid_from, valid_to, "input.validTo")?;
    let list = change
        .related::<code_list::Entity, _>("codeList", &input.code_list)
        .await?;
    kept::by_somebody_here(change, list.dispatcher_id, "input.codeList").await?;
    let there = change
        .rows::<code_list_entry::Entity>(code_list_entry::Column::CodeListId.eq(list.id))
        .await?;
    if there.iter().any(|entry| entry.code == input.code.0) {
        return Err(Error::conflict(
            "input.code",
            "The list already has this code: revise it with reviseCodeListEntry, or choose another.",
            "该代码表已有此代码：请用 reviseCodeListEntry 修订，或改用其他代码。",
        ));
    }
    let last = there.iter().map(|entry| entry.sequence).max().unwrap_or(0);
    let sequence = input.sequence.unwrap_or_else(|| last.saturating_add(1));
    gates::sequence_is_positive(sequence)?;
    let entry = code_list_entry::ActiveModel {
        code_list_id: Set(list.id),
        code: Set(input.code.0),
        edition: Set(1),
        label: Set(input.label.0),
        label_zh: Set(input.label_zh.0),
        definition: Set(input.definition.0),
        source: Set(input.source.0),
        valid_from: Set(valid_from),
        valid_to: Set(valid_to),
        sequence: Set(sequence),
        ..Default::default()
    };
    Ok(change.insert(entry).await?.id)
}
