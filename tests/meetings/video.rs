//! Meetings held by video count as use of the video consultation system.

use std::sync::Arc;

use serde_json::json;

use super::Hall;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(count_by_month);

async fn count_by_month(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let office = &hall.desk.office;
    // One in the room, one by video, and one by video that is only being prepared.
    hall.held().await;
    for (ordinal, held) in [(2, true), (3, false)] {
        let mut input = hall.with("ordinal", json!(ordinal));
        input["medium"] = json!("VIDEO");
        let meeting = hall
            .desk
            .made(office, "prepareMeeting", "meeting", input)
            .await;
        if held {
            hall.came(&meeting).await;
            let input = json!({ "meeting": meeting, "version": 1, "minutes": "视频会商" });
            act(office, "holdMeeting", "meeting { medium }", input)
                .await
                .data("/holdMeeting");
        }
    }
    let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { hasVideoConsultation platformUse(from: \"2022-04-01\", to: \"2022-06-30\") { month videoMeetings { value unit definition { code } } } } } meetings(filter: { medium: { eq: VIDEO } }) { totalCount } }";
    let answer = office.ask(query).await;
    let months = answer.data("/organizations/nodes/0/platformUse");
    let count = |value: &str| json!({ "value": value, "unit": "MEETING", "definition": { "code": "MEETINGS_BY_VIDEO" } });
    let expected = json!([
        { "month": "2022-04-01", "videoMeetings": count("0") },
        { "month": "2022-05-01", "videoMeetings": count("1") },
        { "month": "2022-06-01", "videoMeetings": count("0") },
    ]);
    assert_eq!(months, &expected);
    assert_eq!(answer.data("/meetings/totalCount"), &json!(2));
}
