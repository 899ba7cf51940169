//! How much a mechanism is used in a year, and how soon what is asked by it is answered.

use std::collections::{BTreeMap, HashMap};

use async_graphql::SimpleObject;
use chrono::{Datelike, NaiveDate};
use inspectorate_entity::{
    coordination::coordination_request::RequestKind, vocabulary::Vocabulary as _,
};
use rust_decimal::Decimal as Exact;
use uuid::Uuid;

use super::{
    coordination_mechanism::CoordinationMechanism, coordination_request::CoordinationRequest,
};
use crate::{
    access::visible,
    blocks::measure::{Basis, Definition, Dimension, Measure, ScopePart, Unit, today},
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::{coded::Coded, node_id, scalars::Decimal},
    read::{Batch, noun::Noun as _},
};

const REQUESTS: Definition = Definition::new(
    "COORDINATION_REQUESTS",
    1,
    "Requests and notices sent by the mechanism in the year and not withdrawn, as far as the viewer sees them.",
    "当年依该机制发出且未撤回的请求和通报件数，以查看者可见者为限。",
);

const ANSWERED: Definition = Definition::new(
    "COORDINATION_REQUESTS_ANSWERED",
    1,
    "Requests answered in full by the last day of the figure, among those sent in the year that ask for an answer and were neither withdrawn nor returned.",
    "截至统计日已全部答复的请求占当年发出、须答复且未撤回、未退回请求的比例。",
);

const ON_TIME: Definition = Definition::new(
    "COORDINATION_REQUESTS_ON_TIME",
    1,
    "Requests answered in full by their last day, among those sent in the year that were answered in full and have a last day.",
    "按期答复的请求占当年发出、已全部答复且设有期限请求的比例。",
);

const MEDIAN_DAYS: Definition = Definition::new(
    "COORDINATION_MEDIAN_DAYS",
    1,
    "The median of the days from sending to the full answer, over the requests sent in the year that were answered in full.",
    "当年发出且已全部答复的请求，从发出到答复天数的中位数。",
);

/// How much a mechanism is used in a year (协作机制使用情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct MechanismUse {
    /// Requests and notices sent (请求件数).
    requests: Measure,
    /// The same by kind, those kinds left out of which none was sent (分种类件数).
    by_kind: Vec<RequestsOfKind>,
    /// The same by the body that is asked (分接收单位件数).
    by_receiver: Vec<RequestsToBody>,
    /// Which share of those that ask was answered; without a value while there is none (答复率).
    answered: Measure,
    /// Which share of the answered was answered in time; without a value while there is none (按期答复率).
    on_time: Measure,
    /// The median of the days until the answer; without a value while there is none (答复天数中位数).
    median_days: Measure,
}

/// The requests of one kind (某类请求件数).
#[derive(Clone, Debug, SimpleObject)]
pub struct RequestsOfKind {
    /// The kind (请求种类).
    kind: Coded<RequestKind>,
    /// How many were sent (件数).
    requests: Measure,
}

/// The requests sent to one body (某单位接收件数).
#[derive(Clone, Debug, SimpleObject)]
pub struct RequestsToBody {
    /// The body; null when the viewer may not see it (接收单位).
    organization: Option<String>,
    /// How many were sent to it (件数).
    requests: Measure,
    /// Which share of those that ask it answered; without a value while there is none (答复率).
    answered: Measure,
}

/// What is counted of one request.
struct Counted {
    kind: RequestKind,
    receiver: (Uuid, Option<String>),
    returned: bool,
    sent_on: NaiveDate,
    replied_on: Option<NaiveDate>,
    due_on: Option<NaiveDate>,
}

impl Counted {
    /// Whether an answer counts for or against it.
    fn asks(&self) -> bool {
        self.kind != RequestKind::PostInspectionNotice && !self.returned
    }
}

/// The year of each mechanism: one statement for the whole page.
pub async fn mechanism_use(batch: &Batch<'_>) -> Result<Vec<MechanismUse>> {
    let year: i32 = batch.argument("year")?;
    let (first, as_of) = span(year)?;
    let mut counted = counted(batch, first, as_of).await?;
    let rows = batch.ids().into_iter().enumerate();
    Ok(rows
        .map(|(row, id)| {
            let name = batch.text(row, "name").unwrap_or_default();
            let mechanism = node_id::encode(CoordinationMechanism::DEF.name, id);
            let basis = Basis {
                scope: vec![
                    ScopePart::new(Dimension::Mechanism, Some(mechanism), name),
                    ScopePart::new(Dimension::Year, Some(year.to_string()), year.to_string()),
                ],
                as_of,
            };
            of_one(&basis, &counted.remove(&id).unwrap_or_default())
        })
        .collect())
}

