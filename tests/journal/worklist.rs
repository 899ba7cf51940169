//! What an agency owes, soonest first: steps of life cycles and deadlines by themselves.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    blocks::shipped,
    graphql::node_id,
};
use serde_json::{Value, json};

use crate::{
    rules::offices::{Offices, start},
    support::{house::House, on_each_database, place::Place},
    visibility::world,
};

on_each_database!(
    deadlines_stand_soonest_first,
    nobody_else_is_told,
    takes_as_many_statements_whatever_it_holds
);

const WORKLIST: &str = "{ worklist { recordType action state dueOn deadlineId record { id } } }";

/// The rule and the day on which its clock starts, and on which it ends.
const CLOCKS: [(&str, &str); 3] = [
    ("RECTIFICATION_PLAN", "2022-11-01"),
    ("RECTIFICATION_PLAN", "2022-09-29"),
    ("EXPLANATION", "2019-12-25"),
];

async fn deadlines_stand_soonest_first(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    for (rule, day) in CLOCKS {
        let answer = start(&offices, &offices.city, &offices.city_id, rule, day).await;
        answer.data("/startDeadline/deadline/id");
    }
    // The county itself has to keep them; its body is registered as the inspected one.
    let input = json!({ "organization": offices.county_id, "agency": "OBJECT", "authority": offices.county_id, "startsOn": "2020-01-01" });
    let query = "mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { agencyRegistration { id } } }";
    let registered = offices.city.graphql(query, json!({ "input": input })).await;
    registered.data("/registerAgency/agencyRegistration/id");
    let county = house.person(Agency::Object, "COUNTY", Role::Viewer);
    let list = county.ask(WORKLIST).await;
    let list = list.data("/worklist").as_array().cloned().unwrap();
    assert_eq!(list.len(), 3, "{list:#?}");
    let days: Vec<&Value> = list.iter().map(|item| &item["dueOn"]).collect();
    assert!(
        days[0].as_str() < days[1].as_str() && days[2].is_null(),
        "{days:?}"
    );
    for item in &list {
        assert_eq!(item["action"], "meetDeadline");
        assert_eq!(item["record"]["id"], json!(offices.county_id));
        assert_eq!(item["recordType"], "Organization");
    }
    let states: Vec<&Value> = list.iter().map(|item| &item["state"]).collect();
    assert_eq!(
        json!(states),
        json!(["OVERDUE", "OVERDUE", "AWAITING_CALENDAR"])
    );
    // Once it is met it is owed no more.
    let (noun, _) = node_id::decode(list[0]["deadlineId"].as_str().unwrap()).unwrap();
    assert_eq!(noun, "Deadline");
    let input = json!({ "deadline": list[0]["deadlineId"], "version": 1, "metOn": "2022-10-10" });
    let query = "mutation ($input: MeetDeadlineInput!) { meetDeadline(input: $input) { deadline { standing } } }";
    let met = offices.city.graphql(query, json!({ "input": input })).await;
    met.data("/meetDeadline/deadline/standing");
    let list = county.ask(WORKLIST).await;
    assert_eq!(list.data("/worklist").as_array().map(Vec::len), Some(2));
}

async fn nobody_else_is_told(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let (rule, day) = CLOCKS[0];
    start(&offices, &offices.city, &offices.city_id, rule, day)
        .await
        .data("");
    for person in [&offices.other, &offices.audit, &offices.city] {
        let list = person.ask(WORKLIST).await;
        assert_eq!(list.data("/worklist"), &json!([]));
    }
}

/// The list with whom its entries are about: one statement for the list, one for each level of organizations, and who asks.
async fn takes_as_many_statements_whatever_it_holds(house: Arc<House>) {
    shipped::load(&house.database)
        .await
        .expect("what ships is loaded");
    let place = Place::build(&house, "XM").await;
    let office = place.person(Agency::Office, Role::Approver);
    let query = "{ worklist(first: 100) { recordType action state dueOn deadlineId organization { code name parent { name } } } }";
    let ask = async || {
        let before = house.statements().await;
        let answer = office.ask(query).await;
        let taken = house.statements().await - before;
        let list = answer.data("/worklist").as_array().cloned();
        (list.expect("a worklist"), taken)
    };
    let (nothing, _) = ask().await;
    assert!(nothing.is_empty(), "{nothing:?}");
    world::fill(&place).await;
    let id = |row| node_id::encode("Organization", row);
    let query = "mutation ($input: StartDeadlineInput!) { startDeadline(input: $input) { deadline { id } } }";
    for object in &place.objects {
        let input = json!({ "record": id(object.id), "dispatcher": id(place.dispatcher.id), "rule": CLOCKS[0].0, "startedOn": CLOCKS[0].1 });
        let started = office.graphql(query, json!({ "input": input })).await;
        started.text_at("/startDeadline/deadline/id");
    }
    let (list, taken) = ask().await;
    assert!(list.len() > 5, "{list:#?}");
    let about: Vec<_> = list
        .iter()
        .filter(|item| !item["organization"].is_null())
        .collect();
    assert_eq!(about.len(), place.objects.len(), "{list:#?}");
    for item in about {
        assert!(item["organization"]["name"].is_string(), "{item}");
    }
    assert!(taken <= 8, "{taken} statements for {} entries", list.len());
}
