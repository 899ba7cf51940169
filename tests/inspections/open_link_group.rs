//! Forming a group of linked inspections.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(forms_a_group_that_those_below_see, says_what_it_is_about);

async fn forms_a_group_that_those_below_see(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "kind": "BLOCK", "name": "教育系统联动", "sectorCode": "EDUCATION", "startsOn": "2022-04-01", "endsOn": "2022-06-30" });
    let fields = "linkGroup { id kind sectorCode dispatcher { code } inspections { totalCount } }";
    let answer = act(&camp.desk.office, "openLinkGroup", fields, input.clone()).await;
    let made = answer.data("/openLinkGroup/linkGroup");
    let expected = json!({ "id": made["id"], "kind": "BLOCK", "sectorCode": "EDUCATION", "dispatcher": { "code": "A" }, "inspections": { "totalCount": 0 } });
    assert_eq!(*made, expected);
    let below = camp.east.office.ask("{ linkGroups { totalCount } }").await;
    assert_eq!(below.data("/linkGroups/totalCount"), 1);
    camp.desk
        .only(
            &[Agency::Office],
            "openLinkGroup",
            "linkGroup { id }",
            input,
        )
        .await;
}

async fn says_what_it_is_about(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let group = |kind: &str, sector: Option<&str>, matter: Option<&str>| json!({ "kind": kind, "name": "联动", "sectorCode": sector, "matter": matter, "startsOn": "2022-04-01", "endsOn": "2022-06-30" });
    for (input, field) in [
        (group("BLOCK", None, Some("教育")), "input.sectorCode"),
        (
            group("BLOCK", Some("NO_SUCH_BLOCK"), None),
            "input.sectorCode",
        ),
        (group("VERTICAL", Some("EDUCATION"), None), "input.matter"),
    ] {
        let answer = refused(
            &house,
            &camp.desk.office,
            "openLinkGroup",
            "linkGroup { id }",
            input,
        )
        .await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
}
