//! Audit lends a specialist: nominated by the office, approved by the organization department, cleared by discipline, on the team
//! that goes across, and back with an appraisal and the days that count.

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::Story;
use crate::{
    coverage::desk::{act, refused},
    support::{answer::Answer, house::Person},
};

impl Story {
    /// From the nomination to the seat on the team; nobody is asked before it is their turn. Answers the secondment.
    pub(super) async fn lent(&self) -> String {
        let camp = &self.camp;
        let office = &camp.desk.office;
        let audit = camp.body("A-AUDIT").await;
        let person = json!({ "code": "AUDITOR", "name": "示例审计骨干", "dispatcher": camp.body("A").await });
        let person = camp
            .desk
            .made(office, "registerPerson", "person", person)
            .await;
        let nomination = json!({
            "person": person, "homeOrganization": audit, "round": camp.round, "category": "OTHER",
            "startsOn": "2022-04-01", "endsOn": "2022-06-30", "on": "2022-03-04",
        });
        let lent = camp
            .desk
            .made(office, "nominateForSecondment", "secondment", nomination)
            .await;
        let discipline = self.approver(Agency::Discipline);
        assert_eq!(lent_seen(&discipline).await, json!([]));
        self.untimely(&discipline, "clearSecondment", &lent, "2022-03-05")
            .await
            .refused("NOT_FOUND");
        let department = self.approver(Agency::Organization);
        self.taken(&department, "approveSecondment", &lent, "2022-03-05")
            .await;
        assert_eq!(
            lent_seen(&discipline).await,
            json!([{ "status": "APPROVED" }])
        );
        self.untimely(office, "beginSecondment", &lent, "2022-04-01")
            .await
            .refused("GATE")
            .by_gate("WRONG_STATE");
        self.taken(&discipline, "clearSecondment", &lent, "2022-03-06")
            .await;
        self.taken(office, "beginSecondment", &lent, "2022-04-01")
            .await;
        let query = "{ teams(filter: { name: { eq: \"第一组\" } }) { nodes { id } } }";
        let team = office.ask(query).await.text_at("/teams/nodes/0/id");
        let seat = json!({
            "team": team, "person": person, "role": "MEMBER", "sourceOrganization": audit,
            "startsOn": "2022-04-01", "endsOn": "2022-06-30",
        });
        camp.desk
            .made(office, "seatTeamMember", "teamMember", seat)
            .await;
        // Whom it lent is no business of audit once the person is away.
        let secondments = "{ secondments { totalCount } }";
        let audit = camp.viewer(Agency::Audit).ask(secondments).await;
        audit.refused("FORBIDDEN");
        lent
    }

    /// Back with an appraisal, on the list of the year, and the days count as experience.
    pub(super) async fn returned(&self, lent: &str) {
        let office = &self.camp.desk.office;
        self.taken(office, "returnFromSecondment", lent, "2022-06-30")
            .await;
        let department = self.approver(Agency::Organization);
        self.taken(&department, "enlistSecondment", lent, "2022-07-05")
            .await;
        let query = "{ secondments { nodes { status appraisal listYear homeOrganization { code } \
            person { inspectionExperience(asOf: \"2022-06-30\") { value } } } } }";
        let answer = department.ask(query).await;
        let expected = json!([{
            "status": "RETURNED", "appraisal": "EXCELLENT", "listYear": 2022, "homeOrganization": { "code": "A-AUDIT" },
            "person": { "inspectionExperience": { "value": "91" } },
        }]);
        assert_eq!(*answer.data("/secondments/nodes"), expected);
    }

    fn approver(&self, agency: Agency) -> Person {
        self.camp.desk.place.person(agency, Role::Approver)
    }

    async fn taken(&self, person: &Person, verb: &str, lent: &str, on: &str) {
        let input = self.step_input(verb, lent, on).await;
        act(person, verb, "secondment { id }", input)
            .await
            .data(&format!("/{verb}"));
    }

    async fn untimely(&self, person: &Person, verb: &str, lent: &str, on: &str) -> Answer {
        let input = self.step_input(verb, lent, on).await;
        refused(&self.camp.house, person, verb, "secondment { id }", input).await
    }

    async fn step_input(&self, verb: &str, lent: &str, on: &str) -> Value {
        let version = self.camp.desk.version(lent, "Secondment").await;
        let mut input = json!({ "secondment": lent, "version": version });
        match verb {
            "enlistSecondment" => input["year"] = json!(2022),
            _ => input["on"] = json!(on),
        }
        if verb == "returnFromSecondment" {
            input["appraisal"] = json!("EXCELLENT");
            input["text"] = json!("表现优秀");
        }
        input
    }
}

/// The secondments that somebody sees.
async fn lent_seen(person: &Person) -> Value {
    let answer = person.ask("{ secondments { nodes { status } } }").await;
    answer.data("/secondments/nodes").clone()
}
