//! Recording how a leadership team was examined: by the organization department, for it and the committee, about people who serve there.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    coverage::desk::{act, refused},
    inspections::camp::Camp,
    support::{
        house::{House, Person},
        on_each_database,
        place::Place,
    },
};

on_each_database!(
    says_how_team_and_member_did,
    is_for_the_committee_and_the_department,
    is_refused
);

pub const FIELDS: &str = "politicalExamination { id version result }";

/// An inspection from April 2022 on, and the organization department.
pub async fn begun(camp: &Camp) -> (String, Person) {
    let inspection = camp.routine("approveInspection").await;
    let department = camp.desk.place.person(Agency::Organization, Role::Handler);
    (inspection, department)
}

pub fn team(inspection: &str) -> Value {
    json!({ "inspection": inspection, "result": "班子运行良好", "on": "2022-05-10" })
}

/// Somebody with a post in the inspected organization since 2021.
async fn leader(camp: &Camp) -> String {
    let (desk, office) = (&camp.desk, &camp.desk.office);
    let city = camp.body("A").await;
    let input = json!({ "code": "LEADER", "name": "示例书记", "dispatcher": city });
    let person = desk.made(office, "registerPerson", "person", input).await;
    let input = json!({ "organization": desk.organization(0), "title": "党组书记", "function": "PARTY_SECRETARY", "rankOrder": 1, "isHead": true, "isFullTime": true });
    let post = desk.made(office, "createPost", "post", input).await;
    let input = json!({ "post": post, "person": person, "startsOn": "2021-01-01" });
    desk.made(office, "appointToPost", "appointment", input)
        .await;
    person
}

async fn says_how_team_and_member_did(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let (inspection, department) = begun(&camp).await;
    let verb = "recordPoliticalExamination";
    act(&department, verb, FIELDS, team(&inspection))
        .await
        .data("/recordPoliticalExamination");
    let mut member = team(&inspection);
    (member["person"], member["result"]) = (json!(leader(&camp).await), json!("政治素质过硬"));
    act(&department, verb, FIELDS, member)
        .await
        .data("/recordPoliticalExamination");
    let query = "{ politicalExaminations { totalCount nodes { result heldOn person { name } inspection { id } } } }";
    let answer = department.ask(query).await;
    assert_eq!(answer.data("/politicalExaminations/totalCount"), 2);
    let nodes = answer.data("/politicalExaminations/nodes").as_array();
    let nodes = nodes.expect("a list");
    let seen = |result: &str, person: Value| {
        let expected = json!({ "result": result, "heldOn": "2022-05-10", "person": person, "inspection": { "id": inspection } });
        assert!(nodes.contains(&expected), "{expected} in {nodes:?}");
    };
    seen("班子运行良好", json!(null));
    seen("政治素质过硬", json!({ "name": "示例书记" }));
}

async fn is_for_the_committee_and_the_department(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let (inspection, department) = begun(&camp).await;
    let verb = "recordPoliticalExamination";
    act(&department, verb, FIELDS, team(&inspection))
        .await
        .data("/recordPoliticalExamination");
    for agency in Agency::ALL.iter().copied() {
        let reader = camp.viewer(agency);
        let asked = reader
            .ask("{ politicalExaminations { totalCount nodes { result } } }")
            .await;
        // Neither does the log tell others that there was one.
        let told = reader
            .ask("{ events(filter: { action: { eq: \"recordPoliticalExamination\" } }) { totalCount } }")
            .await;
        if [Agency::Dispatcher, Agency::Organization].contains(&agency) {
            assert_eq!(asked.data("/politicalExaminations/totalCount"), 1);
            assert_eq!(told.data("/events/totalCount"), 1);
        } else {
            asked.refused("FORBIDDEN");
            assert_eq!(told.data("/events/totalCount"), 0, "{agency:?}");
        }
    }
    let those = [Agency::Organization];
    let desk = &camp.desk;
    desk.only(&those, verb, FIELDS, team(&inspection)).await;
}

async fn is_refused(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let (inspection, department) = begun(&camp).await;
    let verb = "recordPoliticalExamination";
    let wrong = async |field: &str, value: Value| {
        let mut input = team(&inspection);
        input[field] = value;
        refused(&house, &department, verb, FIELDS, input).await
    };
    let early = wrong("on", json!("2022-01-01")).await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    let late = wrong("on", json!("2999-01-01")).await;
    late.refused("BAD_USER_INPUT").of_field("input.on");
    let empty = wrong("result", json!(" ")).await;
    empty.refused("BAD_USER_INPUT").of_field("input.result");
    // Somebody without a post in the inspected organization.
    let city = camp.body("A").await;
    let input = json!({ "code": "OTHER", "name": "示例他人", "dispatcher": city });
    let desk = &camp.desk;
    let other = desk
        .made(&desk.office, "registerPerson", "person", input)
        .await;
    let stranger = wrong("person", json!(other)).await;
    stranger
        .refused("GATE")
        .by_gate("NOT_IN_THE_ORGANIZATION")
        .of_field("input.person");
    // The department of another place does not learn of the inspection.
    let elsewhere = Place::build(&house, "B").await;
    let abroad = elsewhere.person(Agency::Organization, Role::Admin);
    refused(&house, &abroad, verb, FIELDS, team(&inspection))
        .await
        .refused("NOT_FOUND")
        .of_field("input.inspection");
}
