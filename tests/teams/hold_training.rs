//! Recording trainings: a class without a round, the training before a round with it, each number once a year.

use std::sync::Arc;

use serde_json::{Value, json};

use super::camp::{Camp, call};
use crate::support::{house::House, on_each_database};

on_each_database!(numbers_classes_and_trainings_apart);

/// The first training before the round of the camp.
pub fn before_the_round(camp: &Camp) -> Value {
    json!({ "kind": "PRE_INSPECTION", "round": camp.round, "ordinal": 1, "topic": "巡前业务", "on": "2022-03-28" })
}

async fn numbers_classes_and_trainings_apart(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let class = json!({ "kind": "CLASS", "series": "示例课堂", "ordinal": 1, "topic": "问卷设计", "on": "2022-02-10" });
    let answer = call(
        &camp.office,
        "holdTraining",
        "training",
        "kind series year ordinal heldOn round { id }",
        class.clone(),
    )
    .await;
    let row = answer.data("/done/training");
    assert_eq!((&row["year"], &row["round"]), (&json!(2022), &Value::Null));
    let again = camp
        .refused("holdTraining", "training", class.clone())
        .await;
    again.refused("CONFLICT").of_field("input.ordinal");
    let mut wrong = class.clone();
    wrong["ordinal"] = json!(0);
    let answer = camp.refused("holdTraining", "training", wrong).await;
    answer.refused("BAD_USER_INPUT").of_field("input.ordinal");
    let mut wrong = class.clone();
    (wrong["ordinal"], wrong["round"]) = (json!(2), json!(camp.round));
    let answer = camp.refused("holdTraining", "training", wrong).await;
    answer.refused("BAD_USER_INPUT").of_field("input.round");
    let mut wrong = before_the_round(&camp);
    wrong["round"] = Value::Null;
    let answer = camp.refused("holdTraining", "training", wrong).await;
    answer.refused("BAD_USER_INPUT").of_field("input.round");
    let mut future = class;
    (future["ordinal"], future["on"]) = (json!(2), json!("2099-01-01"));
    let answer = camp.refused("holdTraining", "training", future).await;
    answer.refused("BAD_USER_INPUT").of_field("input.on");
    camp.made("holdTraining", "training", before_the_round(&camp))
        .await;
    let query = "{ classes: trainings(filter: { kind: { eq: CLASS }, year: { eq: 2022 } }) { totalCount } \
        rounds { nodes { trainings { nodes { ordinal } } } } }";
    let answer = camp.office.ask(query).await;
    assert_eq!(answer.data("/classes/totalCount"), 1);
    assert_eq!(answer.data("/rounds/nodes/0/trainings/nodes/0/ordinal"), 1);
}
