//! What people got for going on inspection, and who got nothing: for office and organization department.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::{
    camp::{Camp, call},
    secondment_camp::{nominated, seat_of, step, up_to},
};
use crate::support::{house::House, on_each_database};

on_each_database!(
    name_who_got_nothing,
    are_for_office_and_organization_department
);

const QUERY: &str = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { \
    now: incentives { people { value unit } withoutAny { value } byPerson { name kinds } } \
    then: incentives(asOf: \"2022-07-31\") { people { value } withoutAny { value } byPerson { name kinds } } } } }";

/// Somebody lent who comes back, is listed and promoted, somebody lent without anything, and a deputy on secondment with a title.
async fn three_people(camp: &Camp) {
    let listed = nominated(camp, "示例甲").await;
    up_to(camp, &listed, "returnFromSecondment").await;
    let version = camp.version("secondment", &listed).await;
    let list = json!({ "secondment": listed, "version": version, "year": 2022 });
    let keeper = seat_of(camp, "enlistSecondment");
    call(&keeper, "enlistSecondment", "secondment", "", list)
        .await
        .data("/done");
    step(camp, "recordPromotion", &listed, "2022-08-01")
        .await
        .data("/done");
    let nothing = nominated(camp, "示例乙").await;
    up_to(camp, &nothing, "beginSecondment").await;
    let team = camp.team(1, "REGULAR").await;
    camp.seat(&team, "示例丙", "SECONDED_DEPUTY", &camp.place.objects[0])
        .await;
    let deputy = camp
        .office
        .ask("{ people(filter: { name: { eq: \"示例丙\" } }) { nodes { id } } }")
        .await;
    let title = json!({
        "person": deputy.text_at("/people/nodes/0/id"), "title": "先进个人", "grantedBy": "示例机关", "ground": "巡察工作",
        "on": "2022-12-20", "year": 2022,
    });
    camp.made("recordHonour", "honour", title).await;
}

async fn name_who_got_nothing(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    three_people(&camp).await;
    for agency in [Agency::Office, Agency::Organization] {
        let reader = camp.place.person(agency, Role::Viewer);
        let answer = reader.ask(QUERY).await;
        let now = answer.data("/organizations/nodes/0/now");
        assert_eq!(now["people"]["value"], "3");
        assert_eq!(now["people"]["unit"], "PERSON");
        assert_eq!(now["withoutAny"]["value"], "1");
        let people = now["byPerson"].as_array().expect("people");
        assert_eq!(people[0], json!({ "name": "示例乙", "kinds": [] }));
        for person in [
            json!({ "name": "示例甲", "kinds": ["SECONDMENT_LIST", "PROMOTION"] }),
            json!({ "name": "示例丙", "kinds": ["SECONDED_DEPUTY", "COUNTED_EXPERIENCE", "HONOUR"] }),
        ] {
            assert!(people.contains(&person), "{person} in {people:?}");
        }
        let then = answer.data("/organizations/nodes/0/then");
        let people = then["byPerson"].as_array().expect("people");
        for person in [
            json!({ "name": "示例甲", "kinds": ["SECONDMENT_LIST"] }),
            json!({ "name": "示例丙", "kinds": ["SECONDED_DEPUTY", "COUNTED_EXPERIENCE"] }),
        ] {
            assert!(people.contains(&person), "{person} in {people:?}");
        }
    }
}

async fn are_for_office_and_organization_department(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    for agency in Agency::ALL.iter().copied() {
        if [Agency::Office, Agency::Organization].contains(&agency) {
            continue;
        }
        let who = camp.place.person(agency, Role::Admin);
        // One field, so that there is one refusal.
        let one = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { incentives { people { value } } } } }";
        who.ask(one).await.refused("FORBIDDEN");
    }
}
