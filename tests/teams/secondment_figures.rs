//! A year of secondments: how many were sent, how they did, and who was promoted afterwards.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::{
    camp::Camp,
    secondment_camp::{nominated, step, up_to},
};
use crate::support::{house::House, on_each_database};

on_each_database!(count_appraisals_and_promotions);

async fn count_appraisals_and_promotions(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let back = nominated(&camp, "示例甲").await;
    up_to(&camp, &back, "returnFromSecondment").await;
    step(&camp, "recordPromotion", &back, "2022-08-01")
        .await
        .data("/done");
    let still = nominated(&camp, "示例乙").await;
    up_to(&camp, &still, "beginSecondment").await;
    // Only nominated: not sent, and in no figure.
    nominated(&camp, "示例丙").await;
    let figures = "{ personTimes { value } persons { value } promoted { value unit definition { text textZh } } \
        appraisals { appraisal personTimes { value scope { dimension value } } } }";
    let query = format!(
        "{{ organizations(filter: {{ code: {{ eq: \"A\" }} }}) {{ nodes {{ \
         year: secondmentFigures(from: \"2022-01-01\", to: \"2022-12-31\") {figures} \
         half: secondmentFigures(from: \"2022-01-01\", to: \"2022-07-31\") {figures} }} }} }}"
    );
    for agency in [Agency::Office, Agency::Organization] {
        let reader = camp.place.person(agency, Role::Viewer);
        let answer = reader.ask(&query).await;
        let year = answer.data("/organizations/nodes/0/year");
        assert_eq!(year["personTimes"]["value"], "2");
        assert_eq!(year["persons"]["value"], "2");
        assert_eq!(year["promoted"]["value"], "1");
        assert_eq!(year["promoted"]["unit"], "PERSON");
        let appraised = &year["appraisals"][0];
        assert_eq!(appraised["appraisal"], "EXCELLENT");
        assert_eq!(appraised["personTimes"]["value"], "1");
        let scope = &appraised["personTimes"]["scope"][1];
        let grade = json!({ "dimension": "SECONDMENT_APPRAISAL", "value": "EXCELLENT" });
        assert_eq!(*scope, grade);
        assert!(year["appraisals"][1].is_null());
        // The promotion came after the half year.
        assert_eq!(
            answer.data("/organizations/nodes/0/half/promoted/value"),
            "0"
        );
    }
    let outsider = camp.place.person(Agency::Discipline, Role::Viewer);
    // One field, so that there is one refusal.
    let one = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { \
        secondmentFigures(from: \"2022-01-01\", to: \"2022-12-31\") { promoted { value } } } } }";
    outsider.ask(one).await.refused("FORBIDDEN");
}
