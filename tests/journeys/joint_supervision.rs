//! The plans of inspection and audit meet at one organization: they operate jointly, share what they found, a conference decides, a request is
//! answered late, and in the end all is shut again. As the office, audit, discipline and organization departments, and the leading group.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    audits::Plan,
    coverage::desk::act,
    meetings::body,
    support::{
        house::{House, Person},
        on_each_database,
    },
};

on_each_database!(collides_operates_jointly_and_ends);

struct Story {
    plan: Plan,
    organization: Person,
    organization_body: String,
    project: String,
    inspection: String,
}

impl Story {
    /// Audit plans an audit, the office an inspection of the same organization; organization works with the office by a mechanism too.
    async fn begin(house: &Arc<House>) -> Self {
        let plan = Plan::open(house).await;
        let (joint, desk) = (&plan.joint, plan.joint.desk());
        let organization_body = body(&desk.place, "ORGANIZATION").await;
        let rules = "{ ruleDocuments(first: 1) { nodes { id } } }";
        let rule = desk.office.ask(rules).await;
        let input = json!({
            "name": "组织协作机制", "partners": [organization_body], "rule": rule.text_at("/ruleDocuments/nodes/0/id"), "on": "2022-03-01",
            "duties": [{ "field": "PERSONNEL" }],
        });
        let (verb, noun) = ("proposeMechanism", "coordinationMechanism");
        let mechanism = desk.made(&desk.office, verb, noun, input).await;
        let input = json!({ "mechanism": mechanism, "version": 1, "on": "2022-03-10" });
        let fields = "coordinationMechanism { id }";
        act(&desk.dispatcher, "establishMechanism", fields, input)
            .await
            .data("/establishMechanism");
        let project = plan.planned().await;
        let inspection = joint.camp.propose(json!({})).await;
        Self {
            organization: desk.place.person(Agency::Organization, Role::Approver),
            organization_body,
            project,
            inspection,
            plan,
        }
    }

    fn office(&self) -> &Person {
        self.plan.joint.office()
    }

    fn audit(&self) -> &Person {
        self.plan.audit()
    }

    /// Neither discipline nor organization is a side: no operation, no grant, no audit, no result is there for them.
    async fn others_know_nothing(&self) {
        let query = "{ jointOperations { totalCount } accessGrants { totalCount } auditProjects { totalCount } jointResults { totalCount } }";
        for person in [&self.plan.joint.discipline, &self.organization] {
            let answer = person.ask(query).await;
            for noun in [
                "jointOperations",
                "accessGrants",
                "auditProjects",
                "jointResults",
            ] {
                assert_eq!(*answer.data(&format!("/{noun}/totalCount")), 0, "{noun}");
            }
        }
    }

    /// What audit sees of inspections, and the office of audits and of results.
    async fn open(&self, counts: [i64; 3]) {
        let audit = self.audit().ask("{ inspections { totalCount } }").await;
        assert_eq!(*audit.data("/inspections/totalCount"), counts[0]);
        let query = "{ auditProjects { totalCount } jointResults { totalCount } }";
        let office = self.office().ask(query).await;
        assert_eq!(*office.data("/auditProjects/totalCount"), counts[1]);
        assert_eq!(*office.data("/jointResults/totalCount"), counts[2]);
    }

    /// The collision shows before the round is approved, and to audit after that.
    async fn collides(&self) {
        let camp = &self.plan.joint.camp;
        let told = |agency: &str| json!([{ "agency": agency, "startsOn": "2022-05-01", "endsOn": "2022-05-31" }]);
        let fields = "collisions { agency startsOn endsOn }";
        let round = format!("{{ round(id: \"{}\") {{ {fields} }} }}", camp.round);
        let answer = self.office().ask(&round).await;
        assert_eq!(*answer.data("/round/collisions"), told("AUDIT"));
        camp.approve_round().await;
        camp.carry(&self.inspection, "approveInspection").await;
        let project = format!(
            "{{ auditProject(id: \"{}\") {{ {fields} }} }}",
            self.project
        );
        let answer = self.audit().ask(&project).await;
        assert_eq!(*answer.data("/auditProject/collisions"), told("OFFICE"));
    }

