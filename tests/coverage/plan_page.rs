//! The plan page: plan, progress by sector, the first twenty objects with organization, block, last inspection and next round, in
//! at most eight statements, however many objects there are.

use std::sync::Arc;

use crate::support::{house::House, on_each_database};
use inspectorate::{
    access::policy::{Agency, Role},
    demo,
};

on_each_database!(takes_at_most_eight_statements);

const PAGE: &str = "query($id: ID!) { coveragePlan(id: $id) { name status issuedOn \
    progressBySector { group { label } listed { value } covered { value } completionRate { value numerator denominator } } \
    objects(first: 20) { totalCount nodes { objectType organization { name } block { name } lastCoverage { kind startedOn } nextRound { ordinal startsOn } } pageInfo { hasNextPage } } } }";

async fn takes_at_most_eight_statements(house: Arc<House>) {
    demo::load(&house.database).await.expect("the demo loads");
    for (code, objects) in [("NJ", 101), ("XM", 105), ("MOF", 81)] {
        let office = house.person(Agency::Office, &format!("{code}-OFFICE"), Role::Viewer);
        let five_year = "{ coveragePlans(filter: { kind: { eq: FIVE_YEAR } }) { nodes { id } } }";
        let plans = office.ask(five_year).await;
        let plans = plans
            .data("/coveragePlans/nodes")
            .as_array()
            .expect("plans")
            .clone();
        let mut seen = false;
        for plan in plans {
            let before = house.statements().await;
            let answer = office
                .graphql(PAGE, serde_json::json!({ "id": plan["id"] }))
                .await;
            let page = answer.data("/coveragePlan").clone();
            let taken = house.statements().await - before;
            assert!(taken <= 8, "{taken} statements for the plan page of {code}");
            if page["objects"]["totalCount"] == objects {
                seen = true;
                assert_eq!(page["objects"]["nodes"].as_array().map(Vec::len), Some(20));
                assert_eq!(page["objects"]["pageInfo"]["hasNextPage"], true);
                assert!(!page["objects"]["nodes"][0]["lastCoverage"].is_null());
            }
        }
        assert!(seen, "{code} has a plan with {objects} objects");
    }
}
