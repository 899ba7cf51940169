//! The codes that a dispatcher may use: those that ship, its own, and those of its superiors.

use inspectorate_entity::rules::{code_list, code_list_entry};
use sea_orm::{ColumnTrait, Condition};

use super::gates;
use crate::{access::change::Change, domain::rules::kept::chain, error::Result};

/// `codes` stand in the list `key`, each given in the field of its number.
pub async fn known(change: &Change, key: &str, codes: &[(String, &str)]) -> Result<()> {
    if codes.is_empty() {
        return Ok(());
    }
    let keepers = Condition::any()
        .add(code_list::Column::DispatcherId.is_null())
        .add(code_list::Column::DispatcherId.is_in(chain(&change.viewer().jurisdiction)));
    let lists = Condition::all()
        .add(code_list::Column::Key.eq(key))
        .add(keepers);
    let lists = change.rows::<code_list::Entity>(lists).await?;
    let lists = lists.into_iter().map(|list| list.id);
    let today = change.today();
    let usable = Condition::all()
        .add(code_list_entry::Column::CodeListId.is_in(lists))
        .add(
            Condition::any()
                .add(code_list_entry::Column::ValidTo.is_null())
                .add(code_list_entry::Column::ValidTo.gte(today)),
        );
    let entries = change.rows::<code_list_entry::Entity>(usable).await?;
    let entries: Vec<String> = entries.into_iter().map(|entry| entry.code).collect();
    for (field, code) in codes {
        gates::code_is_known(&entries, code, key, field)?;
    }
    Ok(())
}
