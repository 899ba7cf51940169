//! Entering people in talent pools: the pools are the dispatcher's own codes, and a person stands in each once.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::camp::{Camp, call, id};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(enters_people_in_pools_of_the_list, is_hidden_from_others);

/// The dispatcher's own list of pools with one code.
pub async fn pools(camp: &Camp) {
    let keeper = camp.place.person(Agency::Office, Role::Admin);
    let input = json!({ "dispatcher": id(&camp.place.dispatcher), "key": "TALENT_POOL", "name": "Talent pools", "nameZh": "人才库", "definition": "Own pools.", "source": "本级规定" });
    let list = call(&keeper, "addCodeList", "codeList", "", input).await;
    let list = list.text_at("/done/codeList/id");
    let input = json!({ "codeList": list, "code": "LEADERS", "label": "Leaders", "labelZh": "组长库", "definition": "示例", "source": "本级规定" });
    let entry = call(&keeper, "addCodeListEntry", "codeListEntry", "", input).await;
    entry.data("/done/codeListEntry/id");
}

async fn enters_people_in_pools_of_the_list(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let person = camp.person("示例人员").await;
    let input = json!({ "pool": "LEADERS", "person": person, "homeOrganization": id(&camp.place.objects[0]), "specialty": "财务", "nativeRegion": "511000" });
    let unknown = camp
        .refused("enterTalentPool", "talent", input.clone())
        .await;
    unknown.refused("BAD_USER_INPUT").of_field("input.pool");
    pools(&camp).await;
    let keeper = camp.place.person(Agency::Organization, Role::Handler);
    let answer = call(
        &keeper,
        "enterTalentPool",
        "talent",
        "availability specialty nativeRegion endsOn",
        input.clone(),
    )
    .await;
    assert_eq!(answer.data("/done/talent/availability"), "AVAILABLE");
    let again = nothing_changed(
        &house,
        call(&keeper, "enterTalentPool", "talent", "", input),
    )
    .await;
    again.refused("CONFLICT").of_field("input.person");
}

async fn is_hidden_from_others(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    for agency in Agency::ALL.iter().copied() {
        let person = camp.place.person(agency, Role::Admin);
        let pools = person.ask("{ talents { totalCount } }").await;
        let lent = person.ask("{ secondments { totalCount } }").await;
        let recusals = person.ask("{ recusals { totalCount } }").await;
        let keeps = matches!(agency, Agency::Office | Agency::Organization);
        if keeps {
            pools.data("/talents");
        } else {
            pools.refused("FORBIDDEN");
        }
        if keeps || agency == Agency::Discipline {
            lent.data("/secondments");
        } else {
            lent.refused("FORBIDDEN");
        }
        if matches!(
            agency,
            Agency::Dispatcher | Agency::LeadingGroup | Agency::Office
        ) {
            recusals.data("/recusals");
        } else {
            recusals.refused("FORBIDDEN");
        }
    }
}
