//! The joint operations of a year: entered ones, each organization once, each result for one side.

use std::sync::Arc;

use serde_json::json;

use super::Joint;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(counts_what_was_entered);

async fn counts_what_was_entered(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let first = joint.entered(joint.input()).await;
    joint.shared(&first).await;
    let mut more = joint.finding(&first);
    more["countedBy"] = json!(crate::meetings::body(&joint.desk().place, "OFFICE").await);
    more["amount"] = json!("0.25");
    act(&joint.audit, "shareJointResult", "jointResult { id }", more)
        .await
        .data("/shareJointResult");
    let objects = [joint.desk().organization(0), joint.desk().organization(1)];
    let second = joint.with("objects", json!(objects));
    let mut second = second;
    second["mode"] = json!("MUTUAL_USE");
    joint.agreed(second).await;
    // Agreed, and not entered: it does not count yet.
    joint.agreed(joint.input()).await;
    let query = |year: i32| {
        format!(
            "{{ organizations(filter: {{ code: {{ eq: \"A\" }} }}) {{ nodes {{ jointOperationYear(year: {year}) {{ operations {{ value unit }} \
             byMode {{ mode operations {{ value }} }} byLead {{ agency operations {{ value }} }} units {{ value }} results {{ value }} \
             byCounter {{ organization results {{ value }} amount {{ value }} }} amount {{ value unit }} }} }} }} }}"
        )
    };
    let at = "/organizations/nodes/0/jointOperationYear";
    let answer = joint.office().ask(&query(2022)).await;
    let figures = answer.data(at);
    let one = json!({ "value": "1" });
    assert_eq!(
        figures["operations"],
        json!({ "value": "2", "unit": "JOINT_OPERATION" })
    );
    let expected = json!([{ "mode": "SIMULTANEOUS", "operations": one }, { "mode": "MUTUAL_USE", "operations": one }]);
    assert_eq!(figures["byMode"], expected);
    let expected = json!([{ "agency": "OFFICE", "operations": { "value": "2" } }]);
    assert_eq!(figures["byLead"], expected);
    assert_eq!(figures["units"], json!({ "value": "2" }));
    assert_eq!(figures["results"], json!({ "value": "2" }));
    assert_eq!(
        figures["amount"],
        json!({ "value": "1200000.75", "unit": "YUAN" })
    );
    let mut sides: Vec<_> = figures["byCounter"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|side| side["amount"]["value"].clone())
        .collect();
    sides.sort_by_key(ToString::to_string);
    assert_eq!(sides, [json!("0.25"), json!("1200000.5")]);
    // Who oversees the work counts operations; what was found is for the sides alone, and a third agency counts nothing.
    for (person, operations, results) in [(&joint.group(), "2", "0"), (&joint.discipline, "0", "0")]
    {
        let answer = person.ask(&query(2022)).await;
        let figures = answer.data(at);
        assert_eq!(figures["operations"]["value"], operations);
        assert_eq!(figures["results"]["value"], results);
    }
    let answer = joint.office().ask(&query(2021)).await;
    assert_eq!(answer.data(at)["operations"]["value"], "0");
    let answer = joint.office().ask(&query(2999)).await;
    answer.refused("BAD_USER_INPUT");
}
