//! Everything that one place can hold: at least one row of every noun, made by the verbs that make it in real work.

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::{Value, json};

use crate::support::{house::Person, place::Place};

/// Somebody who does `verb` and gets the id of the record.
async fn made(person: &Person, verb: &str, noun: &str, input: Value) -> String {
    let ty = verb[..1].to_uppercase() + &verb[1..];
    let query =
        format!("mutation($input: {ty}Input!) {{ {verb}(input: $input) {{ {noun} {{ id }} }} }}");
    let answer = person.graphql(&query, json!({ "input": input })).await;
    answer.text_at(&format!("/{verb}/{noun}/id"))
}

/// Who fills a place, and the ids that several parts of it need.
struct Filling<'a> {
    place: &'a Place,
    office: Person,
    secretary: Person,
    dispatcher: String,
    objects: Vec<String>,
}

/// Fill `place` with at least one row of every noun of the schema. An area may bring rows of its own, put in place directly.
pub async fn fill(place: &Place) {
    crate::rules::rows::fill(&place.house, place).await;
    crate::teams::rows::fill(&place.house, place).await;
    crate::journal::rows::fill(&place.house, place).await;
    let id = |row| node_id::encode("Organization", row);
    let filling = Filling {
        office: place.person(Agency::Office, Role::Admin),
        secretary: place.person(Agency::Dispatcher, Role::Admin),
        dispatcher: id(place.dispatcher.id),
        objects: place.objects.iter().map(|object| id(object.id)).collect(),
        place,
    };
    filling.organizations().await;
    filling.people().await;
    filling.coverage().await;
    crate::inspections::rows::fill(place).await;
    crate::staffing::rows::fill(place).await;
    crate::examinations::rows::fill(place).await;
    crate::processes::rows::fill(place).await;
    crate::guidance::rows::fill(place).await;
    crate::meetings::rows::fill(place).await;
    crate::coordination::rows::fill(place).await;
    crate::superiors::rows::fill(place).await;
    crate::documents::rows::fill(place).await;
    crate::joint_operations::rows::fill(place).await;
    crate::audits::rows::fill(place).await;
    crate::webhooks::rows::fill(place).await;
    filling.rules().await;
}

