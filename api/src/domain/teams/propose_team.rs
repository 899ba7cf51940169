//! Propose a team.

use inspectorate_entity::{
    coverage::round,
    organizations::organization,
    teams::team::{self, TeamForm, TeamStatus},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{gates, team::Team, team_life_cycle::TEAM};
use crate::{
    access::change::Change,
    domain::{
        coverage::{
            gates::{counts_from_one, own},
            round::Round,
        },
        organizations::{gates::Span, organization::Organization},
    },
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Name},
};

/// What proposing a team takes.
#[derive(Debug, Input)]
pub struct ProposeTeamInput {
    /// The round that it serves; leave it out for a standing team or one outside the rounds (轮次).
    pub round: Option<GlobalId<Round>>,
    /// The team that it is a detachment of; for detachments only (所属巡察组).
    pub parent: Option<GlobalId<Team>>,
    /// The standing numbered team whose people sign in for it; leave it out when there is none (承担机构).
    pub body: Option<GlobalId<Organization>>,
    /// Its number within the round, or among the teams without one, from 1 (组序号).
    pub ordinal: i32,
    /// What it is called (名称).
    pub name: Name,
    /// In which form it is put together (组织形式).
    pub form: Coded<TeamForm>,
    /// Its first day, within the window of its round (开始日期).
    pub starts_on: Date,
    /// Its last day, within the window of its round; leave it out for a standing team (结束日期).
    pub ends_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Propose a team (拟组建巡察组) of the authority that you act for.
#[verb(Team)]
pub async fn propose_team(change: &mut Change, input: ProposeTeamInput) -> Result<Uuid> {
    let dispatcher = change.viewer().authority_id;
    counts_from_one(input.ordinal, "input.ordinal")?;
    let span = Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    let mut round_id = None;
    if let Some(round) = &input.round {
        // Held exclusively, so that two teams of one number are looked at one after the other.
        let round = change
            .related_alone::<round::Entity, _>("round", round)
            .await?;
        own(change.viewer(), round.dispatcher_id, "input.round")?;
        let window = Span {
            first: round.starts_on,
            last: Some(round.ends_on),
        };
        gates::lies_within(span, window, "input.endsOn")?;
        round_id = Some(round.id);
    }
    let mut parent = None;
    if let Some(team) = &input.parent {
        let team = change
            .related_alone::<team::Entity, _>("parent", team)
            .await?;
        own(change.viewer(), team.dispatcher_id, "input.parent")?;
        gates::stands(&team).map_err(|error| error.field("input.parent"))?;
        let window = Span {
            first: team.starts_on,
            last: team.ends_on,
        };
        gates::lies_within(span, window, "input.endsOn")?;
        round_id = round_id.or(team.round_id);
        parent = Some(team);
    }
    gates::detachment_has_a_team(input.form.0, parent.as_ref())?;
    let mut body_id = None;
    if let Some(body) = &input.body {
        let body = change
            .related::<organization::Entity, _>("body", body)
            .await?;
        body_id = Some(body.id);
    }
    let parent_id = parent.map(|team| team.id);
    let beside = Condition::all()
        .add(team::Column::DispatcherId.eq(dispatcher))
        .add(team::Column::Status.ne(TeamStatus::Dissolved))
        .add(match round_id {
            Some(round) => team::Column::RoundId.eq(round),
            None => team::Column::RoundId.is_null(),
        })
        .add(match parent_id {
            Some(parent) => team::Column::ParentId.eq(parent),
            None => team::Column::ParentId.is_null(),
        });
    let others = change.rows::<team::Entity>(beside).await?;
    gates::ordinal_is_free(input.ordinal, &others)?;
    let team = change
        .insert(team::ActiveModel {
            dispatcher_id: Set(dispatcher),
            round_id: Set(round_id),
            parent_id: Set(parent_id),
            body_id: Set(body_id),
            ordinal: Set(input.ordinal),
            name: Set(input.name.0),
            form: Set(input.form.0),
            status: Set(TEAM.initial),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    Ok(team.id)
}
