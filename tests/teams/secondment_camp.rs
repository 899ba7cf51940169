//! Secondments to try things on: who enters them, and the way that they go.

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::camp::{Camp, call, id};
use crate::support::{answer::Answer, contents::nothing_changed, house::Person, place::Place};

/// The input of a nomination for the round of the camp.
pub fn nomination(camp: &Camp, person: &str) -> Value {
    json!({
        "person": person, "homeOrganization": id(&camp.place.objects[0]), "round": camp.round,
        "category": "EXCELLENT_YOUNG", "startsOn": "2022-04-01", "endsOn": "2022-06-30", "on": "2022-03-01",
    })
}

/// A nominated secondment.
pub async fn nominated(camp: &Camp, name: &str) -> String {
    let person = camp.person(name).await;
    let input = nomination(camp, &person);
    camp.made("nominateForSecondment", "secondment", input)
        .await
}

/// Who takes a step.
pub fn seat_of(camp: &Camp, verb: &str) -> Person {
    camp.place.person(agency_of(verb), Role::Approver)
}

fn agency_of(verb: &str) -> Agency {
    match verb {
        "approveSecondment" | "enlistSecondment" | "recordPromotion" => Agency::Organization,
        "clearSecondment" => Agency::Discipline,
        _ => Agency::Office,
    }
}

/// Take a step on `day`.
pub async fn step(camp: &Camp, verb: &str, secondment: &str, day: &str) -> Answer {
    let version = camp.version("secondment", secondment).await;
    let mut input = json!({ "secondment": secondment, "version": version, "on": day });
    if verb == "returnFromSecondment" {
        input["appraisal"] = json!("EXCELLENT");
        input["text"] = json!("表现优秀");
    }
    let person = seat_of(camp, verb);
    call(
        &person,
        verb,
        "secondment",
        "status startsOn endsOn decidedOn",
        input,
    )
    .await
}

/// `verb`, which `day` suits, is refused for what does not hold: a day to come, a version that is past, a record of another place,
/// and agencies that may not.
pub async fn refuses_what_does_not_hold(camp: &Camp, verb: &str, secondment: &str, day: &str) {
    let person = seat_of(camp, verb);
    let version = camp.version("secondment", secondment).await;
    let good = json!({ "secondment": secondment, "version": version, "on": day });
    for (field, value, code) in [
        ("on", json!("2999-01-01"), "BAD_USER_INPUT"),
        ("version", json!(99), "CONFLICT"),
        ("secondment", json!(camp.round), "NOT_FOUND"),
    ] {
        let mut wrong = good.clone();
        wrong[field] = value;
        let asked = call(&person, verb, "secondment", "", wrong);
        let answer = nothing_changed(&camp.house, asked).await;
        answer.refused(code).of_field(&format!("input.{field}"));
    }
    let elsewhere = Place::build(&camp.house, "B").await;
    let stranger = elsewhere.person(agency_of(verb), Role::Approver);
    let asked = call(&stranger, verb, "secondment", "", good.clone());
    let answer = nothing_changed(&camp.house, asked).await;
    answer.refused("NOT_FOUND").of_field("input.secondment");
    for agency in Agency::ALL.iter().copied() {
        let role = match agency == agency_of(verb) {
            true => Role::Viewer,
            false => Role::Admin,
        };
        let person = camp.place.person(agency, role);
        let asked = call(&person, verb, "secondment", "", good.clone());
        let answer = nothing_changed(&camp.house, asked).await;
        answer.refused("FORBIDDEN");
    }
}

/// Take the steps up to and with `last`.
pub async fn up_to(camp: &Camp, secondment: &str, last: &str) {
    for (verb, day) in [
        ("approveSecondment", "2022-03-05"),
        ("clearSecondment", "2022-03-10"),
        ("beginSecondment", "2022-04-02"),
        ("returnFromSecondment", "2022-06-29"),
    ] {
        step(camp, verb, secondment, day)
            .await
            .data("/done/secondment");
        if verb == last {
            break;
        }
    }
}