impl Filling<'_> {
    async fn made(&self, verb: &str, noun: &str, input: Value) -> String {
        made(&self.office, verb, noun, input).await
    }

    async fn decided(&self, verb: &str, noun: &str, input: Value) -> String {
        made(&self.secretary, verb, noun, input).await
    }

    async fn person(&self, number: u8) -> String {
        let code = format!("{}-P-{number}", self.place.code);
        let name = format!("化名{number}");
        let input = json!({ "code": code, "name": name, "dispatcher": self.dispatcher });
        self.made("registerPerson", "person", input).await
    }

    async fn below(&self, code: &str, kind: &str) -> String {
        let code = format!("{}-{code}", self.place.code);
        let input = json!({ "code": code, "name": code, "level": "CITY", "kind": kind, "parent": self.objects[0] });
        self.made("registerOrganization", "organization", input)
            .await
    }

    /// The tree, agencies, and what is dated about a body.
    async fn organizations(&self) {
        let [object, other] = [&self.objects[0], &self.objects[1]];
        let input = json!({ "organization": object, "version": 1, "name": "更名后单位", "renamedOn": "2022-05-01" });
        self.made("renameOrganization", "organization", input).await;
        let input = json!({ "organization": object, "version": 2, "dispatcher": self.dispatcher, "startsOn": "2021-01-01" });
        self.made("assignOrganization", "organization", input).await;
        let input = json!({ "organization": object, "related": other, "kind": "ATTACHED_TO", "approvedBy": "中央编办", "startsOn": "2017-06-01" });
        self.made("relateOrganizations", "organizationRelation", input)
            .await;
        let input = json!({ "organization": object, "institutionStandard": "市委工作机关", "posts": 40, "fullTimeStaff": 36, "startsOn": "2021-01-01" });
        self.made("setEstablishment", "organizationEstablishment", input)
            .await;
        let input = json!({ "organization": object, "mode": "OFFICE_STATIONED_CENTRALIZED", "recognizedBy": self.dispatcher, "source": "文件", "startsOn": "2021-01-01" });
        self.made("arrangeManagement", "managementArrangement", input)
            .await;
        let office = self.place.code.clone() + "-OFFICE";
        let query = "query($code: String!) { organizations(filter: { code: { eq: $code } }) { nodes { id } } }";
        let office = self.office.graphql(query, json!({ "code": office })).await;
        let office = office.text_at("/organizations/nodes/0/id");
        let input = json!({ "organization": office, "kind": "DISCIPLINE_INTRANET", "startsOn": "2022-01-01" });
        self.made("connectPlatform", "platformConnection", input)
            .await;
        let input = json!({ "organization": object, "address": "某路1号", "areaSquareMetres": 3000, "isShared": true, "startsOn": "2021-01-01" });
        self.made("recordWorkplace", "workplace", input).await;
        let branch = self.below("BRANCH", "PARTY_BRANCH").await;
        let input = json!({ "organization": branch, "heldOn": "2022-07-01", "subject": "主题党日", "attendees": 12 });
        self.made("recordBranchActivity", "partyBranchActivity", input)
            .await;
        let input = json!({ "organization": object, "kind": "MONEY", "scope": "专项经费", "grantedBy": self.dispatcher, "startsOn": "2021-01-01" });
        self.decided("delegatePower", "delegatedPower", input).await;
    }

    /// People, posts, the leading group, and what leaders do.
    async fn people(&self) {
        let (person, other) = (self.person(1).await, self.person(2).await);
        let division = self.below("DIVISION", "DIVISION").await;
        let mut posts = Vec::new();
        let at = [
            (&division, "DIVISION_HEAD"),
            (&self.objects[0], "OFFICE_DIRECTOR"),
        ];
        for (organization, function) in at {
            let input = json!({ "organization": organization, "title": "某职务", "function": function, "rankOrder": 1, "isHead": true, "isFullTime": true });
            posts.push(self.made("createPost", "post", input).await);
        }
        for (person, post) in [(&person, &posts[0]), (&other, &posts[1])] {
            let input = json!({ "person": person, "post": post, "startsOn": "2020-01-01" });
            self.made("appointToPost", "appointment", input).await;
        }
        let input = json!({ "organization": self.objects[0], "division": division, "post": posts[0], "person": person, "matter": "日常联络", "startsOn": "2021-01-01" });
        self.made("nameLiaison", "liaisonContact", input).await;
        let input = json!({ "dispatcher": self.dispatcher, "person": person, "field": "教育", "organizations": [self.objects[0]], "startsOn": "2021-01-01" });
        self.made("assignPortfolio", "leaderPortfolio", input).await;
        let input = json!({ "dispatcher": self.dispatcher, "termLabel": "第十三届", "constitutedOn": "2021-01-01" });
        let group = self
            .decided("constituteLeadingGroup", "leadingGroup", input)
            .await;
        let input = json!({ "leadingGroup": group, "person": other, "post": "LEADER", "startsOn": "2021-02-01" });
        self.decided("seatLeadingGroupMember", "leadingGroupMember", input)
            .await;
        let input = json!({ "leadingGroup": group, "organization": self.objects[0], "startsOn": "2021-02-01" });
        self.decided("seatMemberUnit", "leadingGroupMemberUnit", input)
            .await;
        let input = json!({ "dispatcher": self.dispatcher, "person": person, "kind": "SUPERVISE", "actedOn": "2022-03-01", "matter": "督办整改" });
        self.made("recordLeaderAction", "leaderAction", input).await;
        let input = json!({ "dispatcher": self.dispatcher, "leader": person, "counterpart": other, "talkedOn": "2022-03-01", "purpose": "队伍建设", "requirements": "从严管理" });
        self.made("recordWorkTalk", "workTalk", input).await;
    }

    /// A term, its plan with an object that was planned and covered, and the declaration that nothing is left.
    async fn coverage(&self) {
        let input = json!({ "ordinal": 8, "name": "第八届", "startsOn": "2021-10-01", "endsOn": "2036-12-31" });
        let term = self.made("openTerm", "term", input).await;
        let input = json!({ "term": term, "fromYear": 2022, "toYear": 2026, "name": "五年规划" });
        let plan = self.made("draftFiveYearPlan", "coveragePlan", input).await;
        let input = json!({ "plan": plan, "name": "教育系统", "sequence": 1 });
        let block = self.made("addSectorBlock", "sectorBlock", input).await;
        let input = json!({ "plan": plan, "object": { "organization": self.objects[0], "objectType": "SCHOOL", "block": block, "listedOn": "2022-01-10" } });
        let object = self.made("listObject", "coverageObject", input).await;
        let input = json!({ "term": term, "ordinal": 1, "name": "第一轮", "year": 2023, "startsOn": "2023-03-01", "endsOn": "2023-05-31" });
        let round = self.made("openRound", "round", input).await;
        let input = json!({ "round": round, "block": block });
        self.made("assignBlockToRound", "roundBlock", input).await;
        let input = json!({ "object": object, "version": 1, "year": 2023, "round": round });
        self.made("scheduleObject", "coverageObject", input).await;
        let input = json!({ "term": term, "organization": self.objects[0], "kind": "ROUTINE", "startedOn": "2022-04-06", "reportedOn": "2022-07-20" });
        self.made("recordCoverage", "coverageRecord", input).await;
        let input = json!({ "plan": plan, "statement": "实现巡察全覆盖" });
        self.decided("declareFullCoverage", "fullCoverageDeclaration", input)
            .await;
        let input = json!({ "plan": plan, "version": 1, "on": "2022-02-01" });
        self.decided("approvePlan", "coveragePlan", input).await;
        let input = json!({ "plan": plan, "version": 2, "on": "2022-02-10" });
        self.decided("issuePlan", "coveragePlan", input).await;
        self.plans(&plan).await;
    }

    /// What stands around an issued plan: its year with checkpoints, its superior's review, targets, what it rests on; a pilot and a
    /// campaign.
    async fn plans(&self, plan: &str) {
        let superior = self.place.person(Agency::Superior, Role::Admin);
        let input =
            json!({ "plan": plan, "version": 3, "outcome": "CONFIRMED", "comments": "同意" });
        made(&superior, "reviewPlan", "planReview", input).await;
        let input = json!({ "plan": plan, "year": 2023, "name": "2023年计划" });
        self.made("draftAnnualPlan", "coveragePlan", input).await;
        let input = json!({ "plan": plan, "indicator": "OBJECTS_COVERED", "target": 1 });
        self.made("setPlanTarget", "planTarget", input).await;
        let input = json!({ "plan": plan, "kind": "CENTRAL_TASK", "title": "中心工作", "clause": "一体谋划" });
        self.made("citePlanBasis", "planBasis", input).await;
        let input = json!({ "participant": self.objects[0], "topic": "某试点", "level": "PROVINCE", "sponsor": "省委巡视办" });
        self.made("enterPilot", "pilot", input).await;
        let input = json!({ "name": "主题年", "startsOn": "2022-02-01" });
        let campaign = self.made("openCampaign", "campaign", input).await;
        let input = json!({ "campaign": campaign, "title": "任务", "owner": self.objects[0], "dueOn": "2022-06-30" });
        self.made("addCampaignTask", "campaignTask", input).await;
        let input = json!({ "plan": plan, "asOf": "2022-12-31" });
        self.made("freezeLedger", "ledgerSnapshot", input).await;
    }

    /// A code list and a deadline rule of its own, and deadlines on records of every kind of visibility.
    async fn rules(&self) {
        let input = json!({ "dispatcher": self.dispatcher, "key": "OWN_TOPICS", "name": "Own", "nameZh": "自有", "definition": "Own.", "source": "本级规定" });
        let list = self.made("addCodeList", "codeList", input).await;
        let input = json!({ "codeList": list, "code": "NOISE", "label": "Noise", "labelZh": "噪声", "definition": "Noise.", "source": "本级规定" });
        self.made("addCodeListEntry", "codeListEntry", input).await;
        let input = json!({
            "dispatcher": self.dispatcher, "key": "RECTIFICATION_PLAN", "name": "Rectification plan", "nameZh": "整改方案",
            "startEvent": "FEEDBACK_GIVEN", "length": 15, "unit": "WORKING_DAYS", "warnings": [2, 5],
            "extendedBy": ["OFFICE"], "source": "本级规定", "validFrom": "2022-01-01",
        });
        self.made("setDeadlineRule", "deadlineRule", input).await;
        let input = json!({ "record": self.objects[0], "dispatcher": self.dispatcher, "rule": "RECTIFICATION_PLAN", "startedOn": "2022-09-29", "owedBy": self.objects[0] });
        let deadline = self.made("startDeadline", "deadline", input).await;
        let input = json!({ "deadline": deadline, "version": 1, "dueOn": "2022-10-31", "approver": "办主任", "reason": "资料未齐", "approvedOn": "2022-10-20" });
        self.made("extendDeadline", "deadline", input).await;
    }
}
