//! What a year of a plan came to. Pure.

use async_graphql::SimpleObject;
use chrono::{Datelike, NaiveDate};
use inspectorate_entity::coverage::coverage_record::InspectionKind;

use super::{
    definitions,
    ledger::{Listed, Origin, Standing, placement, standing},
    ledger_figures::{Kinds, Tally},
    ledger_view::PlanHead,
    scope,
};
use crate::{
    blocks::measure::{Measure, Unit},
    graphql::scalars::Date,
};

/// One year of a plan, up to its end or the day asked about (年度总结).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
#[graphql(name = "PlanYearSummary")]
pub struct YearSummary {
    /// The calendar year (年度).
    pub year: i32,
    /// The last day that its figures take in (统计截止日期).
    pub as_of: Date,
    /// Objects placed in the year (本年度计划数).
    pub planned: Measure,
    /// Of those, the ones that are covered by its end (计划内完成数).
    pub planned_and_covered: Measure,
    /// Covered in the year, planned for it or not (本年度覆盖数).
    pub covered: Measure,
    /// Looked back at in the year (本年度“回头看”数).
    pub looked_back: Measure,
    /// Covered of what was planned, as a share (年度计划完成率).
    pub plan_rate: Measure,
    /// Covered since the plan began (累计覆盖数).
    pub covered_to_date: Measure,
    /// That as a share of the list (累计完成率).
    pub completion_rate: Measure,
    /// Inspections begun in the year, by kind (本年度分方式巡察数).
    pub inspections_by_kind: Vec<Measure>,
    /// How many more were covered than in the year before; negative when fewer, null in the first year of the plan (同比增减).
    pub covered_change: Option<i32>,
}

/// The years of the plan that had begun by `as_of`.
pub fn years(objects: &[Listed], head: &PlanHead, as_of: NaiveDate) -> Vec<YearSummary> {
    let mut before = None;
    let years = (head.years.0..=head.years.1).take_while(|year| *year <= as_of.year());
    years
        .map(|year| {
            let counts = YearCounts::new(objects, year, as_of);
            let covered = i32::try_from(counts.covered).unwrap_or(i32::MAX);
            let change = before.map(|before| covered - before);
            before = Some(covered);
            counts.summary(head, change)
        })
        .collect()
}

#[derive(Debug, Default)]
struct YearCounts {
    year: i32,
    as_of: NaiveDate,
    planned: usize,
    planned_and_covered: usize,
    covered: usize,
    looked_back: usize,
    to_date: Tally,
    kinds: Kinds,
}

impl YearCounts {
    fn new(objects: &[Listed], year: i32, as_of: NaiveDate) -> Self {
        let end = NaiveDate::from_ymd_opt(year, 12, 31).map_or(as_of, |end| end.min(as_of));
        let mut counts = Self {
            year,
            as_of: end,
            ..Self::default()
        };
        for object in objects {
            counts.add(object);
        }
        counts
    }

    fn add(&mut self, object: &Listed) {
        let (year, end) = (self.year, self.as_of);
        let standing = standing(object, end);
        self.to_date.add(standing);
        let Standing::OnList { covering, .. } = standing else {
            return;
        };
        let in_year = |day: NaiveDate| day.year() == year && day <= end;
        let planned = placement(object, end).is_some_and(|placement| placement.year == year);
        self.planned += usize::from(planned);
        self.planned_and_covered += usize::from(planned && covering.is_some());
        self.covered += usize::from(covering.is_some_and(|covering| in_year(covering.on)));
        let inspections = object.inspections.iter();
        let looked_back = inspections
            .clone()
            .filter(|inspection| inspection.kind == InspectionKind::LookBack)
            .any(|inspection| {
                let done = inspection.counts_from(object.rules.covered_when);
                done.is_some_and(in_year)
            });
        self.looked_back += usize::from(looked_back);
        for inspection in inspections.filter(|inspection| inspection.origin == Origin::Own) {
            if in_year(inspection.started_on) {
                self.kinds.add(inspection.kind);
            }
        }
    }

    fn summary(self, head: &PlanHead, covered_change: Option<i32>) -> YearSummary {
        let basis = head.basis(self.as_of);
        let of_year = basis.narrowed(scope::year(self.year));
        let count = |count, definition| of_year.count(count, Unit::Organization, definition);
        let to_date = self.to_date.line(&basis, None);
        YearSummary {
            year: self.year,
            as_of: Date(self.as_of),
            planned: count(self.planned, definitions::YEAR_PLANNED),
            planned_and_covered: count(
                self.planned_and_covered,
                definitions::YEAR_PLANNED_AND_COVERED,
            ),
            covered: count(self.covered, definitions::YEAR_COVERED),
            looked_back: count(self.looked_back, definitions::YEAR_LOOKED_BACK),
            plan_rate: of_year.share(
                self.planned_and_covered,
                self.planned,
                definitions::YEAR_PLAN_RATE,
            ),
            covered_to_date: to_date.covered,
            completion_rate: to_date.completion_rate,
            inspections_by_kind: self.kinds.measures(
                &of_year,
                Unit::Inspection,
                definitions::YEAR_INSPECTIONS,
            ),
            covered_change,
        }
    }
}
