//! Mechanisms of the sources: Neijiang's with twelve departments, Xiamen's five documents, the ministry's with the centre. With whom
//! the last two work together, and from which day on, is made up where it is not printed.

use chrono::NaiveDate;
use inspectorate_entity::{
    coordination::{
        coordination_mechanism::{self, MechanismStatus},
        mechanism_duty::{self, CoordinationField as Field},
        mechanism_party,
    },
    organizations::agency_registration::Agency,
    rules::rule_document::RuleStatus,
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    bodies,
    book::{Book, day, moment},
};

const HELP: &[Field] = &[Field::Situation, Field::Personnel];

/// A mechanism to write.
#[derive(Clone, Copy)]
struct Agreed<'a> {
    initiator: Uuid,
    partners: &'a [Uuid],
    name: &'a str,
    /// Title of the rule document that prints it.
    rule: &'a str,
    fields: &'a [Field],
    edition: i32,
    status: MechanismStatus,
    days: (NaiveDate, Option<NaiveDate>),
    replaces: Option<Uuid>,
}

/// The office works with twelve departments; with two of them by a revised document, with two others by one of the year.
pub fn neijiang(book: &mut Book, city: Uuid) {
    let Some(office) = book.written(&bodies::code("NJ", Agency::Office)) else {
        return;
    };
    if let Some(twelfth) = book.written("NJ-002") {
        book.register(twelfth, Agency::Functional, city);
    }
    let revised = [
        (
            Agency::PoliticalLegal,
            "关于建立市委巡察机构与政法机关工作协调机制的意见",
        ),
        (
            Agency::WorkingCommittee,
            "关于建立市委巡察机构与市直机关工委工作协作机制的意见",
        ),
    ];
    for (agency, title) in revised {
        let Some(partner) = book.written(&bodies::code("NJ", agency)) else {
            continue;
        };
        let first = Agreed {
            initiator: office,
            partners: &[partner],
            name: title,
            rule: title,
            fields: HELP,
            edition: 1,
            status: MechanismStatus::Revised,
            days: (day(2019, 6, 1), Some(day(2022, 5, 31))),
            replaces: None,
        };
        let before = book.agreed(city, first);
        let second = Agreed {
            edition: 2,
            status: MechanismStatus::InForce,
            days: (day(2022, 6, 1), None),
            replaces: Some(before),
            ..first
        };
        book.agreed(city, second);
    }
    let others = [
        Agency::Discipline,
        Agency::Organization,
        Agency::Audit,
        Agency::Propaganda,
        Agency::Functional,
        Agency::Petitions,
        Agency::InternalControl,
        Agency::Congress,
        Agency::Cppcc,
    ];
    let codes = others.map(|agency| bodies::code("NJ", agency));
    let codes = codes.into_iter().chain(["NJ-002".to_owned()]);
    for (number, code) in (3..).zip(codes) {
        let Some(partner) = book.written(&code) else {
            continue;
        };
        let called = book.names.get(&partner).map(|(_, name)| name.clone());
        let name = format!(
            "市委巡察机构与{}协作配合机制（示例）",
            called.unwrap_or_default()
        );
        let rule = format!("示例新建制度{number:02}");
        let agreed = Agreed {
            initiator: office,
            partners: &[partner],
            name: &name,
            rule: &rule,
            fields: HELP,
            edition: 1,
            status: MechanismStatus::InForce,
            days: (day(2022, 6, 1), None),
            replaces: None,
        };
        book.agreed(city, agreed);
    }
}

