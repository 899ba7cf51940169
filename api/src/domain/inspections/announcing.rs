//! From when an organization may know that it is inspected: not before its round is announced, a look-back not before the entry.

use chrono::NaiveDate;
use inspectorate_entity::{
    coverage::{coverage_record::InspectionKind, round},
    inspections::inspection,
};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use crate::{access::change::Change, error::Result};

/// Announce the approved inspections of a round, except look-backs.
pub async fn round(change: &mut Change, round: Uuid, day: NaiveDate) -> Result<()> {
    let waiting = Condition::all()
        .add(inspection::Column::RoundId.eq(round))
        .add(inspection::Column::Kind.ne(InspectionKind::LookBack))
        .add(inspection::Column::ApprovedOn.is_not_null())
        .add(inspection::Column::WithdrawalReason.is_null())
        .add(inspection::Column::AnnouncedOn.is_null());
    for row in change.rows::<inspection::Entity>(waiting).await? {
        announce(change, &row, day).await?;
    }
    Ok(())
}

/// An inspection approved after its round was announced is announced with its approval.
pub async fn follow_round(change: &mut Change, approved: &inspection::Model) -> Result<()> {
    let (Some(round), Some(day)) = (approved.round_id, approved.approved_on) else {
        return Ok(());
    };
    if approved.kind == InspectionKind::LookBack {
        return Ok(());
    }
    let rounds = change
        .rows::<round::Entity>(round::Column::Id.eq(round))
        .await?;
    match rounds.first() {
        Some(round) if round.announced_on.is_some() => announce(change, approved, day).await,
        _ => Ok(()),
    }
}

async fn announce(change: &mut Change, row: &inspection::Model, day: NaiveDate) -> Result<()> {
    let mut announced = row.clone().into_active_model();
    announced.announced_on = Set(Some(day));
    change.update(row, announced).await?;
    Ok(())
}
