//! The log of reads: who was shown what of the contents that are kept in few hands.

use std::{sync::Arc, time::Duration};

use chrono::{TimeDelta, Utc};
use inspectorate::access::policy::{Agency, Role};
use inspectorate_entity::journal::access_record;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait, Statement};
use serde_json::{Value, json};

use super::rows;
use crate::{
    coverage::desk::{Desk, act},
    support::{
        house::{House, Person},
        on_each_database,
        place::Place,
    },
};

on_each_database!(
    hold_what_is_restricted,
    hold_what_filters_and_history_tell,
    are_written_before_the_end,
    stay_as_they_were_and_end_with_their_time,
    are_for_those_who_keep_rights_and_look_into_leaks,
);

/// A further service on the database that logs these reads.
async fn logging(house: &House, reads: &str) -> Arc<House> {
    let flags = ["--logged-reads", reads];
    Arc::new(House::open_with(house.kind, &house.url, &flags).await)
}

fn at(person: &Person, house: &Arc<House>) -> Person {
    Person {
        house: house.clone(),
        token: person.token.clone(),
    }
}

/// The entries of the log, oldest first, once there are `count` of them.
async fn entries(keeper: &Person, count: u64) -> Vec<Value> {
    let query = "{ accessRecords(orderBy: [{ field: OCCURRED_AT }]) { totalCount nodes { operation subjectType fields rowCount agency actorName actorSubject roles organization { code } } } }";
    for _ in 0..100 {
        let answer = keeper.ask(query).await;
        let found = answer.data("/accessRecords");
        if found["totalCount"].as_u64() >= Some(count) {
            assert_eq!(found["totalCount"], json!(count));
            return found["nodes"].as_array().cloned().unwrap_or_default();
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{count} entries are written within five seconds");
}

fn what(entry: &Value) -> (&Value, &Value, &Value) {
    (&entry["subjectType"], &entry["fields"], &entry["rowCount"])
}

async fn hold_what_is_restricted(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    crate::read_path::rows::fill(&house, &place).await;
    crate::teams::rows::fill(&house, &place).await;
    let service = logging(&house, "ReadLookBackDates,ReadRecusals").await;
    let office = at(&place.person(Agency::Office, Role::Viewer), &service);
    // Nothing of this is restricted, and so nothing of it is logged.
    let open = "{ coverageObjects(first: 2) { totalCount nodes { priority } } teams { totalCount nodes { name } } }";
    office.ask(open).await.data("/teams/nodes/0");
    let restricted = "query Anything { objects: coverageObjects(first: 2) { nodes { plannedLookBackOn } } ...more } fragment more on Query { recusals { nodes { detail team { name } } } again: recusals { totalCount } }";
    office.ask(restricted).await.data("/recusals/nodes/0");
    // Whoever is refused was shown nothing.
    let audit = at(&place.person(Agency::Audit, Role::Viewer), &service);
    audit
        .ask("{ recusals { totalCount } }")
        .await
        .refused("FORBIDDEN");
    let keeper = place.person(Agency::Office, Role::Admin);
    let found = entries(&keeper, 3).await;
    let expected = json!({
        "operation": "coverageObjects recusals", "subjectType": "CoverageObject", "fields": "plannedLookBackOn", "rowCount": 2,
        "agency": "OFFICE", "actorName": "测试员", "actorSubject": "test-xm-office-viewer", "roles": "viewer",
        "organization": { "code": "XM-OFFICE" },
    });
    assert!(found.contains(&expected), "{found:#?}");
    let of_recusals: Vec<_> = found
        .iter()
        .filter(|entry| entry["subjectType"] == "Recusal")
        .map(what)
        .collect();
    let (noun, none) = (json!("Recusal"), Value::Null);
    assert!(of_recusals.contains(&(&noun, &none, &json!(1))));
    assert!(
        of_recusals.contains(&(&noun, &none, &json!(0))),
        "counted only"
    );
    service.stop().await;
}

async fn hold_what_filters_and_history_tell(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let inspected = json!({ "term": term, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2022-04-06", "reportedOn": "2022-07-01" });
    let fields = "coverageRecord { id }";
    act(&desk.office, "recordCoverage", fields, inspected)
        .await
        .data("/recordCoverage");
    let input = json!({ "object": object, "version": 1, "on": "2027-03-01", "selection": "RANDOM" });
    act(&desk.office, "planLookBack", "coverageObject { id }", input)
        .await
        .data("/planLookBack");
    crate::teams::rows::fill(&house, &desk.place).await;
    let service = logging(&house, "ReadLookBackDates,ReadTeamObjects").await;
    let office = at(&desk.office, &service);
    let history = format!(
        "{{ coverageObject(id: \"{object}\") {{ history {{ nodes {{ action changes {{ field new }} }} }} }} }}"
    );
    let answer = office.ask(&history).await;
    assert!(answer.text.contains("2027-03-01"), "{}", answer.text);
    let keeper = desk.place.person(Agency::Office, Role::Admin);
    let found = entries(&keeper, 1).await;
    let (noun, field) = (json!("CoverageObject"), json!("plannedLookBackOn lookBackSelection"));
    assert_eq!(what(&found[0]).0, &noun);
    assert_eq!(what(&found[0]).1, &field);
    // Which teams have something to inspect is told by the filter, although no row of what they inspect is shown.
    let sought = "{ teams(filter: { not: { objects: { some: { organization: { code: { eq: \"A-OBJECT-1\" } } } } } }) { nodes { name } } }";
    office.ask(sought).await.data("/teams");
    let found = entries(&keeper, 2).await;
    let (noun, none) = (json!("TeamObject"), Value::Null);
    assert_eq!(what(&found[1]), (&noun, &none, &json!(0)));
    service.stop().await;
}

async fn are_written_before_the_end(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    crate::read_path::rows::fill(&house, &place).await;
    let service = logging(&house, "every").await;
    let office = at(&place.person(Agency::Office, Role::Viewer), &service);
    for _ in 0..7 {
        let answer = office
            .ask("{ coverageObjects(first: 1) { nodes { id } } }")
            .await;
        answer.data("/coverageObjects/nodes/0");
    }
    service.stop().await;
    let written = access_record::Entity::find()
        .count(&house.database.reader)
        .await;
    assert_eq!(written.unwrap(), 7);
}

async fn stay_as_they_were_and_end_with_their_time(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    let old = rows::insert(&house, &place, Utc::now() - TimeDelta::days(40)).await;
    let young = rows::insert(&house, &place, Utc::now() - TimeDelta::days(20)).await;
    let writer = &house.database.writer;
    let forged = "UPDATE access_record SET actor_name = 'x'";
    let forged = Statement::from_string(writer.get_database_backend(), forged);
    let refused = writer.execute_raw(forged).await.unwrap_err().to_string();
    assert!(
        refused.contains("an access record is never altered"),
        "{refused}"
    );
    // What is kept for thirty days goes after them; by default nothing goes.
    let keeper = place.person(Agency::Office, Role::Admin);
    entries(&keeper, 2).await;
    let flags = ["--access-record-days", "30"];
    let service = House::open_with(house.kind, &house.url, &flags).await;
    for _ in 0..100 {
        let left = access_record::Entity::find()
            .all(&house.database.reader)
            .await;
        let left: Vec<_> = left.unwrap().into_iter().map(|row| row.id).collect();
        if !left.contains(&old) {
            assert_eq!(left, [young]);
            service.stop().await;
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("an entry whose time is over goes within five seconds");
}

async fn are_for_those_who_keep_rights_and_look_into_leaks(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    let other = Place::build(&house, "NJ").await;
    rows::fill(&house, &place).await;
    let ask = async |place: &Place, agency, role| {
        let person = place.person(agency, role);
        person
            .ask("{ accessRecords { totalCount nodes { id } } }")
            .await
    };
    let keepers = [Agency::Office, Agency::Discipline];
    for agency in Agency::ALL.iter().copied() {
        let answer = ask(&place, agency, Role::Admin).await;
        if keepers.contains(&agency) {
            assert_eq!(answer.data("/accessRecords/totalCount"), &json!(1));
            let viewer = ask(&place, agency, Role::Approver).await;
            viewer.refused("FORBIDDEN");
            let elsewhere = ask(&other, agency, Role::Admin).await;
            assert_eq!(elsewhere.data("/accessRecords/totalCount"), &json!(0));
        } else {
            answer.refused("FORBIDDEN");
        }
    }
}
