//! A county cannot inspect its own town: the city elevates the inspection, sends a team of other counties across, carries a check
//! along, borrows a specialist from audit and enters. As every agency that is concerned, and those who only look.

mod counted;
mod lent;

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    coverage::desk::{act, refused},
    inspections::camp::{Camp, County, elevation},
    support::{
        house::{House, Person},
        on_each_database,
        place::register,
    },
};

on_each_database!(is_elevated_assigned_across_and_entered);

struct Story {
    camp: Camp,
    /// The town of the east county, as the one who is inspected.
    town: Person,
    leading_group: Person,
    team: Person,
    discipline: Person,
}

impl Story {
    async fn begin(house: &Arc<House>) -> Self {
        let camp = Camp::pitch(house).await;
        County::set_up(house, &camp.desk.place.dispatcher, "A-N").await;
        register(house, &camp.east.town, Agency::Object, &camp.east.town).await;
        let place = &camp.desk.place;
        Self {
            town: house.person(Agency::Object, &camp.east.town.code, Role::Viewer),
            leading_group: place.person(Agency::LeadingGroup, Role::Approver),
            team: place.person(Agency::Team, Role::Handler),
            discipline: place.person(Agency::Discipline, Role::Viewer),
            camp,
        }
    }

    /// The county proposes to inspect its town itself, and approves it.
    async fn proposed_by_the_county(&self) -> String {
        let camp = &self.camp;
        camp.east.term().await;
        let own = json!({ "organization": camp.east.town_id(), "round": null });
        let inspection = camp.proposed(&camp.east.office, own).await;
        let input = self.input(&inspection, json!({ "on": "2022-03-01" })).await;
        act(
            &camp.east.dispatcher,
            "approveInspection",
            "inspection { id }",
            input,
        )
        .await
        .data("/approveInspection");
        inspection
    }

