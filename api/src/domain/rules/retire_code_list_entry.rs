//! Take a code out of use.

use inspectorate_entity::rules::{code_list, code_list_entry};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait, IntoActiveModel};
use uuid::Uuid;

use super::{code_list_entry::CodeListEntry, code_use, gates, kept};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// The end of a code (停用代码).
#[derive(Input)]
pub struct RetireCodeListEntryInput {
    /// The code in its latest edition (代码条目).
    pub code_list_entry: GlobalId<CodeListEntry>,
    /// The version of that record as it was read (记录版本).
    pub version: i32,
    /// Last day on which records may be coded with it (停用日期).
    pub valid_to: Date,
}

/// Take a code out of use that no standing record is coded with (停用代码); it is not deleted, and records that ended keep it.
#[verb(CodeListEntry)]
pub async fn retire_code_list_entry(
    change: &mut Change,
    input: RetireCodeListEntryInput,
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
    gates::edition_stands(before.valid_to)?;
    gates::ends_after_start(before.valid_from, Some(input.valid_to.0), "input.validTo")?;
    if let Some(list) = lists.first() {
        gates::nothing_is_coded_with(code_use::records(change, list, &before).await?)?;
    }
    let mut ended = before.clone().into_active_model();
    ended.valid_to = Set(Some(input.valid_to.0));
    Ok(change.update(&before, ended).await?.id)
}
