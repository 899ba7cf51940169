//! Giving a team an organization: once, and not one from whose place somebody on it comes.

use std::sync::Arc;

use serde_json::json;

use super::camp::{Camp, id};
use crate::support::{house::House, on_each_database};

on_each_database!(
    gives_an_organization_once,
    keeps_people_out_of_their_own_place
);

async fn gives_an_organization_once(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let team = camp.team(1, "REGULAR").await;
    camp.assign(&team, &camp.units[0]).await;
    let input = json!({ "team": team, "organization": id(&camp.units[0]) });
    let answer = camp.refused("assignTeamObject", "teamObject", input).await;
    answer.refused("CONFLICT").of_field("input.organization");
}

async fn keeps_people_out_of_their_own_place(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    for (ordinal, form) in [(1, "CROSS"), (2, "MILLSTONE"), (3, "ELEVATED")] {
        let team = camp.team(ordinal, form).await;
        let name = format!("示例组员{ordinal}");
        camp.seat(&team, &name, "MEMBER", &camp.counties[0]).await;
        let input = json!({ "team": team, "organization": id(&camp.units[0]) });
        let answer = camp.refused("assignTeamObject", "teamObject", input).await;
        let refusal = answer.refused("GATE").by_gate("FROM_INSPECTED_PLACE");
        assert!(
            refusal
                .of_field("input.organization")
                .message()
                .contains(&name)
        );
        camp.assign(&team, &camp.units[1]).await;
    }
}
