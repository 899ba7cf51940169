//! Every printed figure of the sources that belongs here, asked of the demo data: `tests/figures.csv`.
//!
//! A figure that does not come out in its source is expected as computed, with the printed value beside it and a note that says why.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    blocks::shipped,
    demo,
};
use serde_json::Value;

use crate::support::{csv, house::House, on_each_database};

on_each_database!(
    come_out_of_the_demo,
    the_demo_loads_once,
    every_seat_signs_in
);

async fn come_out_of_the_demo(house: Arc<House>) {
    shipped::load(&house.database)
        .await
        .expect("shipped rows load");
    demo::load(&house.database).await.expect("the demo loads");
    let mut wrong = Vec::new();
    for row in csv::read("tests/figures.csv") {
        let (figure, place) = (row.get("figure"), row.get("place"));
        let office = house.person(Agency::Office, &format!("{place}-OFFICE"), Role::Viewer);
        let answer = office.ask(row.get("query")).await;
        let value = answer
            .body
            .get("data")
            .and_then(|data| data.pointer(row.get("pointer")));
        let value = match value {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => format!("nothing: {}", answer.text),
        };
        if value != row.get("expected") {
            let line = row.line;
            wrong.push(format!(
                "line {line}, {figure}: {} expected, {value} found",
                row.get("expected")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn the_demo_loads_once(house: Arc<House>) {
    assert!(demo::load(&house.database).await.expect("the demo loads"));
    assert!(!demo::load(&house.database).await.expect("the demo stays"));
}

/// Each agency of each place is registered, and sees one place only.
async fn every_seat_signs_in(house: Arc<House>) {
    demo::load(&house.database).await.expect("the demo loads");
    let seats = demo::seats();
    assert_eq!(seats.len(), 4 * 18);
    for seat in seats {
        let agency = Agency::ALL.iter().find(|agency| {
            serde_json::to_value(agency).ok() == serde_json::to_value(seat.agency).ok()
        });
        let person = house.person(
            *agency.expect("an agency"),
            &seat.organization_code,
            Role::Viewer,
        );
        let answer = person
            .ask("{ organizations(filter: { level: { eq: CENTRAL } }) { totalCount } }")
            .await;
        assert_eq!(answer.status, 200, "{seat:?}: {}", answer.text);
        assert_eq!(answer.data("/organizations/totalCount"), 0, "{seat:?}");
    }
}
