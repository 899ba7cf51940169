//! A row of the log of reads, put into the database directly, to prove that outsiders see none.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use inspectorate_entity::journal::access_record;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use crate::{
    coverage::desk::act,
    support::{house::House, place::Place},
};

/// Somebody of the place read a look-back date yesterday, and a package brought its first object.
pub async fn fill(house: &House, place: &Place) {
    insert(house, place, Utc::now() - TimeDelta::days(1)).await;
    let office = place.person(Agency::Office, Role::Admin);
    let query = format!(
        "{{ organizations(filter: {{ code: {{ eq: \"{}-OFFICE\" }} }}) {{ nodes {{ id }} }} }}",
        place.code
    );
    let own = office
        .ask(&query)
        .await
        .text_at("/organizations/nodes/0/id");
    let object = node_id::encode("Organization", place.objects[0].id);
    let input = json!({
        "organization": own, "direction": "IMPORT", "system": "单机系统", "name": "名单", "sha256": "0".repeat(64), "recordCount": 1,
        "records": [{ "record": object, "externalId": place.code }],
    });
    act(&office, "recordDataPackage", "dataPackage { id }", input)
        .await
        .data("/recordDataPackage");
}

/// Somebody of the place read a look-back date at that moment.
pub async fn insert(house: &House, place: &Place, at: DateTime<Utc>) -> Uuid {
    let row = access_record::Model {
        id: Uuid::now_v7(),
        occurred_at: at.trunc_subsecs(6),
        operation: "coverageObjects".to_owned(),
        noun: "CoverageObject".to_owned(),
        fields: Some("plannedLookBackOn".to_owned()),
        row_count: 1,
        agency: "OFFICE".to_owned(),
        organization_id: place.dispatcher.id,
        actor_subject: format!("{}-P", place.code),
        actor_name: "测试员".to_owned(),
        roles: "viewer".to_owned(),
    };
    let id = row.id;
    let row = row.into_active_model().reset_all();
    let inserted = row.insert(&house.database.writer).await;
    inserted.expect("the row can be written");
    id
}
