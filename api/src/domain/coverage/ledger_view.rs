//! The ledger as clients read it.

use async_graphql::SimpleObject;

use super::{ledger::Figures, ledger_line::LedgerLine};
use crate::{
    blocks::measure::{Dimension, Measure},
    graphql::scalars::Date,
};

/// The coverage of a plan on one day (全覆盖台账); every object counts once, however often it was inspected.
#[derive(Clone, Debug, SimpleObject)]
pub struct Ledger {
    /// The last day that the figures take in (统计截止日期).
    pub as_of: Date,
    /// The whole list (合计).
    pub total: LedgerLine,
    /// By sector of the organizations (分领域).
    pub by_sector: Vec<LedgerLine>,
    /// By sector block of the plan (分板块).
    pub by_block: Vec<LedgerLine>,
    /// By object type (分类型).
    pub by_object_type: Vec<LedgerLine>,
    /// By the year in which an object was covered, or else is placed (分年度).
    pub by_year: Vec<LedgerLine>,
    /// Inspections of the objects by kind, each counted once (分方式).
    pub inspections_by_kind: Vec<Measure>,
}

impl Ledger {
    /// The figures, laid out by dimension.
    pub fn new(as_of: Date, figures: Figures) -> Self {
        let of = |dimension| lines(&figures, dimension);
        Self {
            as_of,
            by_sector: of(Dimension::Sector),
            by_block: of(Dimension::Block),
            by_object_type: of(Dimension::ObjectType),
            by_year: of(Dimension::Year),
            total: figures.total,
            inspections_by_kind: figures.by_kind,
        }
    }
}

/// The lines of one dimension.
pub fn lines(figures: &Figures, dimension: Dimension) -> Vec<LedgerLine> {
    figures
        .groups
        .iter()
        .filter(|line| {
            line.group
                .as_ref()
                .is_some_and(|group| group.dimension == dimension)
        })
        .cloned()
        .collect()
}
