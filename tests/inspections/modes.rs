//! A year by mode: every organization once in the total however often and in whichever modes, people and person-times apart.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::camp::{Camp, elevation};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(count_an_organization_once, are_of_a_year_that_has_begun);

const FIGURES: &str = "query($year: Int!, $asOf: Date) { organizations(filter: { code: { eq: \"A\" } }) { nodes { inspectionModes(year: $year, asOf: $asOf) { \
    modes { mode organizations { value } inspections { value } } organizations { value asOf unit scope { dimension value } } inspections { value } \
    people { value unit } personTimes { value unit } } } } }";

async fn year(camp: &Camp, as_of: &str) -> Value {
    let variables = json!({ "year": 2022, "asOf": as_of });
    let superior = camp.viewer(Agency::Superior);
    let answer = superior.graphql(FIGURES, variables).await;
    answer
        .data("/organizations/nodes/0/inspectionModes")
        .clone()
}

/// The modes that occurred, with organizations and inspections.
fn occurred(year: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let modes = year["modes"].as_array().expect("modes").iter();
    modes
        .map(|mode| {
            let (organizations, inspections) = (&mode["organizations"], &mode["inspections"]);
            (
                text(&mode["mode"]),
                text(&organizations["value"]),
                text(&inspections["value"]),
            )
        })
        .filter(|(_, _, inspections)| inspections != "0")
        .collect()
}

/// The person who leads the team goes on to another one, which inspects another organization.
async fn lead_on(camp: &Camp) {
    let office = &camp.desk.office;
    let query = "{ teamMembers { nodes { id version person { id } } } }";
    let answer = office.ask(query).await;
    let seat = answer.data("/teamMembers/nodes/0");
    let input = json!({ "teamMember": seat["id"], "version": seat["version"], "endsOn": "2022-04-10", "reason": "另有任务" });
    act(office, "endTeamMembership", "teamMember { id }", input)
        .await
        .data("/endTeamMembership");
    let team = camp.standing_team("机动组", &[]).await;
    let input = json!({ "team": team, "person": seat["person"]["id"], "role": "LEADER", "sourceOrganization": camp.body("A").await, "startsOn": "2022-04-11" });
    act(office, "seatTeamMember", "teamMember { id }", input)
        .await
        .data("/seatTeamMember");
    camp.approve_team(&team).await;
    let mobile =
        json!({ "kind": "MOBILE", "round": null, "organization": camp.desk.organization(1) });
    let mobile = camp.propose(mobile).await;
    camp.step("approveInspection", &mobile, "2022-04-11")
        .await
        .data("/approveInspection");
    camp.assign(&mobile, &team)
        .await
        .data("/assignInspectionTeam");
    camp.step("enterInspection", &mobile, "2022-04-16")
        .await
        .data("/enterInspection");
}

async fn count_an_organization_once(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    camp.routine("enterInspection").await;
    let special = json!({ "kind": "SPECIAL", "topic": "BUSINESS_ENVIRONMENT", "round": null });
    let elevated =
        json!({ "organization": camp.east.town_id(), "elevation": elevation(), "round": null });
    for more in [special, elevated] {
        let inspection = camp.propose(more).await;
        camp.carry(&inspection, "enterInspection").await;
    }
    lead_on(&camp).await;
    let found = year(&camp, "2022-12-31").await;
    let expected = [
        ("ROUTINE", "2", "2"),
        ("SPECIAL", "1", "1"),
        ("MOBILE", "1", "1"),
        ("ELEVATED", "1", "1"),
    ];
    let expected = expected.map(|(mode, of, times)| (mode.into(), of.into(), times.into()));
    assert_eq!(occurred(&found), expected);
    assert_eq!(found["organizations"]["value"], "3");
    assert_eq!(found["organizations"]["unit"], "ORGANIZATION");
    assert_eq!(found["organizations"]["asOf"], "2022-12-31");
    assert_eq!(found["organizations"]["scope"][1]["value"], "2022");
    assert_eq!(found["inspections"]["value"], "4");
    assert_eq!(found["people"], json!({ "value": "1", "unit": "PERSON" }));
    let person_times = json!({ "value": "2", "unit": "PERSON_TIME" });
    assert_eq!(found["personTimes"], person_times);
    let earlier = year(&camp, "2022-04-10").await;
    assert_eq!(
        earlier["organizations"]["value"], "2",
        "as of an earlier day"
    );
    assert_eq!(earlier["personTimes"]["value"], "1");
    camp.viewer(Agency::Team)
        .graphql(FIGURES, json!({ "year": 2022, "asOf": null }))
        .await
        .refused("FORBIDDEN");
}

async fn are_of_a_year_that_has_begun(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let office = &camp.desk.office;
    let asked = async |year: i32, as_of: &str| {
        let variables = json!({ "year": year, "asOf": as_of });
        office.graphql(FIGURES, variables).await
    };
    asked(2023, "2022-12-31")
        .await
        .refused("BAD_USER_INPUT")
        .of_field("year");
    asked(2022, "2999-12-31")
        .await
        .refused("BAD_USER_INPUT")
        .of_field("asOf");
}
