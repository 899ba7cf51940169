//! What was done in some of the rounds of a term together, such as the first eight (S115).

use std::collections::{BTreeSet, HashMap};

use async_graphql::SimpleObject;
use inspectorate_entity::{coverage::coverage_record::InspectionKind, vocabulary::Vocabulary as _};
use uuid::Uuid;

use super::{coverage_record::CoverageRecord, ledger_figures::Kinds, round::Round, term::Term};
use crate::{
    access::{
        policy::{self, Action},
        visible,
    },
    blocks::measure::{self, Basis, Definition, Dimension, Measure, ScopePart, Unit},
    domain::teams::team::Team,
    error::{Error, Result},
    graphql::node_id,
    read::{Batch, Sql, noun::Noun as _},
};

/// What was done in some rounds of a term together (轮次统计).
#[derive(Clone, Debug, SimpleObject)]
pub struct RoundFigures {
    /// Rounds that were opened (轮数).
    rounds: Measure,
    /// Different organizations inspected in them, each once (巡察单位数).
    organizations: Measure,
    /// Inspections begun in them (巡察次数).
    inspections: Measure,
    /// The same by kind; kinds that did not occur are left out (分方式).
    inspections_by_kind: Vec<Measure>,
    /// Teams that served in them; null to those who may not read teams (巡察组数).
    teams: Option<Measure>,
}

const ROUNDS: Definition = Definition::new(
    "ROUNDS_OPENED",
    1,
    "Rounds of the term with these numbers whose window began by that day.",
    "本届指定轮次中，截至当日进驻时段已开始的轮数。",
);

const ORGANIZATIONS: Definition = Definition::new(
    "ORGANIZATIONS_INSPECTED_IN_ROUNDS",
    1,
    "Different organizations at which an inspection of these rounds had begun by that day, each once; what was carried on from another inspection is left out.",
    "截至当日在这些轮次中已进驻的单位数，每个单位计一次，不含延伸。",
);

const INSPECTIONS: Definition = Definition::new(
    "INSPECTIONS_IN_ROUNDS",
    1,
    "Inspections of these rounds that had begun by that day; what was carried on from another inspection is left out.",
    "截至当日在这些轮次中已进驻的巡察次数，不含延伸。",
);

const TEAMS: Definition = Definition::new(
    "TEAMS_IN_ROUNDS",
    1,
    "Teams that were put together for these rounds and began by that day.",
    "截至当日为这些轮次组建并已开始工作的巡察组数。",
);

/// What was done in the rounds of one term.
#[derive(Default)]
struct Done {
    rounds: usize,
    organizations: BTreeSet<Uuid>,
    inspections: usize,
    kinds: Kinds,
    teams: usize,
}

/// The figures of each term: three statements for the whole batch.
pub async fn round_figures(batch: &Batch<'_>) -> Result<Vec<RoundFigures>> {
    let (first, last): (i32, i32) = (batch.argument("first")?, batch.argument("last")?);
    in_order(first, last)?;
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let mut done: HashMap<Uuid, Done> = HashMap::new();
    let among = |sql: &mut Sql| {
        sql.push(" AND r.ordinal >= ")
            .bind(first)
            .push(" AND r.ordinal <= ")
            .bind(last)
            .push(" AND r.term_id")
            .in_ids(&batch.ids())
            .push(" AND ");
        visible::rows(Round::DEF, batch.viewer(), "r", sql);
    };
    let mut sql = batch.sql();
    sql.push("SELECT r.term_id, COUNT(*) AS rounds FROM round r WHERE r.starts_on <= ")
        .bind(as_of);
    among(&mut sql);
    sql.push(" GROUP BY r.term_id");
    for row in batch.fetch(sql).await? {
        let of = done.entry(row.try_get("", "term_id")?).or_default();
        of.rounds = number(row.try_get("", "rounds")?)?;
    }
    let mut sql = batch.sql();
    sql.push("SELECT r.term_id, c.organization_id, c.kind FROM coverage_record c JOIN round r ON r.id = c.round_id WHERE c.extended_from_id IS NULL AND c.started_on <= ")
        .bind(as_of)
        .push(" AND ");
    visible::rows(CoverageRecord::DEF, batch.viewer(), "c", &mut sql);
    among(&mut sql);
    for row in batch.fetch(sql).await? {
        let of = done.entry(row.try_get("", "term_id")?).or_default();
        of.inspections += 1;
        of.organizations.insert(row.try_get("", "organization_id")?);
        let kind: String = row.try_get("", "kind")?;
        if let Some(kind) = InspectionKind::parse(&kind) {
            of.kinds.add(kind);
        }
    }
    let counts_teams = policy::may_read(batch.viewer(), Action::ReadTeams);
    if counts_teams {
        let mut sql = batch.sql();
        sql.push("SELECT r.term_id, COUNT(*) AS teams FROM team t JOIN round r ON r.id = t.round_id WHERE t.starts_on <= ")
            .bind(as_of)
            .push(" AND ");
        visible::rows(Team::DEF, batch.viewer(), "t", &mut sql);
        among(&mut sql);
        sql.push(" GROUP BY r.term_id");
        for row in batch.fetch(sql).await? {
            let of = done.entry(row.try_get("", "term_id")?).or_default();
            of.teams = number(row.try_get("", "teams")?)?;
        }
    }
    let ids = batch.ids().into_iter().enumerate();
    let figures = ids.map(|(row, id)| {
        let name = batch.text(row, "name").unwrap_or_default();
        let term = Some(node_id::encode(Term::DEF.name, id));
        let label = format!("第{first}至{last}轮");
        let basis = Basis {
            scope: vec![
                ScopePart::new(Dimension::Term, term, name),
                ScopePart::new(Dimension::Rounds, Some(format!("{first}-{last}")), label),
            ],
            as_of,
        };
        let of = done.remove(&id).unwrap_or_default();
        RoundFigures {
            rounds: basis.count(of.rounds, Unit::Round, ROUNDS),
            organizations: basis.count(of.organizations.len(), Unit::Organization, ORGANIZATIONS),
            inspections: basis.count(of.inspections, Unit::Inspection, INSPECTIONS),
            inspections_by_kind: of.kinds.measures(&basis, Unit::Inspection, INSPECTIONS),
            teams: counts_teams.then(|| basis.count(of.teams, Unit::Team, TEAMS)),
        }
    });
    Ok(figures.collect())
}

fn number(count: i64) -> Result<usize> {
    usize::try_from(count).map_err(Error::internal)
}

/// Rounds are counted from 1, and the last is not before the first.
fn in_order(first: i32, last: i32) -> Result<()> {
    if first < 1 {
        return Err(Error::bad_input(
            "first",
            format!("{first} is the number of no round: rounds are counted from 1."),
            format!("轮次序号从 1 开始，收到的是 {first}。"),
        ));
    }
    if last < first {
        return Err(Error::bad_input(
            "last",
            format!("Round {last} comes before round {first}: give a later one."),
            format!("第 {last} 轮早于第 {first} 轮，请更正。"),
        ));
    }
    Ok(())
}
