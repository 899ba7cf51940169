//! Titles: counted by year, and one earned in a deployment goes to who was deployed.

use std::sync::Arc;

use serde_json::json;

use super::{camp::Camp, deploy_person::sent};
use crate::support::{house::House, on_each_database};

on_each_database!(counts_by_year);

async fn counts_by_year(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let (person, other) = (camp.person("示例甲").await, camp.person("示例乙").await);
    let deployment = camp
        .made("deployPerson", "deployment", sent(&camp, &person))
        .await;
    let title = |person: &str| json!({ "person": person, "title": "最美攻坚人", "grantedBy": "示例机关", "ground": "疫情防控攻坚", "deployment": deployment, "on": "2023-01-10", "year": 2022 });
    let answer = camp.refused("recordHonour", "honour", title(&other)).await;
    answer
        .refused("BAD_USER_INPUT")
        .of_field("input.deployment");
    let mut wrong = title(&person);
    wrong["year"] = json!(2024);
    let answer = camp.refused("recordHonour", "honour", wrong).await;
    answer.refused("BAD_USER_INPUT").of_field("input.year");
    camp.made("recordHonour", "honour", title(&person)).await;
    let query = "{ now: honours(filter: { year: { eq: 2022 } }) { totalCount } then: honours(filter: { year: { eq: 2023 } }) { totalCount } \
        deployments { nodes { honours { nodes { title person { honours { totalCount } } } } } } }";
    let answer = camp.office.ask(query).await;
    assert_eq!(answer.data("/now/totalCount"), 1);
    assert_eq!(answer.data("/then/totalCount"), 0);
    let earned = answer.data("/deployments/nodes/0/honours/nodes/0");
    assert_eq!(earned["title"], "最美攻坚人");
    assert_eq!(earned["person"]["honours"]["totalCount"], 1);
}
