//! Whether the people of a team may enter: trained before the round, and bound by their undertakings, as far as the dispatcher asks.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use inspectorate_entity::{
    inspections::inspection,
    organizations::person,
    teams::{
        team::{self, TeamStatus},
        team_member, team_object,
        training::{self, TrainingKind},
        training_attendance, undertaking,
    },
};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::{conduct_gates as gates, gates::span_of};
use crate::{access::change::Change, blocks::setting, error::Result};

/// The people of the teams that are to inspect the organization are ready to enter on that day; without a team nothing is asked.
pub async fn check(change: &Change, of: &inspection::Model, day: NaiveDate) -> Result<()> {
    let settings = setting::of_change(change, of.dispatcher_id, change.today()).await?;
    let (training, signing) = (
        settings.flag(setting::ENTRY_NEEDS_TRAINING),
        settings.flag(setting::ENTRY_NEEDS_UNDERTAKINGS),
    );
    if !training && !signing {
        return Ok(());
    }
    for team in teams(change, of).await? {
        let people = people(change, team.id, day).await?;
        if let (true, Some(round)) = (training, team.round_id) {
            gates::everybody_was_trained(&people, &trained(change, round).await?)?;
        }
        if signing {
            let signed = change
                .rows::<undertaking::Entity>(undertaking::Column::TeamId.eq(team.id))
                .await?;
            let signed = signed.into_iter().map(|row| (row.person_id, row.kind));
            gates::everybody_has_signed(&people, &signed.collect())?;
        }
    }
    Ok(())
}

/// The teams that stand, of the inspection's round or of none, to which its organization was given.
async fn teams(change: &Change, of: &inspection::Model) -> Result<Vec<team::Model>> {
    let given = Condition::all()
        .add(team_object::Column::OrganizationId.eq(of.organization_id))
        .add(team_object::Column::DispatcherId.eq(of.dispatcher_id))
        .add(team_object::Column::ReleasedOn.is_null());
    let given = change.rows::<team_object::Entity>(given).await?;
    let standing = Condition::all()
        .add(team::Column::Id.is_in(given.iter().map(|object| object.team_id)))
        .add(team::Column::Status.ne(TeamStatus::Dissolved));
    let mut teams = change.rows::<team::Entity>(standing).await?;
    teams.retain(|team| team.round_id.is_none() || team.round_id == of.round_id);
    Ok(teams)
}

async fn people(change: &Change, team: Uuid, day: NaiveDate) -> Result<Vec<(Uuid, String)>> {
    let seats = Condition::all()
        .add(team_member::Column::TeamId.eq(team))
        .add(team_member::Column::EndReason.is_null());
    let seats = change.rows::<team_member::Entity>(seats).await?;
    let there = seats.iter().filter(|seat| span_of(seat).holds_on(day));
    let there: Vec<Uuid> = there.map(|seat| seat.person_id).collect();
    let people = change
        .rows::<person::Entity>(person::Column::Id.is_in(there))
        .await?;
    Ok(people.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Who was at a business training before the round.
async fn trained(change: &Change, round: Uuid) -> Result<BTreeSet<Uuid>> {
    let of_round = Condition::all()
        .add(training::Column::RoundId.eq(round))
        .add(training::Column::Kind.eq(TrainingKind::PreInspection));
    let of_round = change.rows::<training::Entity>(of_round).await?;
    let there = Condition::all()
        .add(
            training_attendance::Column::TrainingId
                .is_in(of_round.iter().map(|training| training.id)),
        )
        .add(training_attendance::Column::Attended.eq(true));
    let there = change.rows::<training_attendance::Entity>(there).await?;
    Ok(there.into_iter().map(|row| row.person_id).collect())
}
