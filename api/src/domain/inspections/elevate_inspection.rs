//! Elevate an inspection to a higher dispatcher.

use inspectorate_entity::{
    coverage::round,
    inspections::{
        elevation_ground, inspection, material_request, special_check, staff_origin, talk_request,
    },
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    assignment,
    elevation::{self, ElevationInput},
    gates,
    inspection::Inspection,
    marking,
    propose_inspection::term_of,
};
use crate::{
    access::change::Change,
    domain::coverage::{gates::Days, round::Round},
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What elevating an inspection takes.
#[derive(Debug, Input)]
pub struct ElevateInspectionInput {
    /// The inspection, of a dispatcher below yours and not entered yet (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why it is elevated (提级理由).
    pub elevation: ElevationInput,
    /// The round of your dispatcher that it joins, its days within those of the round; outside the rounds when left out (轮次).
    pub round: Option<GlobalId<Round>>,
    /// The day on which it was decided, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Elevate an inspection (提级): your dispatcher sends the team from now on, the one below is recorded as unable, for which the
/// inspection still counts once. It leaves its round and its team, and is to be approved by your dispatcher.
#[verb(Inspection)]
pub async fn elevate_inspection(
    change: &mut Change,
    input: ElevateInspectionInput,
) -> Result<Uuid> {
    let before = change
        .subject::<inspection::Entity, _>("inspection", &input.inspection, input.version)
        .await?;
    let viewer = change.viewer();
    let (authority, jurisdiction) = (viewer.authority_id, viewer.jurisdiction.clone());
    let senders = change
        .rows::<organization::Entity>(organization::Column::Id.eq(before.dispatcher_id))
        .await?;
    let sender = senders.first().map(|sender| sender.path.as_str());
    gates::elevated_by_a_body_above(
        &jurisdiction,
        sender.unwrap_or_default(),
        "input.inspection",
    )?;
    gates::not_entered(before.status, "input.inspection")?;
    gates::elevation_has_reasons(true, input.elevation.reasons.len())
        .map_err(|error: Error| error.field("input.elevation.reasons"))?;
    elevation::check(change, &input.elevation, "input.elevation").await?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    let window = Days {
        first: before.starts_on,
        last: before.ends_on,
    };
    let (round, term) = match &input.round {
        None => (None, term_of(change, window, "input.inspection").await?),
        Some(round) => joined(change, round, window).await?,
    };
    if let Some(team) = before.team_id {
        let reason = input.elevation.in_words();
        assignment::release(change, &before, team, day, &reason).await?;
    }
    let mut elevated = before.clone().into_active_model();
    elevated.dispatcher_id = Set(authority);
    elevated.unable_body_id = Set(Some(before.dispatcher_id));
    elevated.term_id = Set(term);
    elevated.round_id = Set(round);
    elevated.team_id = Set(None);
    elevated.team_name = Set(None);
    elevated.status = Set(inspection::InspectionStatus::Proposed);
    elevated.status_on = Set(day.max(before.status_on));
    elevated.approved_on = Set(None);
    elevated.announced_on = Set(None);
    elevated.failure = Set(input.elevation.failure.clone().map(|code| code.0));
    elevated.elevation_statement = Set(input.elevation.statement.clone().map(|text| text.0));
    elevated.elevated_on = Set(Some(day));
    let elevated = change.update(&before, elevated).await?;
    hand_over(change, &elevated).await?;
    elevation::write(change, &elevated, &input.elevation).await?;
    let id = elevated.id;
    marking::renew(change, &[before, elevated]).await?;
    Ok(id)
}

/// The round that it joins, one of the viewer's dispatcher, and the term of that.
async fn joined(
    change: &Change,
    round: &GlobalId<Round>,
    window: Days,
) -> Result<(Option<Uuid>, Uuid)> {
    let round = change.related::<round::Entity, _>("round", round).await?;
    gates::own(change.viewer(), round.dispatcher_id, "input.round")?;
    let whole = Days {
        first: round.starts_on,
        last: round.ends_on,
    };
    gates::window_lies_in(window, whole, "input.round")?;
    Ok((Some(round.id), round.term_id))
}

/// What belongs to the inspection is its new dispatcher's too.
async fn hand_over(change: &mut Change, of: &inspection::Model) -> Result<()> {
    macro_rules! hand_over {
        ($($noun:ident),+) => {
            $(
                let own = $noun::Column::InspectionId.eq(of.id);
                for row in change.rows::<$noun::Entity>(own).await? {
                    let mut moved = row.clone().into_active_model();
                    moved.dispatcher_id = Set(of.dispatcher_id);
                    change.update(&row, moved).await?;
                }
            )+
        };
    }
    hand_over!(
        elevation_ground,
        special_check,
        material_request,
        talk_request
    );
    let origins = staff_origin::Column::InspectionId.eq(of.id);
    for row in change.rows::<staff_origin::Entity>(origins).await? {
        let mut moved = row.clone().into_active_model();
        moved.dispatcher_id = Set(of.dispatcher_id);
        moved.open_on = Set(None);
        change.update(&row, moved).await?;
    }
    Ok(())
}
