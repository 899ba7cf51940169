//! Sign what a member of a team undertakes.

use inspectorate_entity::teams::{
    team, team_member,
    undertaking::{self, UndertakingKind},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    conduct_gates as gates, gates::stands, team_member::TeamMember, undertaking::Undertaking,
};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, own},
    error::{Error, Result},
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date},
};

/// What signing an undertaking takes.
#[derive(Debug, Input)]
pub struct SignUndertakingInput {
    /// The seat on the team of the one who signs (组员).
    pub team_member: GlobalId<TeamMember>,
    /// What is undertaken (承诺事项).
    pub kind: Coded<UndertakingKind>,
    /// When it was signed, not in the future; today when left out (签订日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that a member of a team signed an undertaking (签订承诺书): the four must-nots, the alcohol ban.
#[verb(Undertaking)]
pub async fn sign_undertaking(change: &mut Change, input: SignUndertakingInput) -> Result<Uuid> {
    let seat = change
        .related_alone::<team_member::Entity, _>("teamMember", &input.team_member)
        .await?;
    own(change.viewer(), seat.dispatcher_id, "input.teamMember")?;
    gates::seat_holds(&seat)?;
    let team = change
        .rows::<team::Entity>(team::Column::Id.eq(seat.team_id))
        .await?;
    let team = team.first();
    let team = team.ok_or_else(|| Error::internal("a seat without a team"))?;
    stands(team).map_err(|error| error.field("input.teamMember"))?;
    let signed = change
        .rows::<undertaking::Entity>(undertaking::Column::TeamMemberId.eq(seat.id))
        .await?;
    gates::signed_once(input.kind.0, &signed)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let row = change
        .insert(undertaking::ActiveModel {
            dispatcher_id: Set(seat.dispatcher_id),
            team_id: Set(seat.team_id),
            team_member_id: Set(seat.id),
            person_id: Set(seat.person_id),
            kind: Set(input.kind.0),
            signed_on: Set(day),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
