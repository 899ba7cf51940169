//! Give a code a new wording.

use inspectorate_entity::rules::{code_list, code_list_entry};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait, IntoActiveModel};
use uuid::Uuid;

use super::{code_list_entry::CodeListEntry, gates, kept};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// A new wording of a code (修订代码).
#[derive(Input)]
pub struct ReviseCodeListEntryInput {
    /// The code in its latest edition (代码条目).
    pub code_list_entry: GlobalId<CodeListEntry>,
    /// The version of that record as it was read (记录版本).
    pub version: i32,
    /// English label (英文名称).
    pub label: Name,
    /// Chinese label (中文名称).
    pub label_zh: Name,
    /// When the code applies (定义).
    pub definition: Paragraph,
    /// The document that the wording comes from (来源).
    pub source: Paragraph,
    /// First day of the new edition; the one before it ends the day before (启用日期).
    pub valid_from: Date,
}

/// Give a code a new wording as its next edition; records coded before keep theirs (修订代码).
#[verb(CodeListEntry)]
pub async fn revise_code_list_entry(
    change: &mut Change,
    input: ReviseCodeListEntryInput,
) -> Result<Uuid> {
    let before = change
        .subject::<code_list_entry::Entity, _>(
            "codeListEntry",
            &input.code_list_entry,
            input.version,
        )
        .await?;
    let lists = change
        .rows::<code_list::Entity>(code_list::Column::Id.eq(before.code_list_id))
        .await?;
    let dispatcher = lists.first().and_then(|list| list.dispatcher_id);
    kept::by_somebody_here(change, dispatcher, "input.codeListEntry").await?;
    let from = input.valid_from.0;
    let ends = gates::edition_follows(before.valid_from, before.valid_to, from)?;
    let mut ended = before.clone().into_active_model();
    ended.valid_to = Set(Some(ends));
    change.update(&before, ended).await?;
    let next = code_list_entry::ActiveModel {
        code_list_id: Set(before.code_list_id),
        code: Set(before.code),
        edition: Set(before.edition + 1),
        label: Set(input.label.0),
        label_zh: Set(input.label_zh.0),
        definition: Set(input.definition.0),
        source: Set(input.source.0),
        valid_from: Set(Some(from)),
        valid_to: Set(None),
        sequence: Set(before.sequence),
        ..Default::default()
    };
    Ok(change.insert(next).await?.id)
}