/// The five documents of Xiamen's chain, of which the one with the audit organs is on trial.
pub fn xiamen(book: &mut Book, city: Uuid) {
    let body = |book: &Book, agency| book.written(&bodies::code("XM", agency));
    let (Some(office), Some(discipline), Some(organization), Some(audit)) = (
        body(book, Agency::Office),
        body(book, Agency::Discipline),
        body(book, Agency::Organization),
        body(book, Agency::Audit),
    ) else {
        return;
    };
    let all = [discipline, organization, audit];
    let documents: [(&str, &[Uuid], &[Field], MechanismStatus); 5] = [
        (
            "关于建立健全巡察工作协作机制的若干意见",
            &all,
            &[
                Field::Situation,
                Field::Notification,
                Field::Personnel,
                Field::ProfessionalOpinion,
                Field::SupervisedHandling,
            ],
            MechanismStatus::InForce,
        ),
        (
            "关于建立健全巡察机构与纪检监察机关工作协调机制的实施意见",
            &[discipline],
            &[
                Field::Situation,
                Field::Leads,
                Field::Personnel,
                Field::SupervisedHandling,
            ],
            MechanismStatus::InForce,
        ),
        (
            "关于建立健全巡察机构与审计机关工作协调机制的实施意见（试行）",
            &[audit],
            &[
                Field::PlanCoordination,
                Field::JointEntry,
                Field::ResultSharing,
                Field::Personnel,
            ],
            MechanismStatus::Trial,
        ),
        (
            "巡前信息沟通和巡后情况通报工作规程",
            &all,
            &[Field::Situation, Field::Notification],
            MechanismStatus::InForce,
        ),
        (
            "巡察整改材料审核与公开规程",
            &[discipline, organization],
            &[Field::SupervisedHandling],
            MechanismStatus::InForce,
        ),
    ];
    for (name, partners, fields, status) in documents {
        book.agreed(
            city,
            Agreed {
                initiator: office,
                partners,
                name,
                rule: name,
                fields,
                edition: 1,
                status,
                days: (day(2019, 6, 1), None),
                replaces: None,
            },
        );
    }
}

/// The mechanism between the central inspection bodies and the ministry, which the centre proposed.
pub fn ministry(book: &mut Book, ministry: Uuid) {
    let body = |book: &Book, agency| book.written(&bodies::code("MOF", agency));
    let (Some(superior), Some(office)) = (body(book, Agency::Superior), body(book, Agency::Office))
    else {
        return;
    };
    let name = "关于建立中央巡视机构与财政部协作机制的意见";
    book.agreed(
        ministry,
        Agreed {
            initiator: superior,
            partners: &[office],
            name,
            rule: name,
            fields: &[
                Field::Situation,
                Field::Personnel,
                Field::ProfessionalOpinion,
            ],
            edition: 1,
            status: MechanismStatus::InForce,
            days: (day(2021, 1, 1), None),
            replaces: None,
        },
    );
}

impl Book {
    fn agreed(&mut self, dispatcher: Uuid, agreed: Agreed<'_>) -> Uuid {
        let id = self.id("CoordinationMechanism");
        let (first, last) = agreed.days;
        // Of a revised document the wording before it has the same title.
        let stands = |status: &RuleStatus| {
            (*status == RuleStatus::Revised) == (agreed.status == MechanismStatus::Revised)
        };
        let rule = self.rule_documents.iter().find(|rule| {
            rule.title
                .try_as_ref()
                .is_some_and(|title| title == agreed.rule)
                && rule.status.try_as_ref().is_some_and(stands)
        });
        let rule = rule.and_then(|rule| rule.id.try_as_ref().copied());
        let is_trial = agreed.status == MechanismStatus::Trial;
        self.mechanisms.push(coordination_mechanism::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(dispatcher),
            initiator_id: Set(agreed.initiator),
            name: Set(agreed.name.to_owned()),
            edition: Set(agreed.edition),
            rule_id: Set(rule),
            status: Set(agreed.status),
            proposed_on: Set(first),
            starts_on: Set(Some(first)),
            established_on: Set((!is_trial).then_some(first)),
            ends_on: Set(last),
            end_reason: Set(None),
            replaces_id: Set(agreed.replaces),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        let parties = agreed.partners.iter().copied();
        for organization in [agreed.initiator].into_iter().chain(parties) {
            let party = self.id("MechanismParty");
            self.mechanism_parties.push(mechanism_party::ActiveModel {
                id: Set(party),
                mechanism_id: Set(id),
                organization_id: Set(organization),
                agreed_on: Set(Some(first)),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
        }
        for field in agreed.fields {
            let duty = self.id("MechanismDuty");
            self.mechanism_duties.push(mechanism_duty::ActiveModel {
                id: Set(duty),
                mechanism_id: Set(id),
                field: Set(*field),
                content: Set(None),
                responsible_id: Set(None),
                deadline_rule: Set(None),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
        }
        id
    }
}
