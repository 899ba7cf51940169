//! What a cross assignment is asked for with: the teams, and what has to be kept clear of.

use inspectorate_macros::Input;

use crate::{
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::{
        node_id::GlobalId,
        text::{Code, Name},
    },
};

/// Teams and objects at once; beyond it the answer would not come within the second that is promised.
const MOST: usize = 200;

/// What a cross assignment is asked for with (交叉分配要求).
#[derive(Debug, Input)]
pub struct CrossAssignmentRequestInput {
    /// The teams, each with a name of its own (巡察组).
    pub teams: Vec<CrossTeamInput>,
    /// Ties for which a team must not go to an organization; leave it out when there are none (回避).
    pub recusals: Option<Vec<CrossRecusalInput>>,
    /// Whether places inspect one another in a ring, each one other and each once (推磨); no when left out.
    pub ring: Option<bool>,
    /// Whether your dispatcher assigns the leaders, so that its people go along to what is not its own object (组长统派); no when left out.
    pub central_leaders: Option<bool>,
}

/// A team that can be sent across (参与交叉的巡察组).
#[derive(Debug, Input)]
pub struct CrossTeamInput {
    /// What it is called; no other team of the request is called so (名称).
    pub name: Name,
    /// Code of the dispatcher whose people they are (来源地).
    pub place: Code,
}

/// A tie for which a team must not go to an organization (回避事项).
#[derive(Debug, Input)]
pub struct CrossRecusalInput {
    /// The team, as the request names it (巡察组).
    pub team: Name,
    /// The organization (单位).
    pub organization: GlobalId<Organization>,
}

impl CrossAssignmentRequestInput {
    /// At least one team, not too many, and each name once; recusals name teams of the request. `field` is where it stands.
    pub fn check(&self, field: &str) -> Result<()> {
        so_many(self.teams.len(), &format!("{field}.teams"))?;
        for (number, team) in self.teams.iter().enumerate() {
            if self.teams[..number]
                .iter()
                .any(|other| other.name == team.name)
            {
                return Err(Error::bad_input(
                    format!("{field}.teams.{number}.name"),
                    format!(
                        "Two teams are called `{}`: give each a name of its own.",
                        team.name.0
                    ),
                    format!("有两个组都叫“{}”，请分别命名。", team.name.0),
                ));
            }
        }
        for (number, recusal) in self.recusals.iter().flatten().enumerate() {
            if !self.teams.iter().any(|team| team.name == recusal.team) {
                return Err(Error::bad_input(
                    format!("{field}.recusals.{number}.team"),
                    format!("`{}` is no team of this request.", recusal.team.0),
                    format!("“{}”不是本次分配的巡察组。", recusal.team.0),
                ));
            }
        }
        Ok(())
    }
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