    /// The office asks, the head of audit agrees, both enter.
    async fn operates_jointly(&self) -> String {
        let joint = &self.plan.joint;
        let input = json!({
            "round": joint.camp.round, "organization": joint.desk().organization(0), "mechanism": joint.mechanism, "mode": "SIMULTANEOUS",
            "name": "巡审联动", "endsOn": "2036-12-31", "keepsResults": true, "on": "2022-04-10",
        });
        let (verb, noun) = ("requestJointOperationOnCollision", "jointOperation");
        let operation = joint.desk().made(self.office(), verb, noun, input).await;
        self.open([0, 0, 0]).await;
        let input = json!({ "operation": operation, "on": "2022-04-12" });
        act(
            self.audit(),
            "agreeToJointOperation",
            "clientMutationId",
            input,
        )
        .await
        .data("/agreeToJointOperation");
        self.open([1, 1, 0]).await;
        joint.enter(self.audit(), &operation, "2022-05-05").await;
        joint.enter(self.office(), &operation, "2022-05-05").await;
        operation
    }

    /// One interview instead of two; audit shares its finding as a result, which counts for audit.
    async fn cooperates(&self, operation: &str) {
        let joint = &self.plan.joint;
        let mut input = joint.matter(operation);
        input["kind"] = json!("INTERVIEW");
        input["on"] = json!("2022-05-10");
        let (verb, noun) = ("referJointMatter", "jointReferral");
        let referral = joint.desk().made(self.office(), verb, noun, input).await;
        let input = json!({
            "referral": referral, "version": 1, "outcome": "DONE_TOGETHER", "answer": "合并谈话一次", "on": "2022-05-12",
        });
        let fields = "jointReferral { id }";
        act(self.audit(), "answerJointReferral", fields, input)
            .await
            .data("/answerJointReferral");
        let finding = self.plan.found(&self.project).await;
        let mut input = joint.finding(operation);
        input["auditFinding"] = json!(finding);
        input["on"] = json!("2022-06-05");
        let fields = "jointResult { counter { code } }";
        let answer = act(self.audit(), "shareJointResult", fields, input).await;
        let counter = json!({ "counter": { "code": "A-AUDIT" } });
        assert_eq!(*answer.data("/shareJointResult/jointResult"), counter);
        self.open([1, 1, 1]).await;
    }

    /// The first joint conference decides what organization carries out.
    async fn confers(&self) {
        let (joint, office) = (&self.plan.joint, self.office());
        let desk = joint.desk();
        let convener = body(&desk.place, "OFFICE").await;
        let members: Vec<Value> = [
            &joint.discipline_body,
            &joint.audit_body,
            &self.organization_body,
        ]
        .iter()
        .map(|member| json!({ "organization": member }))
        .collect();
        let input = json!({
            "kind": "JOINT_CONFERENCE", "convener": convener, "name": "第一次联席会议", "ordinal": 1, "plannedOn": "2022-06-15",
            "invited": members,
        });
        let meeting = desk.made(office, "prepareMeeting", "meeting", input).await;
        let called = office.ask("{ meetingAttendances { nodes { id } } }").await;
        let called = called.data("/meetingAttendances/nodes").as_array().cloned();
        let presences: Vec<Value> = called
            .expect("those who were called")
            .iter()
            .map(|called| json!({ "attendance": called["id"], "presence": "PRESENT" }))
            .collect();
        let input = json!({ "meeting": meeting, "presences": presences });
        act(office, "recordMeetingPresence", "meeting { id }", input)
            .await
            .data("/recordMeetingPresence");
        let input = json!({ "meeting": meeting, "version": 1 });
        act(office, "holdMeeting", "meeting { id }", input)
            .await
            .data("/holdMeeting");
        let input = json!({ "meeting": meeting, "content": "抽调审计骨干参加巡察", "owner": self.organization_body });
        let (verb, noun) = ("recordMeetingDecision", "meetingDecision");
        let decision = desk.made(office, verb, noun, input).await;
        let owed = self.organization.ask("{ worklist { action } }").await;
        let expected = json!([{ "action": "carryOutMeetingDecision" }]);
        assert_eq!(*owed.data("/worklist"), expected);
        let input = json!({ "decision": decision, "version": 1, "result": "已抽调三人" });
        let fields = "meetingDecision { status }";
        let done = act(&self.organization, "carryOutMeetingDecision", fields, input).await;
        let expected = json!({ "status": "CARRIED_OUT" });
        assert_eq!(
            *done.data("/carryOutMeetingDecision/meetingDecision"),
            expected
        );
    }

