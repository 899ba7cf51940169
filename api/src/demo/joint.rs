//! Joint operations of the sources: Neijiang's three units under joint inspection-audit supervision, and Xiamen's three integrated
//! operations of inspection and audit. Which units Neijiang's were, and all days within the printed time, are made up; so is what was found.

use chrono::{Days, NaiveDate};
use inspectorate_entity::{
    joint_operations::{
        access_grant::{self, DataClass},
        joint_operation::{self, JointMode, JointStatus},
        joint_operation_object,
        joint_operation_party::{self, JointRole},
        joint_referral::{self, ReferralKind, ReferralOutcome, ReferralStatus},
        joint_result,
        joint_step::{self, JointStepStatus},
    },
    organizations::agency_registration::Agency,
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    bodies,
    book::{Book, day, moment},
};
use crate::domain::joint_operations::gates;

/// A side, as which agency it takes part, and what it does.
type Side = (Uuid, Agency, JointRole);

/// An operation to write.
#[derive(Clone, Copy)]
struct Joint<'a> {
    dispatcher: Uuid,
    name: &'a str,
    sides: [Side; 2],
    units: &'a [Uuid],
    /// First and last day.
    days: (NaiveDate, NaiveDate),
}

/// The audit bureau together with the inspection side at three units.
pub fn neijiang(book: &mut Book, city: Uuid) {
    let body = |book: &Book, agency| book.written(&bodies::code("NJ", agency));
    let (Some(office), Some(audit)) = (body(book, Agency::Office), body(book, Agency::Audit))
    else {
        return;
    };
    let units = ["NJ-013", "NJ-014", "NJ-015"];
    let units: Vec<Uuid> = units.iter().filter_map(|unit| book.written(unit)).collect();
    let joint = Joint {
        dispatcher: city,
        name: "2022年巡审联动监督",
        sides: [
            (audit, Agency::Audit, JointRole::Lead),
            (office, Agency::Office, JointRole::Participant),
        ],
        units: &units,
        days: (day(2022, 8, 15), day(2022, 10, 31)),
    };
    book.joint(joint);
}

/// 巡察+审计 at the three units that the source names, one operation each.
pub fn xiamen(book: &mut Book, city: Uuid) {
    let body = |book: &Book, agency| book.written(&bodies::code("XM", agency));
    let (Some(office), Some(audit)) = (body(book, Agency::Office), body(book, Agency::Audit))
    else {
        return;
    };
    for called in ["原厦门市经信局", "原厦门市政务服务中心", "厦门市司法局"]
    {
        let unit = book.names.iter().find(|(_, (_, name))| name == called);
        let Some(unit) = unit.map(|(id, _)| *id) else {
            continue;
        };
        let name = format!("“巡察+审计”一体运作（{called}）");
        let joint = Joint {
            dispatcher: city,
            name: &name,
            sides: [
                (office, Agency::Office, JointRole::Lead),
                (audit, Agency::Audit, JointRole::Participant),
            ],
            units: &[unit],
            days: (day(2019, 7, 5), day(2019, 8, 25)),
        };
        let operation = book.joint(joint);
        if let Some(operation) = operation {
            book.in_step(operation, joint, unit);
        }
    }
}

impl Book {
    /// The mechanism of a dispatcher to which both are party, and the fewest others.
    pub fn mechanism_of(&self, dispatcher: Uuid, both: [Uuid; 2]) -> Option<Uuid> {
        let own = self.mechanisms.iter().filter(|mechanism| {
            mechanism.dispatcher_id.try_as_ref() == Some(&dispatcher)
                && mechanism.ends_on.try_as_ref() == Some(&None)
        });
        let own = own.filter_map(|mechanism| mechanism.id.try_as_ref().copied());
        let parties = |mechanism: &Uuid| -> Vec<Uuid> {
            let of_it = self
                .mechanism_parties
                .iter()
                .filter(|party| party.mechanism_id.try_as_ref() == Some(mechanism));
            of_it
                .filter_map(|party| party.organization_id.try_as_ref().copied())
                .collect()
        };
        let of_both = own.filter(|mechanism| {
            let parties = parties(mechanism);
            both.iter().all(|body| parties.contains(body))
        });
        of_both.min_by_key(|mechanism| parties(mechanism).len())
    }

