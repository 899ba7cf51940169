//! How the places write their organizations: each with its path, its dispatcher, and what it can be found by.

use chrono::NaiveDate;
use inspectorate_entity::organizations::{
    agency_registration::{self, Agency},
    appointment, leading_group,
    leading_group_member::{self, LeadingGroupPost},
    organization::{self, OrganizationKind, OrganizationLevel},
    organization_affiliation, person,
    post::{self, PostFunction},
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::book::{Book, day, moment};
use crate::domain::organizations::search;

/// An organization to write.
pub struct Body<'a> {
    pub code: String,
    pub name: &'a str,
    pub level: OrganizationLevel,
    pub kind: OrganizationKind,
    pub sector: Option<&'a str>,
    pub region: Option<&'a str>,
    pub parent: Option<Uuid>,
    pub dispatcher: Option<Uuid>,
}

impl Book {
    /// The organization written under `code`.
    pub fn written(&self, code: &str) -> Option<Uuid> {
        let body = self
            .organizations
            .iter()
            .find(|body| body.code.try_as_ref().is_some_and(|own| own == code));
        body.and_then(|body| body.id.try_as_ref().copied())
    }

    /// Write an organization, and whose object it is from the start of 2016 on.
    pub fn organization(&mut self, body: Body<'_>) -> Uuid {
        let id = self.id("Organization");
        let above = body.parent.and_then(|parent| self.paths.get(&parent));
        let path = format!("{}{}/", above.map_or("/", String::as_str), id.simple());
        self.paths.insert(id, path.clone());
        self.names
            .insert(id, (body.code.clone(), body.name.to_owned()));
        if let Some(dispatcher) = body.dispatcher {
            self.homes.insert(id, dispatcher);
        }
        self.organizations.push(organization::ActiveModel {
            id: Set(id),
            search: Set(search::entries([body.name], [body.code.as_str()])),
            pinyin: Set(search::pinyin(body.name)),
            code: Set(body.code),
            name: Set(body.name.to_owned()),
            short_name: Set(None),
            english_name: Set(None),
            level: Set(body.level),
            kind: Set(body.kind),
            sector_code: Set(body.sector.map(str::to_owned)),
            function_group: Set(None),
            region_code: Set(body.region.map(str::to_owned)),
            parent_id: Set(body.parent),
            path: Set(path),
            dispatcher_id: Set(body.dispatcher),
            established_on: Set(None),
            retired_on: Set(None),
            retirement_reason: Set(None),
            merged_into_id: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        if let Some(dispatcher) = body.dispatcher {
            let affiliation = self.id("OrganizationAffiliation");
            self.affiliations
                .push(organization_affiliation::ActiveModel {
                    id: Set(affiliation),
                    organization_id: Set(id),
                    dispatcher_id: Set(dispatcher),
                    starts_on: Set(day(2012, 1, 1)),
                    ends_on: Set(None),
                    version: Set(1),
                    created_at: Set(moment()),
                    updated_at: Set(moment()),
                });
        }
        id
    }

    /// Register `body` as `agency` in the jurisdiction of `authority`.
    pub fn register(&mut self, body: Uuid, agency: Agency, authority: Uuid) {
        let id = self.id("AgencyRegistration");
        self.registrations.push(agency_registration::ActiveModel {
            id: Set(id),
            organization_id: Set(body),
            agency: Set(agency),
            authority_id: Set(authority),
            sector_code: Set(None),
            starts_on: Set(day(2012, 1, 1)),
            ends_on: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    /// Write a post of `organization` with a made-up person in it since `since`; answers the person.
    pub fn post(
        &mut self,
        dispatcher: Uuid,
        organization: Uuid,
        title: &str,
        function: PostFunction,
        since: NaiveDate,
    ) -> Uuid {
        let (person, post, appointment) =
            (self.id("Person"), self.id("Post"), self.id("Appointment"));
        let number = self.persons.len() + 1;
        let name = format!("示例人员{number:02}");
        let code = format!("P-{number:03}");
        self.persons.push(person::ActiveModel {
            id: Set(person),
            search: Set(search::entries([name.as_str()], [code.as_str()])),
            pinyin: Set(search::pinyin(&name)),
            code: Set(code),
            name: Set(name),
            gender: Set(None),
            dispatcher_id: Set(dispatcher),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        self.posts.push(post::ActiveModel {
            id: Set(post),
            organization_id: Set(organization),
            title: Set(title.to_owned()),
            function: Set(function),
            rank_order: Set(1),
            is_head: Set(matches!(
                function,
                PostFunction::PartySecretary | PostFunction::OfficeDirector
            )),
            is_full_time: Set(true),
            abolished_on: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        self.appointments.push(appointment::ActiveModel {
            id: Set(appointment),
            person_id: Set(person),
            post_id: Set(post),
            organization_id: Set(organization),
            end_reason: Set(None),
            starts_on: Set(since),
            ends_on: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        person
    }

    /// Constitute the leading group of `dispatcher` with these persons.
    pub fn leading_group(
        &mut self,
        dispatcher: Uuid,
        term: &str,
        since: NaiveDate,
        seats: &[(Uuid, LeadingGroupPost)],
    ) {
        let group = self.id("LeadingGroup");
        self.leading_groups.push(leading_group::ActiveModel {
            id: Set(group),
            dispatcher_id: Set(dispatcher),
            term_label: Set(term.to_owned()),
            constituted_on: Set(since),
            dissolved_on: Set(None),
            dissolution_reason: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        for (person, post) in seats {
            let id = self.id("LeadingGroupMember");
            self.leading_group_members
                .push(leading_group_member::ActiveModel {
                    id: Set(id),
                    leading_group_id: Set(group),
                    dispatcher_id: Set(dispatcher),
                    person_id: Set(*person),
                    post: Set(*post),
                    starts_on: Set(since),
                    ends_on: Set(None),
                    version: Set(1),
                    created_at: Set(moment()),
                    updated_at: Set(moment()),
                });
        }
    }
}
