//! Nominating a person: nobody is lent twice at once, and who was refused is free again.

use std::sync::Arc;

use serde_json::json;

use super::{camp::Camp, secondment_camp::nomination};
use crate::support::{house::House, on_each_database};

on_each_database!(nobody_is_lent_twice);

async fn nobody_is_lent_twice(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let person = camp.person("示例人员").await;
    let input = nomination(&camp, &person);
    let first = camp
        .made("nominateForSecondment", "secondment", input.clone())
        .await;
    let answer = camp
        .refused("nominateForSecondment", "secondment", input.clone())
        .await;
    answer
        .refused("GATE")
        .by_gate("SECONDED_ALREADY")
        .of_field("input.person");
    let mut later = input.clone();
    later["startsOn"] = json!("2022-07-01");
    let answer = camp
        .refused("nominateForSecondment", "secondment", later.clone())
        .await;
    answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
    later["endsOn"] = json!("2022-09-30");
    camp.made("nominateForSecondment", "secondment", later)
        .await;
    let refuse =
        json!({ "secondment": first, "version": 1, "on": "2022-03-05", "reason": "工作需要" });
    camp.made("refuseSecondment", "secondment", refuse).await;
    camp.made("nominateForSecondment", "secondment", input)
        .await;
}