    /// What was recorded of the towns speaks for this one most.
    async fn ranked(&self) {
        let camp = &self.camp;
        for (town, value) in [(camp.east.town_id(), 62), (camp.west.town_id(), 31)] {
            let input = json!({
                "organization": town, "reason": "STRONG_CLANS", "name": "最大姓氏村民占比", "value": value, "unit": "%",
                "asOf": "2021-12-31", "source": "人口统计",
            });
            let office = &camp.desk.office;
            camp.desk
                .made(
                    office,
                    "recordElevationIndicator",
                    "elevationIndicator",
                    input,
                )
                .await;
        }
        let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { elevationCandidates { dispatcherName score } } } }";
        let answer = camp.viewer(Agency::Superior).ask(query).await;
        let expected = json!([{ "dispatcherName": "A-E县委", "score": "100" }, { "dispatcherName": "A-W县委", "score": "50" }]);
        assert_eq!(
            *answer.data("/organizations/nodes/0/elevationCandidates"),
            expected
        );
    }

    /// The city takes it over into its round; the county no longer has it before it is announced.
    async fn elevated(&self, inspection: &str) {
        let more =
            json!({ "elevation": elevation(), "round": self.camp.round, "on": "2022-03-02" });
        let input = self.input(inspection, more).await;
        let fields = "inspection { status elevated failure unableBody { code } }";
        let answer = act(
            &self.camp.desk.dispatcher,
            "elevateInspection",
            fields,
            input,
        )
        .await;
        let expected = json!({ "status": "PROPOSED", "elevated": true, "failure": "CANNOT_INSPECT", "unableBody": { "code": "A-E" } });
        assert_eq!(*answer.data("/elevateInspection/inspection"), expected);
        assert_eq!(
            self.seen(&self.camp.east.office, inspection).await,
            json!(null)
        );
    }

    /// Two teams led by the city with people of the counties; the solver keeps each from its own place, the leading group adopts.
    async fn assigned(&self, inspection: &str) {
        let camp = &self.camp;
        let other = json!({ "organization": camp.west.town_id(), "elevation": elevation() });
        camp.propose(other).await;
        let first = camp.team("第一组", "CROSS", &["A", "A-W", "A-N"]).await;
        let second = camp.team("第二组", "CROSS", &["A", "A-E", "A-N"]).await;
        let query = "query($id: ID!) { round(id: $id) { proposeCrossAssignment(request: {}) { version feasible pairings { homeName teamName } } } }";
        let answer = camp
            .desk
            .office
            .graphql(query, json!({ "id": camp.round }))
            .await;
        let proposal = answer.data("/round/proposeCrossAssignment");
        assert_eq!(proposal["feasible"], true);
        let input = json!({ "round": camp.round, "proposal": proposal["version"], "request": {} });
        act(
            &self.leading_group,
            "adoptCrossAssignment",
            "round { id }",
            input,
        )
        .await
        .data("/adoptCrossAssignment");
        // The team with people of the county itself is not to be had for it.
        let mut own = camp.assignment(inspection, &second).await;
        own["reason"] = json!("调整力量");
        refused(
            &camp.house,
            &camp.desk.office,
            "assignInspectionTeam",
            "inspection { id }",
            own,
        )
        .await
        .refused("GATE")
        .by_gate("FROM_INSPECTED_PLACE")
        .of_field("input.team");
        for team in [first, second] {
            camp.approve_team(&team).await;
        }
    }

    /// Approved by the dispatcher; from now on the agencies of the city see it, with why it was elevated where they may.
    async fn approved(&self, inspection: &str) {
        let camp = &self.camp;
        camp.approve_round().await;
        assert_eq!(self.seen(&self.discipline, inspection).await, json!(null));
        camp.step("approveInspection", inspection, "2022-03-03")
            .await
            .data("/approveInspection");
        let query = format!(
            "{{ inspection(id: \"{inspection}\") {{ elevatedCross teamName team {{ members {{ nodes {{ role sourceOrganization {{ code }} }} }} }} \
             elevationGrounds {{ nodes {{ reason }} }} }} }}"
        );
        let member = |role: &str, code: &str| json!({ "role": role, "sourceOrganization": { "code": code } });
        let expected = json!({
            "elevatedCross": true, "teamName": "第一组",
            "team": { "members": { "nodes": [member("LEADER", "A"), member("MEMBER", "A-N"), member("MEMBER", "A-W")] } },
            "elevationGrounds": { "nodes": [{ "reason": "MANY_COMPLAINTS" }, { "reason": "STRONG_CLANS" }] },
        });
        assert_eq!(
            *self.discipline.ask(&query).await.data("/inspection"),
            expected
        );
        // Those who lend people know of it, the town does not, nor does audit, which has no check there.
        assert_ne!(self.seen(&camp.west.office, inspection).await, json!(null));
        for nobody in [&self.town, &camp.viewer(Agency::Audit)] {
            assert_eq!(self.seen(nobody, inspection).await, json!(null));
        }
    }

    /// The organization department checks the selection of cadres along with it, and what it asked for is not asked for again.
    async fn checked(&self, inspection: &str) {
        let camp = &self.camp;
        let owner = camp.body("A-ORGANIZATION").await;
        let input = json!({ "inspection": inspection, "kind": "PERSONNEL_SELECTION", "owner": owner, "on": "2022-03-05" });
        let check = camp
            .desk
            .made(
                &camp.desk.office,
                "orderSpecialCheck",
                "specialCheck",
                input,
            )
            .await;
        let department = camp.desk.place.person(Agency::Organization, Role::Handler);
        let input = json!({ "inspection": inspection, "specialCheck": check, "materials": [{ "name": "干部任免文件" }], "on": "2022-03-06" });
        act(&department, "requestMaterials", "inspection { id }", input)
            .await
            .data("/requestMaterials");
        let again = json!({ "inspection": inspection, "materials": [{ "name": "干部 任免文件" }], "on": "2022-03-07" });
        refused(
            &camp.house,
            &self.team,
            "requestMaterials",
            "inspection { id }",
            again,
        )
        .await
        .refused("GATE")
        .by_gate("ASKED_ALREADY");
    }

    /// The town learns of it with the announcement, not why; nobody enters before training, and the team enters.
    async fn entered(&self, inspection: &str) {
        let camp = &self.camp;
        camp.round_step("announceRound", "2022-03-20")
            .await
            .data("/announceRound");
        assert_eq!(
            self.seen(&self.town, inspection).await,
            json!({ "status": "APPROVED", "teamName": "第一组" })
        );
        let why = format!(
            "{{ inspection(id: \"{inspection}\") {{ elevationGrounds {{ totalCount }} }} }}"
        );
        self.town.ask(&why).await.refused("FORBIDDEN");
        let on = json!({ "on": "2022-04-02" });
        let early = refused(
            &camp.house,
            &self.team,
            "enterInspection",
            "inspection { id }",
            self.input(inspection, on.clone()).await,
        )
        .await;
        early.refused("GATE").by_gate("NOT_MOBILIZED");
        for (step, day) in [
            ("preInformInspection", "2022-03-21"),
            ("mobilizeInspection", "2022-03-28"),
        ] {
            camp.step(step, inspection, day)
                .await
                .data(&format!("/{step}"));
        }
        let entry = self.input(inspection, on).await;
        let answer = act(&self.team, "enterInspection", "inspection { id }", entry).await;
        answer.data("/enterInspection");
        let own = json!({ "status": "ON_SITE", "teamName": "第一组" });
        assert_eq!(self.seen(&self.town, inspection).await, own);
    }

    async fn seen(&self, by: &Person, inspection: &str) -> Value {
        let query = format!("{{ inspection(id: \"{inspection}\") {{ status teamName }} }}");
        by.ask(&query).await.data("/inspection").clone()
    }

    async fn input(&self, inspection: &str, more: Value) -> Value {
        let version = self.camp.desk.version(inspection, "Inspection").await;
        let mut input = json!({ "inspection": inspection, "version": version });
        for (key, value) in more.as_object().expect("an object") {
            input[key] = value.clone();
        }
        input
    }
}

async fn is_elevated_assigned_across_and_entered(house: Arc<House>) {
    let story = Story::begin(&house).await;
    let inspection = story.proposed_by_the_county().await;
    story.ranked().await;
    story.elevated(&inspection).await;
    story.assigned(&inspection).await;
    story.approved(&inspection).await;
    story.checked(&inspection).await;
    let lent = story.lent().await;
    story.entered(&inspection).await;
    story.counted().await;
    story.returned(&lent).await;
}
