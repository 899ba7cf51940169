//! What a cross assignment is asked for with: the teams, and what has to be kept clear of.

use inspectorate_macros::Input;

use crate::{
    domain::{organizations::organization::Organization, teams::team::Team},
    error::{Error, Result},
    graphql::node_id::GlobalId,
};

/// Teams and objects at once; beyond it the answer would not come within the second that is promised.
const MOST: usize = 200;

/// What a cross assignment is asked for with (交叉分配要求).
#[derive(Debug, Input)]
pub struct CrossAssignmentRequestInput {
    /// The teams, of the round or of none, each with a leader; all that were put together for the round when left out (巡察组).
    pub teams: Option<Vec<GlobalId<Team>>>,
    /// Ties for which a team must not go to an organization, beside those on record; leave it out when there are none (回避).
    pub recusals: Option<Vec<CrossRecusalInput>>,
    /// Whether places inspect one another in a ring, each one other and each once (推磨); no when left out.
    pub ring: Option<bool>,
}

/// A tie for which a team must not go to an organization (回避事项).
#[derive(Debug, Input)]
pub struct CrossRecusalInput {
    /// The team, one of those that are to be assigned (巡察组).
    pub team: GlobalId<Team>,
    /// The organization (单位).
    pub organization: GlobalId<Organization>,
}

/// At least one, at most what can be solved while somebody waits.
pub fn so_many(count: usize, field: &str) -> Result<()> {
    match count {
        0 => Err(Error::bad_input(
            field,
            "There is none: an assignment needs at least one team and one inspection that has not entered.",
            "数量为零：分配至少需要一个巡察组和一次尚未进驻的巡察。",
        )),
        1..=MOST => Ok(()),
        count => Err(Error::limited(
            format!("{count} are too many for one assignment: at most {MOST}."),
            format!("数量 {count} 超过一次分配的上限 {MOST}。"),
        )
        .field(field)),
    }
}
