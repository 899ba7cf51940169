//! Who sees teams: planners and the organization department from the proposal on, others from approval on; where a team goes only
//! planners and the team itself; audit and object nothing.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::camp::{Camp, id};
use crate::support::{house::House, on_each_database, place::Place};

on_each_database!(
    shows_each_agency_its_part,
    another_place_sees_and_does_nothing
);

async fn shows_each_agency_its_part(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let mut input = camp.proposal(1, "REGULAR");
    let team_body = camp.place.person(Agency::Team, Role::Viewer);
    let me = team_body.ask("{ me { organizationId } }").await;
    input["body"] = json!(me.text_at("/me/organizationId"));
    let team = camp.made("proposeTeam", "team", input).await;
    camp.team(2, "REGULAR").await;
    camp.seat(&team, "示例组长", "LEADER", &camp.place.objects[0])
        .await;
    camp.assign(&team, &camp.units[0]).await;
    let planners = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    let query = "{ teams { totalCount } teamMembers { totalCount } }";
    for (step, approved) in [(None, 0), (Some("approveTeam"), 1)] {
        if let Some(verb) = step {
            camp.step(&camp.dispatcher, verb, &team).await.data("/done");
        }
        for agency in Agency::ALL.iter().copied() {
            let person = camp.place.person(agency, Role::Admin);
            let answer = person.ask(query).await;
            let teams = match agency {
                Agency::Dispatcher
                | Agency::LeadingGroup
                | Agency::Office
                | Agency::Organization => 2,
                Agency::Team => 1,
                Agency::Discipline | Agency::Superior => approved,
                _ => {
                    assert!(
                        answer.text.contains("FORBIDDEN"),
                        "{agency:?}: {}",
                        answer.text
                    );
                    continue;
                }
            };
            assert_eq!(answer.data("/teams/totalCount"), teams, "{agency:?}");
            assert_eq!(
                answer.data("/teamMembers/totalCount"),
                teams.min(1),
                "{agency:?}"
            );
            let objects = person.ask("{ teamObjects { totalCount } }").await;
            if planners.contains(&agency) || agency == Agency::Team {
                assert_eq!(objects.data("/teamObjects/totalCount"), 1, "{agency:?}");
            } else {
                objects.refused("FORBIDDEN");
            }
        }
    }
}

async fn another_place_sees_and_does_nothing(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let team = camp.team(1, "REGULAR").await;
    let there = Place::build(&house, "B").await;
    let stranger = there.person(Agency::Office, Role::Admin);
    let query = format!("{{ teams {{ totalCount }} team(id: \"{team}\") {{ id }} }}");
    let answer = stranger.ask(&query).await;
    assert_eq!(
        *answer.data(""),
        json!({ "teams": { "totalCount": 0 }, "team": null })
    );
    let input = json!({ "team": team, "organization": id(&there.objects[0]) });
    let answer = super::camp::call(&stranger, "assignTeamObject", "teamObject", "", input).await;
    answer.refused("NOT_FOUND").of_field("input.team");
}
