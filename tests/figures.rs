//! Every printed figure of the sources that belongs here, asked of the demo data: `tests/figures.csv`.
//!
//! A figure that does not come out in its source is expected as computed, with the printed value beside it and a note that says why.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    blocks::shipped,
    demo,
    graphql::node_id,
};
use inspectorate_entity::organizations::organization;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
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
        let query = with_ids(&house, row.get("query")).await;
        let answer = office.ask(&query).await;
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

/// `@CODE` in a query stands for the id of the organization with that code.
async fn with_ids(house: &House, query: &str) -> String {
    let Some((before, rest)) = query.split_once("\"@") else {
        return query.to_owned();
    };
    let (code, after) = rest.split_once('"').expect("the code ends");
    let found = organization::Entity::find()
        .filter(organization::Column::Code.eq(code))
        .one(&house.database.reader)
        .await;
    let organization = found
        .expect("the table can be read")
        .expect("the code is known");
    let id = node_id::encode("Organization", organization.id);
    format!("{before}\"{id}\"{after}")
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
