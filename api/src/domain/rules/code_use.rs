//! Which records that stand are coded with a code, in whichever edition.

use std::collections::BTreeSet;

use inspectorate_entity::{
    coverage::coverage_object,
    organizations::organization,
    rules::{
        code_list, code_list_entry,
        rule_document::{self, RuleStatus},
    },
    teams::talent,
};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use crate::{access::change::Change, error::Result};

/// How many records of the place that keeps `list` are coded with the code of `entry`.
pub async fn records(
    change: &Change,
    list: &code_list::Model,
    entry: &code_list_entry::Model,
) -> Result<usize> {
    let editions = Condition::all()
        .add(code_list_entry::Column::CodeListId.eq(list.id))
        .add(code_list_entry::Column::Code.eq(entry.code.as_str()));
    let editions: Vec<Uuid> = change
        .rows::<code_list_entry::Entity>(editions)
        .await?
        .iter()
        .map(|edition| edition.id)
        .collect();
    let rules = Condition::all()
        .add(rule_document::Column::GovernsId.is_in(editions))
        .add(rule_document::Column::Status.is_in([
            RuleStatus::Inventoried,
            RuleStatus::OnTrial,
            RuleStatus::Formal,
        ]));
    let rules = change.rows::<rule_document::Entity>(rules).await?.len();
    let by_text = match list.key.as_str() {
        "SECTOR" => organizations(change, list, entry).await?,
        "OBJECT_TYPE" => objects(change, list, entry).await?,
        "TALENT_POOL" => talents(change, list, entry).await?,
        _ => 0,
    };
    Ok(rules + by_text)
}

/// Organizations below the place that stand in the sector.
async fn organizations(
    change: &Change,
    list: &code_list::Model,
    entry: &code_list_entry::Model,
) -> Result<usize> {
    let coded = Condition::all()
        .add(organization::Column::SectorCode.eq(entry.code.as_str()))
        .add(organization::Column::RetiredOn.is_null());
    let coded = change.rows::<organization::Entity>(coded).await?;
    let path = path(change, list.dispatcher_id).await?;
    let here = coded.iter().filter(|row| row.path.starts_with(&path));
    Ok(here.count())
}

/// Objects on the lists of the place, and of those below it, that are of the type.
async fn objects(
    change: &Change,
    list: &code_list::Model,
    entry: &code_list_entry::Model,
) -> Result<usize> {
    let coded = Condition::all()
        .add(coverage_object::Column::ObjectType.eq(entry.code.as_str()))
        .add(coverage_object::Column::WithdrawnOn.is_null());
    let coded = change.rows::<coverage_object::Entity>(coded).await?;
    let dispatchers: BTreeSet<Uuid> = coded.iter().map(|row| row.dispatcher_id).collect();
    let dispatchers = change
        .rows::<organization::Entity>(organization::Column::Id.is_in(dispatchers))
        .await?;
    let path = path(change, list.dispatcher_id).await?;
    let here: BTreeSet<Uuid> = dispatchers
        .iter()
        .filter(|row| row.path.starts_with(&path))
        .map(|row| row.id)
        .collect();
    let coded = coded.iter().filter(|row| here.contains(&row.dispatcher_id));
    Ok(coded.count())
}

/// People who stand in the pool.
async fn talents(
    change: &Change,
    list: &code_list::Model,
    entry: &code_list_entry::Model,
) -> Result<usize> {
    let standing = Condition::all()
        .add(talent::Column::Pool.eq(entry.code.as_str()))
        .add(talent::Column::DispatcherId.eq(list.dispatcher_id.unwrap_or_default()))
        .add(talent::Column::EndsOn.is_null());
    Ok(change.rows::<talent::Entity>(standing).await?.len())
}

async fn path(change: &Change, dispatcher: Option<Uuid>) -> Result<String> {
    let rows = change
        .rows::<organization::Entity>(organization::Column::Id.eq(dispatcher.unwrap_or_default()))
        .await?;
    Ok(rows
        .into_iter()
        .next()
        .map(|row| row.path)
        .unwrap_or_default())
}
