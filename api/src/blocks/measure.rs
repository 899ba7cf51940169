//! Measures (统计指标): a figure that never travels without what it counts, over what, as of when and by which definition.
//!
//! Two of three rates printed in the sources cannot be rebuilt from the counts printed beside them; a rate here carries both
//! counts, so that nobody has to guess which they were.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use async_graphql::{Enum, SimpleObject};
use chrono::{NaiveDate, TimeDelta, Utc};
use rust_decimal::{Decimal as Exact, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::{
    error::{Error, Result},
    graphql::scalars::{Date, Decimal},
};

/// A named statistic (统计指标) with everything that is needed to recompute it.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject, Serialize, Deserialize)]
pub struct Measure {
    /// The figure, in `unit`; a share is rounded to two decimals. Null when it cannot be formed, such as a share of nothing.
    pub value: Option<Decimal>,
    /// What was counted above the line; the count itself when it is not a share.
    pub numerator: Decimal,
    /// What was counted below the line. Null when the figure is a count and not a share.
    pub denominator: Option<Decimal>,
    /// Over what it was counted (统计范围), from the widest to the narrowest.
    pub scope: Vec<ScopePart>,
    /// The last day that the figure takes in (统计截止日期).
    pub as_of: Date,
    /// What one unit of the value is.
    pub unit: Unit,
    /// Whether the value is exact or a bound (计数口径).
    pub counting: Counting,
    /// What was counted how (指标定义), with its version.
    pub definition: Definition,
}

/// One narrowing of what a measure was counted over (统计范围).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject, Serialize, Deserialize)]
#[graphql(name = "MeasureScope")]
pub struct ScopePart {
    /// In which respect it is narrowed.
    pub dimension: Dimension,
    /// The value as it is stored: a code, a year, or the id of a record. Null for what has no such value.
    pub value: Option<String>,
    /// The value as people say it.
    pub label: String,
}

impl ScopePart {
    /// A narrowing in `dimension` to `value`, called `label`.
    pub fn new(dimension: Dimension, value: Option<String>, label: impl Into<String>) -> Self {
        Self {
            dimension,
            value,
            label: label.into(),
        }
    }
}

/// In which respect a measure is narrowed (统计维度).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, Serialize, Deserialize)]
#[graphql(name = "MeasureDimension")]
pub enum Dimension {
    /// What stands below one organization (单位).
    Organization,
    /// One plan (规划).
    Plan,
    /// One term of office (届).
    Term,
    /// One requirement of a superior (上级要求).
    Requirement,
    /// One rule document (制度).
    Rule,
    /// One duty that a rule asks for again and again (定期工作).
    Duty,
    /// One sector of the organizations (领域).
    Sector,
    /// One sector block of the plan (板块).
    Block,
    /// One object type (分类).
    ObjectType,
    /// One calendar year (年度).
    Year,
    /// One calendar month (月份).
    Month,
    /// From one day to another (期间).
    Period,
    /// From one round of a term to another (轮次).
    Rounds,
    /// One kind of inspection (方式).
    InspectionKind,
    /// One level of organizations (层级).
    Level,
    /// One dispatching Party organization (派出机关).
    Dispatcher,
    /// One person (人员).
    Person,
    /// One category of seconded people (选派类别).
    SecondmentCategory,
    /// What one unit is to nominate for a round (选派任务).
    SecondmentQuota,
    /// One grade of an appraisal after a secondment (鉴定等次).
    SecondmentAppraisal,
    /// One operation of guidance (指导督导).
    Guidance,
    /// One kind of meeting (会议种类).
    MeetingKind,
    /// One mechanism of coordination (协作机制).
    Mechanism,
    /// One kind of activity of a Party branch (党支部活动种类).
    BranchActivityKind,
}

/// What one unit of a measure is (计量单位).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[graphql(name = "MeasureUnit")]
pub enum Unit {
    /// Organizations on an object list (个).
    Organization,
    /// Inspections carried out (次).
    Inspection,
    /// Rounds of inspection (轮).
    Round,
    /// Inspection teams (个).
    Team,
    /// Rule documents (项).
    Rule,
    /// Measures under a requirement of a superior (条).
    ImprovementMeasure,
    /// Changes recorded in the journal (项).
    Change,
    /// Groups sent out (个).
    Group,
    /// Suggestions of guidance (条).
    Suggestion,
    /// Meetings held (次).
    Meeting,
    /// Decisions of meetings (项).
    Decision,
    /// Activities of a Party branch (次).
    Activity,
    /// Requests and notices between agencies (件).
    Request,
    /// Joint operations of several agencies (项).
    JointOperation,
    /// Results shared in joint operations (件).
    JointResult,
    /// Money (元).
    Yuan,
    /// Posts approved (个).
    Post,
    /// Different people (人).
    Person,
    /// People, each time anew (人次).
    PersonTime,
    /// Calendar days (天).
    Day,
    /// Hundredths of the denominator (百分比).
    Percent,
}

/// Whether the value of a measure is exact (计数口径).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[graphql(name = "CountingRule")]
pub enum Counting {
    /// Counted one by one (准确数).
    Exact,
    /// The value or more (不少于).
    AtLeast,
    /// More than the value (超过、余、多).
    MoreThan,
}

/// What a measure counts and how (指标定义).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject, Serialize, Deserialize)]
#[graphql(name = "MeasureDefinition")]
pub struct Definition {
    /// Its name for programs; never changes its meaning.
    pub code: Cow<'static, str>,
    /// Counts up whenever the text changes what is counted.
    pub version: i32,
    /// What is counted, in English.
    pub text: Cow<'static, str>,
    /// What is counted, in Chinese (指标含义).
    pub text_zh: Cow<'static, str>,
}

impl Definition {
    /// A definition as the program has it.
    pub const fn new(
        code: &'static str,
        version: i32,
        text: &'static str,
        text_zh: &'static str,
    ) -> Self {
        Self {
            code: Cow::Borrowed(code),
            version,
            text: Cow::Borrowed(text),
            text_zh: Cow::Borrowed(text_zh),
        }
    }
}

/// The day on which figures are taken: the one asked for, or today in Beijing time. A future day has no figures.
pub fn as_of(asked: Option<Date>) -> Result<NaiveDate> {
    let today = today();
    match asked {
        None => Ok(today),
        Some(Date(day)) if day <= today => Ok(day),
        Some(Date(day)) => Err(Error::bad_input(
            "asOf",
            format!("{day} lies in the future: figures can be taken up to {today}."),
            format!("{day} 尚未到来：统计截止日期最晚为 {today}。"),
        )),
    }
}

/// Today where the work is done: dates are those of the calendar in Beijing, whatever the clock of the server says.
pub fn today() -> NaiveDate {
    (Utc::now() + TimeDelta::hours(8)).date_naive()
}

/// Over what and as of when a group of measures is formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    pub scope: Vec<ScopePart>,
    pub as_of: NaiveDate,
}

