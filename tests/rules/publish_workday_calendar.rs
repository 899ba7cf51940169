use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use inspectorate_entity::vocabulary::Vocabulary as _;
use serde_json::{Value, json};

use super::offices::{Offices, start, started};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    a_notice_gives_waiting_deadlines_their_day,
    an_amendment_moves_what_it_touches,
    what_is_no_notice_is_refused,
    only_the_dispatcher_at_the_top_enters_it,
);

const PUBLISH: &str = "mutation ($input: PublishWorkdayCalendarInput!) {
  publishWorkdayCalendar(input: $input) { workdayCalendarDay { date kind year source } event { action } }
}";

async fn publish(person: &Person, year: i32, days: Value) -> Answer {
    let input = json!({ "year": year, "source": "国务院办公厅通知（测试）", "days": days });
    person.graphql(PUBLISH, json!({ "input": input })).await
}

fn day(date: &str, kind: &str) -> Value {
    json!({ "date": date, "kind": kind, "name": "国庆节" })
}

async fn due_on(offices: &Offices, deadline: &str) -> Value {
    let query = format!(r#"{{ deadline(id: "{deadline}") {{ dueOn }} }}"#);
    offices
        .city
        .ask(&query)
        .await
        .data("/deadline/dueOn")
        .clone()
}

async fn a_notice_gives_waiting_deadlines_their_day(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let answer = start(
        &offices,
        &offices.city,
        &offices.city_id,
        "EXPLANATION",
        "2019-12-25",
    )
    .await;
    let deadline = answer.text_at("/startDeadline/deadline/id");
    let answer = publish(&offices.top, 2019, json!([day("2019-10-01", "HOLIDAY")])).await;
    assert_eq!(
        answer.data("/publishWorkdayCalendar/workdayCalendarDay"),
        &json!({ "date": "2019-10-01", "kind": "HOLIDAY", "year": 2019, "source": "国务院办公厅通知（测试）" })
    );
    assert_eq!(
        due_on(&offices, &deadline).await,
        "2020-01-02",
        "New Year's Day is off"
    );
}

async fn an_amendment_moves_what_it_touches(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let deadline = started(&offices).await;
    publish(&offices.top, 2022, json!([day("2022-10-10", "HOLIDAY")]))
        .await
        .data("");
    assert_eq!(due_on(&offices, &deadline).await, "2022-10-26");
}

async fn what_is_no_notice_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    nothing_changed(&house, async {
        let refused = async |year: i32, days: Value, field: &str| {
            publish(&offices.top, year, days)
                .await
                .refused("BAD_USER_INPUT")
                .of_field(field);
        };
        refused(2027, json!([]), "input.days").await;
        refused(1999, json!([day("1999-10-01", "HOLIDAY")]), "input.year").await;
        refused(
            2027,
            json!([day("2028-10-01", "HOLIDAY")]),
            "input.days.0.date",
        )
        .await;
        let twice = json!([day("2027-10-01", "HOLIDAY"), day("2027-10-01", "HOLIDAY")]);
        refused(2027, twice, "input.days.1.date").await;
        refused(
            2027,
            json!([day("2027-10-04", "MAKEUP_WORKDAY")]),
            "input.days.0.kind",
        )
        .await;
        publish(&offices.audit, 2027, json!([day("2027-10-01", "HOLIDAY")]))
            .await
            .refused("FORBIDDEN");
    })
    .await;
}

/// What is entered counts for the whole country, so no office and no dispatcher that has a superior enters it.
async fn only_the_dispatcher_at_the_top_enters_it(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let county = house.person(Agency::Dispatcher, "COUNTY", Role::Admin);
    let days = || json!([day("2027-10-01", "HOLIDAY")]);
    nothing_changed(&house, async {
        for person in [&offices.city, &offices.county, &offices.other] {
            publish(person, 2027, days()).await.refused("FORBIDDEN");
        }
        for agency in [Agency::Superior, Agency::LeadingGroup] {
            let code = format!("CITY-{}", agency.as_str().replace('_', "-"));
            let person = house.person(agency, &code, Role::Admin);
            publish(&person, 2027, days()).await.refused("FORBIDDEN");
        }
        let answer = publish(&county, 2027, days()).await;
        answer.refused("GATE").by_gate("HAS_A_SUPERIOR");
    })
    .await;
    publish(&offices.top, 2027, days())
        .await
        .data("/publishWorkdayCalendar");
}