fn of_one(basis: &Basis, requests: &[Counted]) -> MechanismUse {
    let replied = |one: &&Counted| one.replied_on.is_some_and(|day| day <= basis.as_of);
    let answered = |of: &[&Counted]| {
        let asked = of.iter().filter(|one| one.asks()).count();
        let answered = of.iter().filter(|one| one.asks() && replied(one)).count();
        basis.share(answered, asked, ANSWERED)
    };
    let all: Vec<&Counted> = requests.iter().collect();
    let done: Vec<&Counted> = all.iter().copied().filter(replied).collect();
    let timed = done.iter().filter(|one| one.due_on.is_some()).count();
    let in_time = done.iter().filter(|one| match one.due_on {
        Some(due_on) => one.replied_on.is_some_and(|day| day <= due_on),
        None => false,
    });
    let days = done.iter().filter_map(|one| {
        let day = one.replied_on?;
        Some((day - one.sent_on).num_days())
    });
    let of_kind = |kind: &RequestKind| {
        let count = all.iter().filter(|one| one.kind == *kind).count();
        (count > 0).then(|| RequestsOfKind {
            kind: Coded(*kind),
            requests: basis.count(count, Unit::Request, REQUESTS),
        })
    };
    let mut receivers: BTreeMap<Uuid, Vec<&Counted>> = BTreeMap::new();
    for one in &all {
        receivers.entry(one.receiver.0).or_default().push(one);
    }
    let by_receiver = receivers.values().map(|of_it| RequestsToBody {
        organization: of_it.first().and_then(|one| one.receiver.1.clone()),
        requests: basis.count(of_it.len(), Unit::Request, REQUESTS),
        answered: answered(of_it),
    });
    MechanismUse {
        requests: basis.count(all.len(), Unit::Request, REQUESTS),
        by_kind: RequestKind::ALL.iter().filter_map(of_kind).collect(),
        by_receiver: by_receiver.collect(),
        answered: answered(&all),
        on_time: basis.share(in_time.count(), timed, ON_TIME),
        median_days: Measure {
            value: median(days.collect()).map(Decimal),
            ..basis.count(done.len(), Unit::Day, MEDIAN_DAYS)
        },
    }
}

/// The value in the middle, or halfway between the two in the middle.
fn median(mut days: Vec<i64>) -> Option<Exact> {
    days.sort_unstable();
    let upper = days.get(days.len() / 2)?;
    let lower = days.get(days.len().saturating_sub(1) / 2)?;
    Exact::from(upper + lower).checked_div(Exact::TWO)
}

/// The first day of a year that has begun, and its last one or today.
pub fn span(year: i32) -> Result<(NaiveDate, NaiveDate)> {
    let today = today();
    let days = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    match (days(1, 1), days(12, 31)) {
        (Some(first), Some(last)) if first <= today => Ok((first, last.min(today))),
        _ => Err(Error::bad_input(
            "year",
            format!(
                "{year} is no year that has begun: give one up to {}.",
                today.year()
            ),
            format!(
                "{year} 年尚未开始，请填写不晚于 {} 年的年度。",
                today.year()
            ),
        )),
    }
}

async fn counted(
    batch: &Batch<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<HashMap<Uuid, Vec<Counted>>> {
    let mut sql = batch.sql();
    sql.push("SELECT t.mechanism_id, t.kind, t.receiver_id, t.status, t.sent_on, t.replied_on, (SELECT MAX(l.due_on) FROM deadline l WHERE l.record_id = t.id) AS due_on, (SELECT b.name FROM organization b WHERE b.id = t.receiver_id AND ");
    visible::rows(Organization::DEF, batch.viewer(), "b", &mut sql);
    sql.push(
        ") AS receiver FROM coordination_request t WHERE t.status <> 'WITHDRAWN' AND t.sent_on >= ",
    )
    .bind(first)
    .push(" AND t.sent_on <= ")
    .bind(last)
    .push(" AND t.mechanism_id")
    .in_ids(&batch.ids())
    .push(" AND ");
    visible::rows(CoordinationRequest::DEF, batch.viewer(), "t", &mut sql);
    let mut counted: HashMap<Uuid, Vec<Counted>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let (kind, status): (String, String) =
            (row.try_get("", "kind")?, row.try_get("", "status")?);
        let one = Counted {
            kind: RequestKind::parse(&kind)
                .ok_or_else(|| Error::internal(("kind of a request", kind)))?,
            receiver: (
                row.try_get("", "receiver_id")?,
                row.try_get("", "receiver")?,
            ),
            returned: status == "RETURNED",
            sent_on: row.try_get("", "sent_on")?,
            replied_on: row.try_get("", "replied_on")?,
            due_on: row.try_get("", "due_on")?,
        };
        let of_it = counted.entry(row.try_get("", "mechanism_id")?).or_default();
        of_it.push(one);
    }
    Ok(counted)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal as Exact;

    use super::median;

    #[test]
    fn the_median_lies_in_the_middle() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9, 1, 4]), Some(Exact::from(4)));
        assert_eq!(median(vec![4, 1]), Some(Exact::new(25, 1)));
    }
}