impl Basis {
    /// The same basis, narrowed by one more part.
    #[must_use]
    pub fn narrowed(&self, part: ScopePart) -> Self {
        let mut narrowed = self.clone();
        narrowed.scope.push(part);
        narrowed
    }

    /// How many there are.
    pub fn count(&self, counted: usize, unit: Unit, definition: Definition) -> Measure {
        let counted = Decimal(counted.into());
        Measure {
            value: Some(counted),
            numerator: counted,
            denominator: None,
            scope: self.scope.clone(),
            as_of: Date(self.as_of),
            unit,
            counting: Counting::Exact,
            definition,
        }
    }

    /// Which share of `whole` is `part`, in per cent with two decimals; no value when there is no whole.
    pub fn share(&self, part: usize, whole: usize, definition: Definition) -> Measure {
        let (part, whole) = (Exact::from(part), Exact::from(whole));
        let value = part
            .checked_mul(Exact::ONE_HUNDRED)
            .and_then(|hundredfold| hundredfold.checked_div(whole))
            .map(|share| share.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero));
        Measure {
            value: value.map(Decimal),
            numerator: Decimal(part),
            denominator: Some(Decimal(whole)),
            scope: self.scope.clone(),
            as_of: Date(self.as_of),
            unit: Unit::Percent,
            counting: Counting::Exact,
            definition,
        }
    }
}