    /// An operation that was agreed, entered by both on its first day, reported, and closed.
    fn joint(&mut self, joint: Joint<'_>) -> Option<Uuid> {
        let [(initiator, ..), (other, ..)] = joint.sides;
        let mechanism = self.mechanism_of(joint.dispatcher, [initiator, other])?;
        let (first, last) = joint.days;
        let before = |days| first.checked_sub_days(Days::new(days)).unwrap_or(first);
        let after = |days| last.checked_add_days(Days::new(days)).unwrap_or(last);
        let (agreed, closed) = (before(10), after(60));
        let id = self.id("JointOperation");
        self.joint_operations.push(joint_operation::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(joint.dispatcher),
            mechanism_id: Set(mechanism),
            initiator_id: Set(initiator),
            mode: Set(JointMode::Simultaneous),
            name: Set(joint.name.to_owned()),
            topics: Set(None),
            starts_on: Set(first),
            ends_on: Set(last),
            keeps_results: Set(true),
            status: Set(JointStatus::Closed),
            requested_on: Set(before(20)),
            agreed_on: Set(Some(agreed)),
            entered_on: Set(Some(first)),
            ended_on: Set(Some(closed)),
            end_reason: Set(None),
            report: Set(Some("示例联动监督报告".to_owned())),
            reported_on: Set(Some(after(30))),
            ledger_keeper_id: Set(None),
            rectification_joined_on: Set(None),
            links_tasks: Set(true),
            links_methods: Set(true),
            links_results: Set(true),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        for unit in joint.units {
            let object = self.id("JointOperationObject");
            self.joint_objects
                .push(joint_operation_object::ActiveModel {
                    id: Set(object),
                    operation_id: Set(id),
                    organization_id: Set(*unit),
                    version: Set(1),
                    created_at: Set(moment()),
                    updated_at: Set(moment()),
                });
        }
        let agencies = joint.sides.map(|(_, agency, _)| agency);
        for (body, agency, role) in joint.sides {
            let party = self.id("JointOperationParty");
            self.joint_parties.push(joint_operation_party::ActiveModel {
                id: Set(party),
                operation_id: Set(id),
                organization_id: Set(body),
                agency: Set(agency),
                role: Set(role),
                agreed_on: Set(Some(agreed)),
                entered_on: Set(Some(first)),
                chain: Set(gates::chain(agency, &agencies)),
                supervision: Set(gates::supervision(agency)),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
            let other = if agency == Agency::Audit {
                DataClass::Inspection
            } else {
                DataClass::Audit
            };
            for class in [other, DataClass::Result] {
                for unit in joint.units {
                    let lasts = class == DataClass::Result;
                    let grant = self.id("AccessGrant");
                    self.access_grants.push(access_grant::ActiveModel {
                        id: Set(grant),
                        operation_id: Set(id),
                        dispatcher_id: Set(joint.dispatcher),
                        receiver_id: Set(body),
                        organization_id: Set(*unit),
                        class: Set(class),
                        starts_on: Set(first),
                        ends_on: Set((!lasts).then_some(last)),
                        opened_on: Set(Some(agreed)),
                        closed_on: Set((!lasts).then_some(closed)),
                        version: Set(1),
                        created_at: Set(moment()),
                        updated_at: Set(moment()),
                    });
                }
            }
        }
        Some(id)
    }

    /// How the two worked in step: a step of the common plan, one interview instead of two, and a result that both have.
    fn in_step(&mut self, operation: Uuid, joint: Joint<'_>, unit: Uuid) {
        let [(first_side, ..), (second_side, ..)] = joint.sides;
        let (first, last) = joint.days;
        let step = self.id("JointStep");
        self.joint_steps.push(joint_step::ActiveModel {
            id: Set(step),
            operation_id: Set(operation),
            dispatcher_id: Set(joint.dispatcher),
            ordinal: Set(1),
            content: Set("示例：同步核查".to_owned()),
            owner_id: Set(second_side),
            status: Set(JointStepStatus::Done),
            planned_on: Set(first),
            due_on: Set(last),
            done_on: Set(Some(last)),
            outcome: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        let referral = self.id("JointReferral");
        self.joint_referrals.push(joint_referral::ActiveModel {
            id: Set(referral),
            operation_id: Set(operation),
            dispatcher_id: Set(joint.dispatcher),
            kind: Set(ReferralKind::Interview),
            sender_id: Set(first_side),
            receiver_id: Set(second_side),
            organization_id: Set(Some(unit)),
            title: Set("示例：合并谈话".to_owned()),
            content: Set("示例：两组合并谈话一次".to_owned()),
            status: Set(ReferralStatus::Answered),
            referred_on: Set(first),
            outcome: Set(Some(ReferralOutcome::DoneTogether)),
            answer: Set(Some("示例：已合并谈话".to_owned())),
            answered_on: Set(Some(last)),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        let result = self.id("JointResult");
        self.joint_results.push(joint_result::ActiveModel {
            id: Set(result),
            operation_id: Set(operation),
            finder_id: Set(second_side),
            counter_id: Set(second_side),
            organization_id: Set(unit),
            category: Set("示例问题类别".to_owned()),
            basis: Set("示例依据".to_owned()),
            description: Set("示例成果".to_owned()),
            severity: Set(None),
            amount_cents: Set(None),
            evidence_reused: Set(None),
            sha256: Set(None),
            audit_finding_id: Set(None),
            shared_on: Set(last),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }
}
