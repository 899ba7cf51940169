//! The inspection office of the ministry: where it belonged, and when it got its nameplate.

use inspectorate_entity::organizations::{
    agency_registration::Agency,
    organization_relation::{self, OrganizationRelationKind as Tie},
};
use sea_orm::ActiveValue::Set;

use super::{
    bodies,
    book::{Book, day, moment},
};

/// Attached to the personnel department in 2017, its work there by the reform of 2019, its nameplate approved in 2020.
pub fn write(book: &mut Book) {
    let of = |agency| book.written(&bodies::code("MOF", agency));
    let (Some(office), Some(personnel)) = (of(Agency::Office), of(Agency::Organization)) else {
        return;
    };
    let ties = [
        (
            office,
            Tie::AttachedTo,
            Some(personnel),
            None,
            None,
            day(2017, 1, 1),
            Some(day(2018, 12, 31)),
        ),
        (
            office,
            Tie::GuidedBy,
            Some(personnel),
            None,
            Some("2019年机构改革明确由人事教育司承担内部巡视工作"),
            day(2019, 1, 1),
            None,
        ),
        (
            personnel,
            Tie::AlsoNamed,
            Some(office),
            Some("巡视办"),
            Some("中央编办批复同意加挂巡视办牌子"),
            day(2020, 1, 1),
            None,
        ),
    ];
    for (organization, kind, related, nameplate, note, starts_on, ends_on) in ties {
        let id = book.id("OrganizationRelation");
        book.relations.push(organization_relation::ActiveModel {
            id: Set(id),
            organization_id: Set(organization),
            related_id: Set(related),
            kind: Set(kind),
            nameplate: Set(nameplate.map(str::to_owned)),
            approved_by: Set(nameplate.map(|_| "中央编办".to_owned())),
            note: Set(note.map(str::to_owned)),
            starts_on: Set(starts_on),
            ends_on: Set(ends_on),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }
}
