//! A place to test in: a dispatcher with the agencies around it and organizations under it, put into the database directly.

use std::sync::Arc;

use chrono::{NaiveDate, Utc};
use inspectorate::access::policy::{Agency, Role};
use inspectorate_entity::{
    organizations::{
        agency_registration,
        organization::{self, OrganizationKind, OrganizationLevel},
    },
    vocabulary::Vocabulary,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use uuid::Uuid;

use super::house::{House, Person};

/// A row of `organization` in the making: sensible everywhere, changed where the test cares.
pub struct NewOrganization {
    pub row: organization::Model,
}

impl NewOrganization {
    /// At the top of the tree.
    pub fn new(code: &str, name: &str) -> Self {
        let id = Uuid::now_v7();
        let row = organization::Model {
            id,
            code: code.to_owned(),
            name: name.to_owned(),
            short_name: None,
            english_name: None,
            level: OrganizationLevel::County,
            kind: OrganizationKind::PartyCommittee,
            sector_code: None,
            function_group: None,
            region_code: None,
            parent_id: None,
            path: format!("/{}/", id.simple()),
            dispatcher_id: None,
            established_on: None,
            retired_on: None,
            retirement_reason: None,
            merged_into_id: None,
            search: format!("{}\n{}", name.to_lowercase(), code.to_lowercase()),
            pinyin: name.to_lowercase(),
            version: 1,
            created_at: Utc::now(),
            updated_at: Utc::now(),
        };
        Self { row }
    }

    pub fn under(mut self, parent: &organization::Model) -> Self {
        self.row.parent_id = Some(parent.id);
        self.row.path = format!("{}{}/", parent.path, self.row.id.simple());
        self
    }

    /// Standing on the list of `dispatcher` today.
    pub fn object_of(mut self, dispatcher: &organization::Model) -> Self {
        self.row.dispatcher_id = Some(dispatcher.id);
        self
    }

    /// Anything else about it.
    pub fn with(mut self, change: impl FnOnce(&mut organization::Model)) -> Self {
        change(&mut self.row);
        self
    }

    pub async fn insert(self, house: &House) -> organization::Model {
        let row = self.row.clone();
        let active: organization::ActiveModel = self.row.into();
        // `into` marks every column as unchanged, which an insert would leave out.
        let inserted = active.reset_all().insert(&house.database.writer).await;
        inserted.expect("the organization can be written");
        row
    }
}

/// Let `organization` act as `agency` in the jurisdiction of `authority`, since long ago.
pub async fn register(
    house: &House,
    organization: &organization::Model,
    agency: Agency,
    authority: &organization::Model,
) {
    let row = agency_registration::ActiveModel {
        id: Set(Uuid::now_v7()),
        organization_id: Set(organization.id),
        agency: Set(agency),
        authority_id: Set(authority.id),
        sector_code: Set(None),
        starts_on: Set(NaiveDate::from_ymd_opt(2016, 1, 1).expect("a day")),
        ends_on: Set(None),
        version: Set(1),
        created_at: Set(Utc::now()),
        updated_at: Set(Utc::now()),
    };
    let inserted = row.insert(&house.database.writer).await;
    inserted.expect("the registration can be written");
}

/// A dispatcher, its agencies, and organizations under it.
pub struct Place {
    pub house: Arc<House>,
    /// The first part of every code of the place.
    pub code: String,
    /// The dispatching Party organization (派出党组织).
    pub dispatcher: organization::Model,
    /// Three organizations on its list.
    pub objects: Vec<organization::Model>,
}

impl Place {
    /// A place whose codes begin with `code`, with a body for every agency; the first object acts as the inspected one.
    pub async fn build(house: &Arc<House>, code: &str) -> Self {
        let new = |part: &str, name: &str| {
            NewOrganization::new(&format!("{code}-{part}"), &format!("{code}{name}"))
        };
        let dispatcher = NewOrganization::new(code, &format!("{code}市委"))
            .with(|row| row.level = OrganizationLevel::City)
            .insert(house)
            .await;
        let mut objects = Vec::new();
        for (number, name) in [(1, "第一单位"), (2, "第二单位"), (3, "第三单位")] {
            let object = new(&format!("OBJECT-{number}"), name);
            let object = object.under(&dispatcher).object_of(&dispatcher);
            objects.push(object.insert(house).await);
        }
        for agency in Agency::ALL.iter().copied() {
            match agency {
                Agency::Dispatcher => register(house, &dispatcher, agency, &dispatcher).await,
                Agency::Object => register(house, &objects[0], agency, &objects[0]).await,
                agency => {
                    let body = new(&spelled(agency), "机关").under(&dispatcher);
                    let body = body.insert(house).await;
                    register(house, &body, agency, &dispatcher).await;
                }
            }
        }
        Self {
            house: house.clone(),
            code: code.to_owned(),
            dispatcher,
            objects,
        }
    }

    /// Somebody of this place's body for `agency`.
    pub fn person(&self, agency: Agency, role: Role) -> Person {
        let organization = match agency {
            Agency::Dispatcher => self.code.clone(),
            Agency::Object => self.objects[0].code.clone(),
            agency => format!("{}-{}", self.code, spelled(agency)),
        };
        self.house.person(agency, &organization, role)
    }
}

fn spelled(agency: Agency) -> String {
    agency.as_str().replace('_', "-")
}
