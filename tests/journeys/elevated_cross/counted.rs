//! What the figures say of the inspection once its team has entered.

use serde_json::Value;

use super::Story;

impl Story {
    /// It stands once on record, for the county's object, and under each of its modes.
    pub(super) async fn counted(&self) {
        let camp = &self.camp;
        for office in [&camp.desk.office, &camp.east.office] {
            let answer = office.ask("{ coverageRecords { totalCount } }").await;
            assert_eq!(answer.data("/coverageRecords/totalCount"), 1);
        }
        let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { inspectionModes(year: 2022) { organizations { value } people { value } \
            modes { mode organizations { value } } } } } }";
        let answer = camp.desk.office.ask(query).await;
        let year = answer.data("/organizations/nodes/0/inspectionModes");
        assert_eq!(year["organizations"]["value"], "1");
        assert_eq!(year["people"]["value"], "4");
        let modes = year["modes"].as_array().expect("modes").iter();
        let occurred: Vec<&Value> = modes
            .filter(|mode| mode["organizations"]["value"] == "1")
            .map(|mode| &mode["mode"])
            .collect();
        assert_eq!(occurred, ["ROUTINE", "ELEVATED", "CROSS"]);
    }
}
