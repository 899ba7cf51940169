//! A place whose office calls meetings.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::{Value, json};

use crate::{
    coverage::desk::{Desk, act},
    support::{answer::Answer, house::House, house::Person, place::Place},
};

/// A place whose office calls the discipline department and an organization to its meetings.
pub struct Hall {
    pub desk: Desk,
    /// The bodies of the office and of the discipline department.
    pub office: String,
    pub discipline: String,
    /// People who act for the two that are called, and for one that is not.
    pub called: Person,
    pub stranger: Person,
}

/// The body that acts for an agency in `place`, such as `DISCIPLINE`.
pub async fn body(place: &Place, agency: &str) -> String {
    let office = place.person(Agency::Office, Role::Viewer);
    let query =
        "query($code: String!) { organizations(filter: { code: { eq: $code } }) { nodes { id } } }";
    let code = format!("{}-{agency}", place.code);
    let found = office.graphql(query, json!({ "code": code })).await;
    found.text_at("/organizations/nodes/0/id")
}

impl Hall {
    pub async fn open(house: &Arc<House>) -> Self {
        let desk = Desk::open(house).await;
        Self {
            office: body(&desk.place, "OFFICE").await,
            discipline: body(&desk.place, "DISCIPLINE").await,
            called: desk.place.person(Agency::Discipline, Role::Handler),
            stranger: desk.place.person(Agency::Audit, Role::Admin),
            desk,
        }
    }

    /// The dispatcher of the place.
    pub fn dispatcher(&self) -> String {
        node_id::encode("Organization", self.desk.place.dispatcher.id)
    }

    /// The input of a meeting of the office on 10 May 2022 to which the discipline department is called, and one organization to sit in.
    pub fn meeting(&self) -> Value {
        json!({
            "kind": "ROOM_AFFAIRS", "convener": self.office, "name": "第一次室务会", "plannedOn": "2022-05-10", "ordinal": 1,
            "invited": [{ "organization": self.discipline }, { "organization": self.desk.organization(0), "required": false }],
            "items": [{ "kind": "CONSIDER", "title": "研究进驻安排" }],
        })
    }

    /// The same with one value changed.
    pub fn with(&self, field: &str, value: Value) -> Value {
        let mut input = self.meeting();
        input[field] = value;
        input
    }

    /// A meeting that is being prepared, at version 1.
    pub async fn prepared(&self) -> String {
        let input = self.meeting();
        let office = &self.desk.office;
        self.desk
            .made(office, "prepareMeeting", "meeting", input)
            .await
    }

    /// Who is called to it, by the code of its body.
    pub async fn attendance(&self, meeting: &str, code: &str) -> String {
        let query = "query($id: ID!, $code: String!) { meeting(id: $id) { attendances(filter: { organization: { code: { eq: $code } } }) { nodes { id } } } }";
        let variables = json!({ "id": meeting, "code": code });
        let found = self.desk.office.graphql(query, variables).await;
        found.text_at("/meeting/attendances/nodes/0/id")
    }

    /// Record that the discipline department came.
    pub async fn came(&self, meeting: &str) {
        let attendance = self.attendance(meeting, "A-DISCIPLINE").await;
        let input = json!({ "meeting": meeting, "presences": [{ "attendance": attendance, "presence": "PRESENT" }] });
        let answer = act(
            &self.desk.office,
            "recordMeetingPresence",
            "meeting { id }",
            input,
        )
        .await;
        answer.data("/recordMeetingPresence");
    }

    /// A meeting that was held on the day planned, at version 2.
    pub async fn held(&self) -> String {
        let meeting = self.prepared().await;
        self.came(&meeting).await;
        let input = json!({ "meeting": meeting, "version": 1, "minutes": "议定进驻安排" });
        act(
            &self.desk.office,
            "holdMeeting",
            "meeting { status }",
            input,
        )
        .await
        .data("/holdMeeting");
        meeting
    }

    /// A round, and a meeting that looks back at it and was held on 10 July 2022, at version 2.
    pub async fn review(&self) -> (String, String) {
        let term = self.desk.term().await;
        let round = self.desk.round(&term, 1).await;
        let mut input = self.with("kind", json!("ROUND_REVIEW"));
        input["round"] = json!(round);
        input["name"] = json!("复盘会");
        input["plannedOn"] = json!("2022-07-10");
        let office = &self.desk.office;
        let meeting = self
            .desk
            .made(office, "prepareMeeting", "meeting", input)
            .await;
        self.came(&meeting).await;
        let input = json!({ "meeting": meeting, "version": 1 });
        act(office, "holdMeeting", "meeting { id }", input)
            .await
            .data("/holdMeeting");
        (round, meeting)
    }

    /// A lesson of `meeting` with this aim.
    pub async fn lesson(&self, meeting: &str, aim: &str) -> String {
        let input = json!({ "meeting": meeting, "content": "底稿须一事一页", "aim": aim });
        let office = &self.desk.office;
        self.desk
            .made(office, "recordMeetingLesson", "meetingLesson", input)
            .await
    }

    /// A lesson that a county below learnt in a meeting of its own, and the meeting, which it filed with its superiors.
    pub async fn lesson_below(&self, house: &Arc<House>) -> (String, String) {
        let county = self.desk.county(house).await;
        let convener = body(&county.place, "OFFICE").await;
        let term = county.term().await;
        let round = county.round(&term, 1).await;
        let input = json!({ "kind": "ROUND_REVIEW", "convener": convener, "name": "县复盘会", "round": round, "plannedOn": "2022-07-10" });
        let office = &county.office;
        let meeting = county
            .made(office, "prepareMeeting", "meeting", input)
            .await;
        let input = json!({ "meeting": meeting, "version": 1 });
        act(office, "holdMeeting", "meeting { id }", input)
            .await
            .data("/holdMeeting");
        let input = json!({ "meeting": meeting, "content": "县级经验", "aim": "OTHER" });
        let lesson = county
            .made(office, "recordMeetingLesson", "meetingLesson", input)
            .await;
        let input = json!({ "meeting": meeting, "version": 2, "filedWith": "市委巡察办" });
        act(office, "fileMeeting", "meeting { id }", input)
            .await
            .data("/fileMeeting");
        (meeting, lesson)
    }

    /// A decision of `meeting` that the discipline department carries out until 10 June 2022.
    pub async fn decision(&self, meeting: &str) -> String {
        let input = json!({ "meeting": meeting, "content": "选派人员", "owner": self.discipline, "dueOn": "2022-06-10" });
        let office = &self.desk.office;
        self.desk
            .made(office, "recordMeetingDecision", "meetingDecision", input)
            .await
    }

    /// What `person` sees of all meetings.
    pub async fn seen(&self, person: &Person) -> Answer {
        person
            .ask("{ meetings { totalCount nodes { name attendances { totalCount nodes { organization { code } } } items { nodes { title } } decisions { totalCount } availableActions { action } } } }")
            .await
    }
}
