//! One line of the ledger: the figures of a plan, or of one group in it.

use async_graphql::SimpleObject;
use serde::{Deserialize, Serialize};

use super::{definitions, ledger_figures::Tally};
use crate::blocks::measure::{Basis, Measure, ScopePart, Unit};

/// The coverage figures of a plan, or of one group of its objects, on one day (台账行).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject, Serialize, Deserialize)]
pub struct LedgerLine {
    /// The group counted. Null on the line of the whole plan.
    pub group: Option<ScopePart>,
    /// On the list (在册).
    pub listed: Measure,
    /// Covered (已覆盖).
    pub covered: Measure,
    /// Of those, covered by an inspection that another dispatcher sent (提级覆盖).
    pub covered_elevated: Measure,
    /// Covered in effect: what the dispatcher asks for beyond the form is met, by its settings. Null in a ledger that was frozen before
    /// this was counted (有效覆盖).
    #[serde(default)]
    pub covered_effectively: Option<Measure>,
    /// Inspection begun, not yet reported or fed back (进驻中).
    pub under_way: Measure,
    /// Placed in a year or round, not begun (已排入). Placements in an annual plan that you may not see yet, such as a draft, do not
    /// count here: until it is issued, their objects count as unplanned for you.
    pub planned: Measure,
    /// Not placed in any year, as far as you may see the annual plans (未排入).
    pub unplanned: Measure,
    /// Not yet covered (未覆盖).
    pub outstanding: Measure,
    /// Covered and looked back at (已回头看).
    pub looked_back: Measure,
    /// Only a special or mobile inspection so far, the routine one is due (只做过专项).
    pub special_only: Measure,
    /// Taken off the list (已调出).
    pub withdrawn: Measure,
    /// Covered as a share of listed (全覆盖任务完成率).
    pub completion_rate: Measure,
    /// Covered in effect as a share of listed. Null in a ledger that was frozen before this was counted (有效覆盖率).
    #[serde(default)]
    pub effective_rate: Option<Measure>,
    /// Looked back at as a share of covered (回头看占比).
    pub look_back_rate: Measure,
}

impl LedgerLine {
    /// The measures of `tally` over `basis`.
    pub fn new(tally: &Tally, basis: &Basis, group: Option<ScopePart>) -> Self {
        let count = |counted, definition| basis.count(counted, Unit::Organization, definition);
        let listed = tally.listed();
        Self {
            group,
            listed: count(listed, definitions::LISTED),
            covered: count(tally.covered, definitions::COVERED),
            covered_elevated: count(tally.elevated, definitions::ELEVATED),
            covered_effectively: Some(tally.effectively(basis)),
            under_way: count(tally.under_way, definitions::UNDER_WAY),
            planned: count(tally.planned, definitions::PLANNED),
            unplanned: count(tally.unplanned, definitions::UNPLANNED),
            outstanding: count(
                listed.saturating_sub(tally.covered),
                definitions::OUTSTANDING,
            ),
            looked_back: count(tally.looked_back, definitions::LOOKED_BACK),
            special_only: count(tally.special_only, definitions::SPECIAL_ONLY),
            withdrawn: count(tally.withdrawn, definitions::WITHDRAWN),
            completion_rate: basis.share(tally.covered, listed, definitions::COMPLETION_RATE),
            effective_rate: Some(tally.effective_rate(basis)),
            look_back_rate: basis.share(
                tally.looked_back,
                tally.covered,
                definitions::LOOK_BACK_RATE,
            ),
        }
    }
}
