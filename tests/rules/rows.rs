//! A row of every noun of the rules that belongs to a place, put into the database directly, to prove that outsiders see none.

use chrono::{NaiveDate, Utc};
use inspectorate_entity::{
    organizations::agency_registration::Agency,
    rules::{
        checklist::{self, ChecklistKind},
        checklist_item, improvement_measure, required_rule, rule_basis, rule_clause,
        rule_document::{self, RuleKind, RuleMaking, RuleStatus},
        setting_value::{self, SettingKey, SettingOrigin},
        superior_requirement::{self, RequirementSource},
    },
};
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use crate::support::{house::House, place::Place};

/// One row of each; two rule documents, of which one rests on the other.
pub async fn fill(house: &House, place: &Place) {
    let (dispatcher, now) = (place.dispatcher.id, Utc::now());
    let day = NaiveDate::from_ymd_opt(2022, 1, 1).expect("a day");
    let setting = setting_value::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(dispatcher),
        key: Set(SettingKey::PaceTolerance),
        edition: Set(1),
        origin: Set(SettingOrigin::Own),
        value: Set(Some("7".to_owned())),
        source_id: Set(None),
        reason: Set("本级规定".to_owned()),
        set_by: Set("测试员".to_owned()),
        valid_from: Set(day),
        valid_to: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    insert(house, setting).await;
    let item = required_rule::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(dispatcher),
        name: Set("整改销号".to_owned()),
        listed_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, item).await;
    let mut rules = [Uuid::now_v7(), Uuid::now_v7()];
    rules.sort_unstable();
    for (id, status) in rules
        .into_iter()
        .zip([RuleStatus::Formal, RuleStatus::Inventoried])
    {
        let rule = rule_document::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(Some(dispatcher)),
            title: Set("工作规则".to_owned()),
            issuer: Set("某市委".to_owned()),
            issuing_agency: Set(Agency::Dispatcher),
            kind: Set(RuleKind::Own),
            making: Set(RuleMaking::New),
            edition: Set(1),
            status: Set(status),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
            ..Default::default()
        };
        insert(house, rule).await;
    }
    let basis = rule_basis::ActiveModel {
        id: Set(Uuid::now_v7()),
        rule_id: Set(rules[1]),
        basis_id: Set(rules[0]),
        article: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    insert(house, basis).await;
    let clause = rule_clause::ActiveModel {
        id: Set(Uuid::now_v7()),
        rule_id: Set(rules[0]),
        number: Set("第一条".to_owned()),
        text: Set("内容".to_owned()),
        sequence: Set(1),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    insert(house, clause).await;
    let requirement = Uuid::now_v7();
    let asked = superior_requirement::ActiveModel {
        id: Set(requirement),
        dispatcher_id: Set(dispatcher),
        source: Set(RequirementSource::Guidance),
        title: Set("指导督导".to_owned()),
        issuer: Set("上级巡视办".to_owned()),
        raised_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, asked).await;
    let measure = improvement_measure::ActiveModel {
        id: Set(Uuid::now_v7()),
        requirement_id: Set(requirement),
        dispatcher_id: Set(dispatcher),
        aspect: Set("规范化".to_owned()),
        content: Set("完善流程".to_owned()),
        set_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, measure).await;
    let list = Uuid::now_v7();
    let checklist = checklist::ActiveModel {
        id: Set(list),
        dispatcher_id: Set(Some(dispatcher)),
        key: Set("OWN_LIST".to_owned()),
        edition: Set(1),
        kind: Set(ChecklistKind::Conduct),
        name: Set("Own".to_owned()),
        name_zh: Set("自定".to_owned()),
        source: Set("本级规定".to_owned()),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, checklist).await;
    let item = checklist_item::ActiveModel {
        id: Set(Uuid::now_v7()),
        checklist_id: Set(list),
        code: Set("NO_LEAK".to_owned()),
        text: Set("Do not leak.".to_owned()),
        text_zh: Set("不得泄密".to_owned()),
        required: Set(true),
        sequence: Set(1),
        clause_id: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    insert(house, item).await;
}

async fn insert<A>(house: &House, row: A)
where
    A: ActiveModelTrait + ActiveModelBehavior + Send,
    <A::Entity as sea_orm::EntityTrait>::Model: IntoActiveModel<A>,
{
    let inserted = row.insert(&house.database.writer).await;
    inserted.expect("the row can be written");
}
