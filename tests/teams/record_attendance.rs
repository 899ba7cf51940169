//! Recording attendance: each person once, put right by saying it again, asked of the person as of the training.

use std::sync::Arc;

use serde_json::json;

use super::{camp::Camp, hold_training::before_the_round};
use crate::support::{house::House, on_each_database};

on_each_database!(puts_right_what_was_said_before);

async fn puts_right_what_was_said_before(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let training = camp
        .made("holdTraining", "training", before_the_round(&camp))
        .await;
    let (one, other) = (camp.person("示例甲").await, camp.person("示例乙").await);
    let twice = json!({ "training": training, "attended": [one, other], "absent": [other] });
    let answer = camp.refused("recordAttendance", "training", twice).await;
    answer.refused("BAD_USER_INPUT").of_field("input.attended");
    let record = json!({ "training": training, "attended": [one], "absent": [other] });
    camp.made("recordAttendance", "training", record).await;
    let query = "{ trainings { nodes { there: attendances(filter: { attended: { eq: true } }) { totalCount } attendances { totalCount } } } \
        people(filter: { code: { eq: \"示例乙\" } }) { nodes { trainings { nodes { attended training { ordinal } } } } } }";
    let answer = camp.office.ask(query).await;
    assert_eq!(
        *answer.data("/trainings/nodes/0"),
        json!({ "there": { "totalCount": 1 }, "attendances": { "totalCount": 2 } })
    );
    let mine = "/people/nodes/0/trainings/nodes/0";
    assert_eq!(
        *answer.data(mine),
        json!({ "attended": false, "training": { "ordinal": 1 } })
    );
    let corrected = json!({ "training": training, "attended": [other] });
    camp.made("recordAttendance", "training", corrected).await;
    let answer = camp.office.ask(query).await;
    assert_eq!(answer.data("/trainings/nodes/0/there/totalCount"), 2);
    assert_eq!(answer.data("/trainings/nodes/0/attendances/totalCount"), 2);
    assert_eq!(answer.data(&format!("{mine}/attended")), true);
}
