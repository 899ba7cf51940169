//! How the places write an object list: block after block, organization after organization.

use chrono::NaiveDate;
use inspectorate_entity::{
    coverage::coverage_object::Priority,
    organizations::{
        agency_registration::Agency,
        organization::{OrganizationKind, OrganizationLevel},
    },
};
use uuid::Uuid;

use super::{
    book::Book,
    lists::{Object, Planner},
    rows::Body,
};

/// A block of a list: its objects are of one sector, type and kind.
#[derive(Clone, Copy)]
pub struct Block {
    pub name: &'static str,
    pub sector: Option<&'static str>,
    pub object_type: &'static str,
    pub kind: OrganizationKind,
    pub count: usize,
    /// Organizations that the source names; the others are made up.
    pub named: &'static [&'static str],
    pub priority: Option<(Priority, &'static str)>,
    pub first_inclusion: bool,
}

/// A block without anything special; an empty `sector` is none.
pub const fn block(
    name: &'static str,
    sector: &'static str,
    object_type: &'static str,
    kind: OrganizationKind,
    count: usize,
) -> Block {
    Block {
        name,
        sector: if sector.is_empty() {
            None
        } else {
            Some(sector)
        },
        object_type,
        kind,
        count,
        named: &[],
        priority: None,
        first_inclusion: false,
    }
}

/// What all objects of a list share.
#[derive(Clone, Copy)]
pub struct List {
    pub plan: Uuid,
    /// The code that theirs begin with, and what made-up ones are marked with.
    pub prefix: &'static str,
    pub mark: &'static str,
    pub level: OrganizationLevel,
    pub region: Option<&'static str>,
    pub listed_on: NaiveDate,
    /// A look-back is planned for the objects at these places, from 1, on this day.
    pub look_backs: (&'static [usize], NaiveDate),
}

/// An object with its organization.
#[derive(Clone, Copy)]
pub struct Entry {
    pub object: Uuid,
    pub organization: Uuid,
}

/// Write the list; the first organization on it signs in as the inspected one.
pub fn write(book: &mut Book, by: Planner, list: List, blocks: &[Block]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (sequence, block) in (1..).zip(blocks) {
        let id = book.block(by, list.plan, sequence, block.name);
        for at in 0..block.count {
            let number = entries.len() + 1;
            let made_up = format!("示例单位{number:03}（{}{}）", list.mark, block.name);
            let organization = book.organization(Body {
                code: format!("{}-{number:03}", list.prefix),
                name: block.named.get(at).copied().unwrap_or(&made_up),
                level: list.level,
                kind: block.kind,
                sector: block.sector,
                region: list.region,
                parent: Some(by.dispatcher),
                dispatcher: Some(by.dispatcher),
            });
            if number == 1 {
                book.register(organization, Agency::Object, organization);
            }
            let object = book.object(
                by,
                Object {
                    plan: list.plan,
                    organization,
                    block: Some(id),
                    object_type: block.object_type,
                    listed_on: list.listed_on,
                    priority: block.priority,
                    first_inclusion: block.first_inclusion,
                    pilot: false,
                    look_back_on: (list.look_backs.0.contains(&number))
                        .then_some(list.look_backs.1),
                },
            );
            entries.push(Entry {
                object,
                organization,
            });
        }
    }
    entries
}
