//! The page of inspections: the first twenty of a kind and year with object, dispatch facts, marks, team with members and special
//! checks, in at most ten statements, however many there are.

use std::sync::Arc;

use serde_json::json;

use super::camp::{Camp, elevation};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(takes_at_most_ten_statements);

const PAGE: &str = "{ inspections(first: 20, filter: { kind: { eq: ROUTINE }, year: { eq: 2022 } }) { totalCount nodes { \
    organization { code name } authorizingBodyName dispatcher { name } staffOrigins { nodes { originName } } \
    status cross millstone elevated elevatedCross assistance \
    team { name members { nodes { role person { name } } } } specialChecks { nodes { kind owner { name } } } } } }";

async fn takes_at_most_ten_statements(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let owner = camp.body("A-ORGANIZATION").await;
    for shown in 1..=4 {
        let more = match shown {
            1 => json!({}),
            2 => {
                json!({ "organization": camp.desk.organization(1), "staffOrigins": ["A-E", "A-W"] })
            }
            3 => json!({ "organization": camp.east.town_id(), "elevation": elevation() }),
            _ => {
                json!({ "organization": camp.west.town_id(), "elevation": elevation(), "staffOrigins": ["A-E"] })
            }
        };
        let inspection = camp.propose(more).await;
        if shown == 1 {
            camp.approve_round().await;
        }
        camp.carry(&inspection, "approveInspection").await;
        camp.staff(&inspection).await;
        let check = json!({ "inspection": inspection, "kind": "PERSONNEL_SELECTION", "owner": owner, "on": "2022-03-05" });
        act(
            &camp.desk.office,
            "orderSpecialCheck",
            "specialCheck { id }",
            check,
        )
        .await
        .data("/orderSpecialCheck");
        let before = house.statements().await;
        let answer = camp.desk.office.ask(PAGE).await;
        let taken = house.statements().await - before;
        assert_eq!(answer.data("/inspections/totalCount"), shown);
        let first = answer.data("/inspections/nodes/0");
        assert!(first["team"]["members"]["nodes"][0]["person"]["name"].is_string());
        assert!(first["specialChecks"]["nodes"][0]["owner"]["name"].is_string());
        assert!(taken <= 10, "{taken} statements for the page of {shown}");
    }
}
