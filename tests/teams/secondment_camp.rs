//! Secondments to try things on: who enters them, and the way that they go.

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::camp::{Camp, call, id};
use crate::support::{answer::Answer, house::Person};

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
    let agency = match verb {
        "approveSecondment" | "enlistSecondment" | "recordPromotion" => Agency::Organization,
        "clearSecondment" => Agency::Discipline,
        _ => Agency::Office,
    };
    camp.place.person(agency, Role::Approver)
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
