//! Seat a person on a team.

use inspectorate_entity::{
    organizations::{organization, person},
    teams::{
        team::{self, TeamForm, TeamStatus},
        team_member::{self, CadreRank, TeamRole},
    },
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{
    composition_gates, gates, recusal_gates,
    team::Team,
    team_facts::{self, Seat},
    team_member::TeamMember,
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::own,
        organizations::{gates::Span, organization::Organization, person::Person},
    },
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Name},
};

/// What seating a person on a team takes.
#[derive(Debug, Input)]
pub struct SeatTeamMemberInput {
    /// The team (巡察组).
    pub team: GlobalId<Team>,
    /// The person (人员).
    pub person: GlobalId<Person>,
    /// As what the person sits on it (组内职务).
    pub role: Coded<TeamRole>,
    /// The organization from which the person comes (来源单位).
    pub source_organization: GlobalId<Organization>,
    /// The rank that the person has; leave it out when not known (时任职级).
    pub rank_then: Option<Coded<CadreRank>>,
    /// The post that the person has; leave it out when not known (时任职务).
    pub post_then: Option<Name>,
    /// First day on the team; that of the team when left out (起始日期).
    pub starts_on: Option<Date>,
    /// Last day on the team; that of the team when left out (终止日期).
    pub ends_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Seat a person on a team (确定巡察组成员); nobody sits on two teams at once, a team has one leader, and
/// who stays away from an organization does not sit where it is inspected.
#[verb(TeamMember)]
pub async fn seat_team_member(change: &mut Change, input: SeatTeamMemberInput) -> Result<Uuid> {
    let team = change
        .related_alone::<team::Entity, _>("team", &input.team)
        .await?;
    own(change.viewer(), team.dispatcher_id, "input.team")?;
    gates::stands(&team)?;
    // Held exclusively, so that two seats of one person are looked at one after the other.
    let person = change
        .related_alone::<person::Entity, _>("person", &input.person)
        .await?;
    let source = change
        .related::<organization::Entity, _>("sourceOrganization", &input.source_organization)
        .await?;
    let first = input.starts_on.map_or(team.starts_on, |day| day.0);
    let span = Span::new(first, input.ends_on.map(|day| day.0).or(team.ends_on))?;
    let window = Span {
        first: team.starts_on,
        last: team.ends_on,
    };
    gates::lies_within(span, window, "input.endsOn")?;
    let elsewhere = seats_elsewhere(change, &team, person.id).await?;
    gates::on_no_other_team(&person.name, span, &elsewhere)?;
    let seated = change
        .rows::<team_member::Entity>(team_member::Column::TeamId.eq(team.id))
        .await?;
    gates::one_leader(input.role.0, span, &seated)?;
    let facts = team_facts::of_change(change, team.id).await?;
    let rank = input.rank_then.map(|rank| rank.0);
    if input.role.0 == TeamRole::Leader && team.form != TeamForm::Detachment {
        composition_gates::rank_suffices(&person.name, rank, facts.minimum_rank)
            .map_err(|error| error.field("input.rankThen"))?;
    }
    let seat = Seat {
        person: person.id,
        name: person.name.clone(),
        role: input.role.0,
        rank,
        source: source.name,
        source_path: source.path,
        home: None,
    };
    for place in &facts.places {
        composition_gates::not_from(facts.whole, &seat, place)
            .map_err(|error| error.field("input.sourceOrganization"))?;
    }
    let row = change
        .insert(team_member::ActiveModel {
            team_id: Set(team.id),
            dispatcher_id: Set(team.dispatcher_id),
            person_id: Set(person.id),
            role: Set(input.role.0),
            source_organization_id: Set(source.id),
            rank_then: Set(rank),
            post_then: Set(input.post_then.map(|post| post.0)),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    // Looked at as it would stand: a refusal leaves nothing behind.
    let facts = team_facts::of_change(change, team.id).await?;
    recusal_gates::may_sit(&facts, person.id)?;
    Ok(row.id)
}

/// The person's seats on teams that stand, without those on the team that this one is a detachment of or the other way round.
async fn seats_elsewhere(
    change: &Change,
    team: &team::Model,
    person: Uuid,
) -> Result<Vec<(team_member::Model, String)>> {
    let held = Condition::all()
        .add(team_member::Column::PersonId.eq(person))
        .add(team_member::Column::EndReason.is_null());
    let seats = change.rows::<team_member::Entity>(held).await?;
    let ids = seats.iter().map(|seat| seat.team_id);
    let standing = Condition::all()
        .add(team::Column::Id.is_in(ids))
        .add(team::Column::Status.ne(TeamStatus::Dissolved));
    let teams = change.rows::<team::Entity>(standing).await?;
    let elsewhere = seats.into_iter().filter_map(|seat| {
        let other = teams.iter().find(|other| other.id == seat.team_id)?;
        let of_one = team.parent_id == Some(other.id) || other.parent_id == Some(team.id);
        (!of_one).then(|| (seat, other.name.clone()))
    });
    Ok(elsewhere.collect())
}
