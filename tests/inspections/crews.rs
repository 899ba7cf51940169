//! The teams of a camp: put together for its round, or standing, with people from where they are asked from.

use serde_json::{Value, json};

use inspectorate::graphql::node_id;

use super::camp::Camp;
use crate::{coverage::desk::act, support::answer::Answer};

impl Camp {
    /// A team of the round with somebody from each of `from`, the first of them its leader.
    pub async fn team(&self, name: &str, form: &str, from: &[&str]) -> String {
        let more = json!({ "name": name, "form": form, "round": self.round, "startsOn": "2022-03-01", "endsOn": "2022-06-30" });
        self.crew(more, from).await
    }

    /// A team of the city in no round.
    pub async fn standing_team(&self, name: &str, from: &[&str]) -> String {
        let more = json!({ "name": name, "form": "REGULAR", "startsOn": "2021-10-01" });
        self.crew(more, from).await
    }

    async fn crew(&self, mut input: Value, from: &[&str]) -> String {
        let answer = self.desk.office.ask("{ teams { totalCount } }").await;
        let teams = answer.data("/teams/totalCount").as_i64();
        input["ordinal"] = json!(teams.expect("a count") + 1);
        let team = self
            .desk
            .made(&self.desk.office, "proposeTeam", "team", input)
            .await;
        for (number, place) in from.iter().enumerate() {
            let role = if number == 0 { "LEADER" } else { "MEMBER" };
            self.seat(&team, place, role).await;
        }
        team
    }

    /// Somebody of the place with this code sits on the team; answers the seat.
    pub async fn seat(&self, team: &str, place: &str, role: &str) -> String {
        let office = &self.desk.office;
        let answer = office.ask("{ people { totalCount } }").await;
        let people = answer.data("/people/totalCount").to_string();
        let dispatcher = node_id::encode("Organization", self.desk.place.dispatcher.id);
        let person = json!({ "code": format!("CREW-{people}"), "name": format!("化名{people}"), "dispatcher": dispatcher });
        let person = self
            .desk
            .made(office, "registerPerson", "person", person)
            .await;
        let input = json!({ "team": team, "person": person, "role": role, "sourceOrganization": self.body(place).await });
        self.desk
            .made(office, "seatTeamMember", "teamMember", input)
            .await
    }

    /// The organization with this code.
    pub async fn body(&self, code: &str) -> String {
        let query = format!(
            "{{ organizations(filter: {{ code: {{ eq: \"{code}\" }} }}) {{ nodes {{ id }} }} }}"
        );
        let answer = self.desk.office.ask(&query).await;
        answer.text_at("/organizations/nodes/0/id")
    }

    /// The city's dispatcher approves the team.
    pub async fn approve_team(&self, team: &str) {
        let version = self.desk.version(team, "Team").await;
        let input = json!({ "team": team, "version": version, "on": "2022-03-01" });
        act(&self.desk.dispatcher, "approveTeam", "team { id }", input)
            .await
            .data("/approveTeam");
    }

    /// The office holds a mobilization meeting on a day, of its round or of the whole year; answers the meeting.
    pub async fn mobilization(&self, more: Value, on: &str) -> Value {
        let convener = self.body("A-OFFICE").await;
        let mut input = json!({ "kind": "MOBILIZATION", "convener": convener, "name": "动员部署会", "plannedOn": on });
        for (key, value) in more.as_object().expect("an object") {
            input[key] = value.clone();
        }
        let office = &self.desk.office;
        let meeting = self
            .desk
            .made(office, "prepareMeeting", "meeting", input)
            .await;
        let input = json!({ "meeting": meeting, "version": 1 });
        let fields = "meeting { kind implements round { id } }";
        let answer = act(office, "holdMeeting", fields, input).await;
        answer.data("/holdMeeting/meeting").clone()
    }

    /// The office gives an inspection its team.
    pub async fn assign(&self, inspection: &str, team: &str) -> Answer {
        let input = self.assignment(inspection, team).await;
        let fields = "inspection { version teamName cross elevated }";
        act(&self.desk.office, "assignInspectionTeam", fields, input).await
    }

    /// What that takes.
    pub async fn assignment(&self, inspection: &str, team: &str) -> Value {
        let version = self.desk.version(inspection, "Inspection").await;
        json!({ "inspection": inspection, "version": version, "team": team, "on": "2022-03-02" })
    }

    /// An inspection without a team gets a standing one, whose people come from where its staff does.
    pub async fn staff(&self, inspection: &str) {
        let query = format!(
            "{{ inspection(id: \"{inspection}\") {{ form team {{ id }} staffOrigins(filter: {{ endsOn: {{ isNull: true }} }}) {{ nodes {{ originCode }} }} }} }}"
        );
        let answer = self.desk.office.ask(&query).await;
        let found = answer.data("/inspection");
        if found["form"] != "OWN" || !found["team"].is_null() {
            return;
        }
        let origins = found["staffOrigins"]["nodes"].as_array().expect("origins");
        let origins: Vec<&str> = origins
            .iter()
            .filter_map(|origin| origin["originCode"].as_str())
            .collect();
        let name = format!("常设{}组", origins.join("、"));
        let query =
            format!("{{ teams(filter: {{ name: {{ eq: \"{name}\" }} }}) {{ nodes {{ id }} }} }}");
        let answer = self.desk.office.ask(&query).await;
        let team = match answer.data("/teams/nodes")[0]["id"].as_str() {
            Some(team) => team.to_owned(),
            None => {
                let team = self.standing_team(&name, &origins).await;
                self.approve_team(&team).await;
                team
            }
        };
        self.assign(inspection, &team)
            .await
            .data("/assignInspectionTeam");
    }

    /// The east county's own inspection, by a team of the county, up to its entry on a day.
    pub async fn county_enters(&self, more: Value, on: &str) {
        self.east.term().await;
        let (office, dispatcher) = (&self.east.office, &self.east.dispatcher);
        let inspection = self.proposed(office, more).await;
        let county = self.body("A-E").await;
        let person = json!({ "code": "COUNTY-1", "name": "化名县一", "dispatcher": county });
        let person = self
            .desk
            .made(office, "registerPerson", "person", person)
            .await;
        let team = json!({ "ordinal": 1, "name": "县委第一组", "form": "REGULAR", "startsOn": "2022-01-01" });
        let team = self.desk.made(office, "proposeTeam", "team", team).await;
        let seat = json!({ "team": team, "person": person, "role": "LEADER", "sourceOrganization": county });
        self.desk
            .made(office, "seatTeamMember", "teamMember", seat)
            .await;
        let approved = json!({ "team": team, "version": 1, "on": "2022-03-01" });
        act(dispatcher, "approveTeam", "team { id }", approved)
            .await
            .data("/approveTeam");
        for (person, verb, day) in [
            (office, "assignInspectionTeam", "2022-03-02"),
            (dispatcher, "approveInspection", "2022-03-03"),
            (office, "mobilizeInspection", "2022-03-04"),
            (office, "enterInspection", on),
        ] {
            let version = self.desk.version(&inspection, "Inspection").await;
            let mut input = json!({ "inspection": inspection, "version": version, "on": day });
            if verb == "assignInspectionTeam" {
                input["team"] = json!(team);
            }
            act(person, verb, "inspection { id }", input)
                .await
                .data(&format!("/{verb}"));
        }
    }
}
