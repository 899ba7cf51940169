//! A sector block whose turn is in a round.

use inspectorate_macros::Noun;

use super::{round::Round, sector_block::SectorBlock};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::scalars::Date,
    read::{One, noun::Noun},
};

/// A sector block whose turn is in a round (轮次安排的板块).
#[derive(Noun)]
#[noun(table = "round_block", plural = "roundBlocks", reads = ReadCoverage, visible = visible_to, order(-assigned_on))]
pub struct RoundBlock {
    /// The round (轮次).
    #[noun(one = "round_id", filter)]
    pub round: One<Round>,
    /// The block (板块).
    #[noun(one = "block_id", filter)]
    pub block: One<SectorBlock>,
    /// The dispatching Party organization that sends the round (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Why the order of the blocks is broken; null where it is kept (打乱次序的理由).
    #[noun(filter)]
    pub reason: Option<String>,
    /// The day from which it holds (安排日期).
    #[noun(filter, order)]
    pub assigned_on: Date,
    /// The day from which it holds no more; null while it does (取消日期).
    #[noun(filter, order)]
    pub released_on: Option<Date>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Whoever may see the block sees when its turn is.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("block_id", || SectorBlock::DEF)
}
