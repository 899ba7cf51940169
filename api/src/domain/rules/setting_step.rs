//! One decision on a setting: what setting a value and going by somebody else's have in common.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use inspectorate_entity::{
    organizations::organization,
    rules::setting_value::{self, SettingKey, SettingOrigin},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, IntoActiveModel};
use uuid::Uuid;

use super::{gates, kept, setting_gates};
use crate::{
    access::change::Change,
    domain::organizations::{dated, gates::is_dispatcher, organization::Organization},
    error::{Error, Result},
    graphql::node_id::GlobalId,
};

/// What a dispatcher decides about a setting.
pub struct Decision {
    pub dispatcher: GlobalId<Organization>,
    pub key: SettingKey,
    pub origin: SettingOrigin,
    pub value: Option<String>,
    pub source: Option<GlobalId<Organization>>,
    pub replaces_edition: Option<i32>,
    pub reason: String,
    pub valid_from: Option<NaiveDate>,
}

/// Write the decision as the next edition; the one before it ends.
pub async fn decide(change: &mut Change, decision: Decision) -> Result<Uuid> {
    let from = decision.valid_from.unwrap_or_else(|| change.today());
    // Locked alone: two decisions that name each other wait for one another, so that the later one sees the circle.
    let dispatcher = change
        .related_alone::<organization::Entity, _>("dispatcher", &decision.dispatcher)
        .await?;
    kept::by_somebody_here(change, Some(dispatcher.id), "input.dispatcher").await?;
    let registrations = dated::registrations(change, dispatcher.id).await?;
    is_dispatcher(&registrations, from, "input.dispatcher")?;
    let source = match &decision.source {
        Some(id) => Some(source(change, &dispatcher, id, decision.key, from).await?),
        None => None,
    };
    let own = Condition::all()
        .add(setting_value::Column::DispatcherId.eq(dispatcher.id))
        .add(setting_value::Column::Key.eq(decision.key));
    let editions = change.rows::<setting_value::Entity>(own).await?;
    let latest = editions.into_iter().max_by_key(|row| row.edition);
    let (seen, current) = (
        decision.replaces_edition.unwrap_or(0),
        latest.as_ref().map_or(0, |row| row.edition),
    );
    if seen != current {
        return Err(Error::stale(seen, current).field("input.replacesEdition"));
    }
    setting_gates::has_something_to_give_up(decision.origin, latest.as_ref())?;
    if let Some(before) = &latest {
        let last = gates::edition_follows(Some(before.valid_from), before.valid_to, from)?;
        let mut ended = before.clone().into_active_model();
        ended.valid_to = Set(Some(last));
        change.update(before, ended).await?;
    }
    let row = setting_value::ActiveModel {
        dispatcher_id: Set(dispatcher.id),
        key: Set(decision.key),
        edition: Set(current + 1),
        origin: Set(decision.origin),
        value: Set(decision.value),
        source_id: Set(source),
        reason: Set(decision.reason),
        set_by: Set(change.viewer().name.clone()),
        valid_from: Set(from),
        valid_to: Set(None),
        ..Default::default()
    };
    Ok(change.insert(row).await?.id)
}

/// The dispatcher to go by: one that does not go by the one that names it.
async fn source(
    change: &Change,
    dispatcher: &organization::Model,
    id: &GlobalId<Organization>,
    key: SettingKey,
    from: NaiveDate,
) -> Result<Uuid> {
    let source = change
        .related::<organization::Entity, _>("source", id)
        .await?;
    let registrations = dated::registrations(change, source.id).await?;
    is_dispatcher(&registrations, from, "input.source")?;
    let named = named(change, from).await?.remove(&key).unwrap_or_default();
    setting_gates::goes_by_nobody_who_goes_by_it(
        &dispatcher.path,
        &source.path,
        &named,
        "input.source",
    )?;
    Ok(source.id)
}

/// An organization that moves under another goes by it from then on: nobody above may go by something below it.
pub async fn may_stand_under(
    change: &Change,
    moved: &organization::Model,
    parent: &organization::Model,
) -> Result<()> {
    for named in named(change, change.today()).await?.values() {
        setting_gates::goes_by_nobody_who_goes_by_it(
            &moved.path,
            &parent.path,
            named,
            "input.parent",
        )?;
    }
    Ok(())
}

/// Who goes by whom beside the tree in which setting, from `day` on: the paths of the two.
async fn named(
    change: &Change,
    day: NaiveDate,
) -> Result<BTreeMap<SettingKey, Vec<(String, String)>>> {
    let standing = Condition::all()
        .add(setting_value::Column::Origin.eq(SettingOrigin::Named))
        .add(
            Condition::any()
                .add(setting_value::Column::ValidTo.is_null())
                .add(setting_value::Column::ValidTo.gte(day)),
        );
    let rows = change.rows::<setting_value::Entity>(standing).await?;
    let ids = rows
        .iter()
        .flat_map(|row| [Some(row.dispatcher_id), row.source_id])
        .flatten();
    let organizations = change
        .rows::<organization::Entity>(organization::Column::Id.is_in(ids))
        .await?;
    let paths: HashMap<Uuid, String> = organizations
        .into_iter()
        .map(|row| (row.id, row.path))
        .collect();
    let mut named: BTreeMap<SettingKey, Vec<(String, String)>> = BTreeMap::new();
    for row in &rows {
        let from = paths.get(&row.dispatcher_id);
        let to = row.source_id.and_then(|source| paths.get(&source));
        if let (Some(from), Some(to)) = (from, to) {
            named
                .entry(row.key)
                .or_default()
                .push((from.clone(), to.clone()));
        }
    }
    Ok(named)
}
