//! Sending people to the inspection work of superiors: nobody twice at once, counted as person-times and as persons.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    support::{contents::nothing_changed, house::House, on_each_database},
    teams::camp::{Camp, call},
};

on_each_database!(counts_times_and_persons, is_refused);

/// Somebody at a central inspection in spring 2022.
pub fn sent(person: &str) -> Value {
    json!({
        "person": person, "superior": "中央巡视组", "operation": "第九轮巡视", "specialty": "财政", "startsOn": "2022-03-01",
        "endsOn": "2022-05-31",
    })
}

async fn counts_times_and_persons(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let (one, other) = (camp.person("示例甲").await, camp.person("示例乙").await);
    let mut again = sent(&one);
    (again["startsOn"], again["endsOn"]) = (json!("2022-09-01"), json!(null));
    for input in [sent(&one), again, sent(&other)] {
        camp.made("sendToSuperior", "outgoingSecondment", input)
            .await;
    }
    let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { \
        year: sentToSuperiors(from: \"2022-01-01\", to: \"2022-12-31\") { personTimes { value unit } persons { value unit } } \
        autumn: sentToSuperiors(from: \"2022-07-01\", to: \"2022-12-31\") { personTimes { value } persons { value } } } } \
        outgoingSecondments(filter: { specialty: { eq: \"财政\" }, endsOn: { isNull: true } }) { totalCount } }";
    for agency in [Agency::Office, Agency::Organization] {
        let reader = camp.place.person(agency, Role::Viewer);
        let answer = reader.ask(query).await;
        let city = answer.data("/organizations/nodes/0");
        let year = json!({ "personTimes": { "value": "3", "unit": "PERSON_TIME" }, "persons": { "value": "2", "unit": "PERSON" } });
        assert_eq!(city["year"], year);
        let autumn = json!({ "personTimes": { "value": "1" }, "persons": { "value": "1" } });
        assert_eq!(city["autumn"], autumn);
        assert_eq!(answer.data("/outgoingSecondments/totalCount"), 1);
    }
}

async fn is_refused(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let person = camp.person("示例甲").await;
    let verb = "sendToSuperior";
    for (field, value) in [("startsOn", "2099-01-01"), ("endsOn", "2022-02-01")] {
        let mut wrong = sent(&person);
        wrong[field] = json!(value);
        if field == "startsOn" {
            wrong["endsOn"] = json!(null);
        }
        let answer = camp.refused(verb, "outgoingSecondment", wrong).await;
        answer
            .refused("BAD_USER_INPUT")
            .of_field(&format!("input.{field}"));
    }
    camp.made(verb, "outgoingSecondment", sent(&person)).await;
    let mut meanwhile = sent(&person);
    (meanwhile["startsOn"], meanwhile["endsOn"]) = (json!("2022-05-31"), json!(null));
    let answer = camp.refused(verb, "outgoingSecondment", meanwhile).await;
    answer
        .refused("GATE")
        .by_gate("SECONDED_ALREADY")
        .of_field("input.person");
    for agency in Agency::ALL.iter().copied() {
        let role = match agency {
            Agency::Office | Agency::Organization => Role::Viewer,
            _ => Role::Admin,
        };
        let someone = camp.place.person(agency, role);
        let asked = call(&someone, verb, "outgoingSecondment", "", sent(&person));
        nothing_changed(&house, asked).await.refused("FORBIDDEN");
    }
}