    /// Discipline is asked about the organization, is late, is put before the leading group, and answers.
    async fn is_answered_late(&self) {
        let (joint, office) = (&self.plan.joint, self.office());
        let input = json!({
            "mechanism": joint.mechanism, "receiver": joint.discipline_body, "kind": "PRE_INSPECTION_INFORMATION", "class": "INTERNAL",
            "title": "巡前信息沟通", "content": "请提供信访和问题线索情况", "round": joint.camp.round,
            "objects": [joint.desk().organization(0)], "on": "2022-04-01",
        });
        let (verb, noun) = ("sendCoordinationRequest", "coordinationRequest");
        let request = joint.desk().made(office, verb, noun, input).await;
        let input = json!({ "request": request, "version": 1, "on": "2022-06-01" });
        act(
            office,
            "escalateCoordinationRequest",
            "clientMutationId",
            input,
        )
        .await
        .data("/escalateCoordinationRequest");
        let seen = "{ coordinationRequests { totalCount } }";
        let group = joint.group().ask(seen).await;
        assert_eq!(*group.data("/coordinationRequests/totalCount"), 1);
        let third = self.audit().ask(seen).await;
        assert_eq!(*third.data("/coordinationRequests/totalCount"), 0);
        for (verb, version) in [
            ("receiveCoordinationRequest", 2),
            ("acceptCoordinationRequest", 3),
        ] {
            let input = json!({ "request": request, "version": version, "on": "2022-06-02" });
            act(&joint.discipline, verb, "clientMutationId", input)
                .await
                .data(&format!("/{verb}"));
        }
        let input = json!({ "request": request, "version": 4, "content": "均无反映", "class": "INTERNAL", "on": "2022-06-08" });
        let fields = "coordinationRequest { status deadlines { nodes { standing } } }";
        let verb = "replyToCoordinationRequest";
        let answer = act(&joint.discipline, verb, fields, input).await;
        let expected =
            json!({ "status": "REPLIED", "deadlines": { "nodes": [{ "standing": "MET_LATE" }] } });
        assert_eq!(
            *answer.data("/replyToCoordinationRequest/coordinationRequest"),
            expected
        );
    }

    /// Reported once, followed in one ledger, closed: what was open is shut, results stay as agreed.
    async fn ends(&self, operation: &str) {
        let joint = &self.plan.joint;
        joint.reported(operation).await;
        let version = joint.desk().version(operation, "JointOperation").await;
        let input = json!({ "operation": operation, "version": version, "ledgerKeeper": joint.audit_body, "on": "2022-07-05" });
        act(
            self.audit(),
            "joinJointRectification",
            "clientMutationId",
            input,
        )
        .await
        .data("/joinJointRectification");
        joint.close(operation).await;
        self.open([0, 0, 1]).await;
    }
}

async fn collides_operates_jointly_and_ends(house: Arc<House>) {
    let story = Story::begin(&house).await;
    story.collides().await;
    let operation = story.operates_jointly().await;
    story.others_know_nothing().await;
    story.cooperates(&operation).await;
    story.confers().await;
    story.is_answered_late().await;
    story.others_know_nothing().await;
    story.ends(&operation).await;
    let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { jointOperationYear(year: 2022) { operations { value } units { value } \
        results { value } } } } }";
    let year = story.office().ask(query).await;
    let one = json!({ "value": "1" });
    let expected = json!({ "operations": one, "units": one, "results": one });
    assert_eq!(
        *year.data("/organizations/nodes/0/jointOperationYear"),
        expected
    );
}
