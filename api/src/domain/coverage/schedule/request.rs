//! What a proposal is asked for: the rounds, what their teams can take, and what has to be kept clear of.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use inspectorate_macros::Input;
use uuid::Uuid;

use super::facts::{Facts, ObjectFacts, RoundFacts};
use crate::{
    domain::{
        coverage::{
            gates::{self, Days},
            round::Round,
        },
        organizations::organization::Organization,
    },
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What a schedule is to keep to (排期要求).
#[derive(Clone, Debug, Input)]
pub struct ScheduleRequestInput {
    /// The rounds over which the objects are spread, 1 to 100, each once (轮次).
    pub rounds: Vec<ScheduleRoundInput>,
    /// Months that have to lie between the end of an object's last inspection of any kind and the first day of its round, 0 to
    /// 120; by the dispatcher's setting `MINIMUM_INTERVAL_MONTHS` when left out (最短间隔月数).
    pub minimum_interval_months: Option<i32>,
    /// When other agencies are at organizations, such as an audit or a superior's inspection, at most 1000; recorded inspections and
    /// rounds of other dispatchers are known and not repeated here (其他机关进驻时间).
    pub engagements: Option<Vec<EngagementInput>>,
}

/// A round to be filled, and what its teams can take (轮次及力量).
#[derive(Clone, Debug, Input)]
pub struct ScheduleRoundInput {
    /// A round that is open already; leave it out for one that adoption opens (已有轮次).
    pub round: Option<GlobalId<Round>>,
    /// First day of the window of a round that is not open yet; leave it out for one that is (进驻开始日期).
    pub starts_on: Option<Date>,
    /// Last day of that window; leave it out for a round that is open (进驻结束日期).
    pub ends_on: Option<Date>,
    /// How many teams it sends, 0 to 1000 (组数).
    pub teams: i32,
    /// How many objects one team takes in it, 0 to 1000 (每组对象数).
    pub objects_per_team: i32,
}

/// Another agency's time at an organization and at all that stands below it (其他机关进驻).
#[derive(Clone, Debug, Input)]
pub struct EngagementInput {
    /// The organization (单位).
    pub organization: GlobalId<Organization>,
    /// First day (开始日期).
    pub starts_on: Date,
    /// Last day (结束日期).
    pub ends_on: Date,
    /// Who is there and for what, as explanations repeat it (机关与事由).
    pub agency: Name,
}

/// A round as it is asked for, its window known.
#[derive(Clone, Debug)]
pub struct AskedRound {
    /// None for a round that adoption opens.
    pub id: Option<Uuid>,
    pub ordinal: i32,
    pub name: String,
    pub year: i32,
    pub window: Days,
    pub capacity: usize,
}

/// The request, checked against the plan: rounds in the order of their days.
#[derive(Clone, Debug)]
pub struct Asked {
    pub rounds: Vec<AskedRound>,
    pub interval_months: u32,
    /// When whom else is at an organization and below it.
    pub engagements: HashMap<Uuid, Vec<(Days, String)>>,
}

impl ScheduleRequestInput {
    /// Check it against what is known of the plan; `field` is where it stands in the input.
    pub fn asked(&self, facts: &Facts, today: NaiveDate, field: &str) -> Result<Asked> {
        let at = format!("{field}.rounds");
        gates::so_many_rounds(self.rounds.len(), &at)?;
        let mut rounds: Vec<AskedRound> = Vec::with_capacity(self.rounds.len());
        let mut next = facts
            .rounds
            .iter()
            .map(|round| round.ordinal)
            .max()
            .unwrap_or(0);
        for (number, round) in self.rounds.iter().enumerate() {
            let at = format!("{at}.{number}");
            let asked = round.asked(facts, today, &mut next, &at)?;
            gates::round_named_once(
                rounds
                    .iter()
                    .any(|other| asked.id.is_some() && other.id == asked.id),
                &format!("{at}.round"),
            )?;
            rounds.push(asked);
        }
        gates::somebody_goes(rounds.iter().map(|round| round.capacity).sum(), &at)?;
        rounds.sort_by_key(|round| (round.window.first, round.window.last, round.ordinal));
        Ok(Asked {
            rounds,
            interval_months: gates::months(
                self.minimum_interval_months
                    .unwrap_or(facts.interval_months),
                &format!("{field}.minimumIntervalMonths"),
            )?,
            engagements: self.engaged(facts, field)?,
        })
    }

    fn engaged(&self, facts: &Facts, field: &str) -> Result<HashMap<Uuid, Vec<(Days, String)>>> {
        let engagements = self.engagements.as_deref().unwrap_or_default();
        let at = format!("{field}.engagements");
        let mut engaged: HashMap<Uuid, Vec<(Days, String)>> = HashMap::new();
        if engagements.is_empty() {
            return Ok(engaged);
        }
        gates::so_many_at_once(engagements.len(), &at)?;
        let known: HashSet<Uuid> = facts.objects.iter().flat_map(ObjectFacts::chain).collect();
        for (number, one) in engagements.iter().enumerate() {
            let at = format!("{at}.{number}");
            let days = Days::new(one.starts_on.0, one.ends_on.0, &format!("{at}.endsOn"))?;
            let organization = one.organization.key().filter(|key| known.contains(key));
            let organization = organization
                .ok_or_else(|| Error::not_found("Organization", format!("{at}.organization")))?;
            let there = engaged.entry(organization).or_default();
            there.push((days, one.agency.0.clone()));
        }
        Ok(engaged)
    }
}

impl ScheduleRoundInput {
    fn asked(
        &self,
        facts: &Facts,
        today: NaiveDate,
        next: &mut i32,
        field: &str,
    ) -> Result<AskedRound> {
        let at = |name: &str| format!("{field}.{name}");
        let teams = gates::so_many_of_them(self.teams, &at("teams"))?;
        let each = gates::so_many_of_them(self.objects_per_team, &at("objectsPerTeam"))?;
        let capacity = teams * each;
        if let Some(round) = &self.round {
            let named_twice = self.starts_on.is_some() || self.ends_on.is_some();
            gates::window_of_an_open_round(named_twice, &at("startsOn"))?;
            let round = round
                .key()
                .ok_or_else(|| Error::not_found("Round", at("round")))?;
            let known = facts.rounds.iter().find(|known| known.id == round);
            let RoundFacts {
                id,
                ordinal,
                name,
                year,
                window,
            } = gates::round_of_the_term(known, &at("round"))?.clone();
            gates::year_lies_in_plan(facts.plan.years, year, &at("round"))?;
            gates::round_not_over(window, today, &at("round"))?;
            return Ok(AskedRound {
                id: Some(id),
                ordinal,
                name,
                year,
                window,
                capacity,
            });
        }
        let (starts_on, ends_on) =
            gates::window_given(self.starts_on, self.ends_on, &at("startsOn"))?;
        let window = Days::new(starts_on, ends_on, &at("endsOn"))?;
        gates::lies_in_term(window.first, facts.plan.term, &at("startsOn"))?;
        gates::lies_in_term(window.last, facts.plan.term, &at("endsOn"))?;
        gates::year_lies_in_plan(facts.plan.years, starts_on.year(), &at("startsOn"))?;
        gates::round_not_over(window, today, &at("endsOn"))?;
        *next += 1;
        Ok(AskedRound {
            id: None,
            ordinal: *next,
            name: format!("第{next}轮", next = *next),
            year: starts_on.year(),
            window,
            capacity,
        })
    }
}
