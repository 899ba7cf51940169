//! Who does the inspection work of a dispatcher: posts, full-time staff, people lent, on any day.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use crate::{
    support::{house::House, on_each_database},
    teams::{
        camp::Camp,
        secondment_camp::{nominated, up_to},
    },
};

on_each_database!(counts_posts_staff_and_lent_people);

async fn counts_posts_staff_and_lent_people(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let answer = camp
        .office
        .ask("{ organizations(filter: { code: { eq: \"A-OFFICE\" } }) { nodes { id } } }")
        .await;
    let office = answer.text_at("/organizations/nodes/0/id");
    let input = json!({ "organization": office, "posts": 10, "fullTimeStaff": 7, "startsOn": "2022-01-01" });
    camp.made("setEstablishment", "organizationEstablishment", input)
        .await;
    let lent = nominated(&camp, "示例甲").await;
    up_to(&camp, &lent, "beginSecondment").await;
    // Nominated only, and so not lent.
    nominated(&camp, "示例乙").await;
    let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { \
        before: workforce(asOf: \"2021-12-31\") { posts { value } vacancies { value } lent { value } fullTimeShare { value } } \
        may: workforce(asOf: \"2022-05-01\") { posts { value unit } fullTimeStaff { value } vacancies { value } lent { value unit } \
        fullTimeShare { value numerator denominator } } } } }";
    for agency in [Agency::Office, Agency::Organization] {
        let reader = camp.place.person(agency, Role::Viewer);
        let answer = reader.ask(query).await;
        let city = answer.data("/organizations/nodes/0");
        let before = json!({ "posts": null, "vacancies": null, "lent": { "value": "0" }, "fullTimeShare": null });
        assert_eq!(city["before"], before);
        let may = json!({
            "posts": { "value": "10", "unit": "POST" }, "fullTimeStaff": { "value": "7" }, "vacancies": { "value": "3" },
            "lent": { "value": "1", "unit": "PERSON_TIME" },
            "fullTimeShare": { "value": "87.50", "numerator": "7", "denominator": "8" },
        });
        assert_eq!(city["may"], may);
    }
    let reader = camp.place.person(Agency::Team, Role::Admin);
    let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { workforce { lent { value } } } } }";
    reader.ask(query).await.refused("FORBIDDEN");
}
