//! How the places write an inspection itself: its dispatch facts, the marks that follow from them, and the group that links it.

use chrono::{Datelike, Days, NaiveDate};
use inspectorate_entity::{
    coverage::{coverage_record::InspectionKind, round::RoundStatus},
    inspections::{
        elevation_ground,
        inspection::{self, InspectionForm, InspectionStatus},
        inspection_earlier,
        link_group::{self, LinkKind},
        staff_origin,
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    book::{Book, moment},
    inspections::Inspected,
    lists::Planner,
};
use crate::domain::inspections::marks::{DispatchFacts, Marks, marks};

/// A group of linked inspections to write.
pub struct Link<'a> {
    pub kind: LinkKind,
    pub name: &'a str,
    pub sector: Option<&'a str>,
    pub matter: Option<&'a str>,
    /// The inspection of a superior with which it goes in step, and what it is called.
    pub superior: Option<(Uuid, &'a str)>,
    pub days: (NaiveDate, NaiveDate),
}

impl Book {
    /// Open a group of linked inspections.
    pub fn link(&mut self, dispatcher: Uuid, link: &Link<'_>) -> Uuid {
        let id = self.id("LinkGroup");
        self.link_groups.push(link_group::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(dispatcher),
            kind: Set(link.kind),
            name: Set(link.name.to_owned()),
            sector_code: Set(link.sector.map(str::to_owned)),
            matter: Set(link.matter.map(str::to_owned)),
            superior_operation: Set(link.superior.map(|(_, name)| name.to_owned())),
            superior_inspection_id: Set(link.superior.map(|(inspection, _)| inspection)),
            starts_on: Set(link.days.0),
            ends_on: Set(link.days.1),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        id
    }

    /// Write an inspection that is over, with what it hangs on and the ledger's record of it.
    pub fn dispatch(&mut self, by: Planner, of: &Inspected<'_>, record: Option<Uuid>) -> Uuid {
        let id = self.id("Inspection");
        let [started, ended, reported, fed_back] = of.days;
        let approved = started - Days::new(10);
        let usual = self.homes.get(&of.organization).copied();
        let authorizer = of.authorizer.unwrap_or(by.dispatcher);
        let own = [by.dispatcher];
        let origins = if of.origins.is_empty() {
            &own[..]
        } else {
            of.origins
        };
        let marks = self.marks(by, of, authorizer, origins);
        let looks_back_at = if of.kind == InspectionKind::LookBack {
            self.routine_of(of.organization)
        } else {
            None
        };
        self.inspections.push(inspection::ActiveModel {
            id: Set(id),
            authorizing_body_id: Set(authorizer),
            authorizing_body_name: Set(self.name(authorizer).1),
            dispatcher_id: Set(by.dispatcher),
            organization_id: Set(of.organization),
            usual_dispatcher_id: Set(usual),
            term_id: Set(by.term),
            round_id: Set(of.round),
            kind: Set(of.kind),
            form: Set(form(of)),
            name: Set(of.operation.map(str::to_owned)),
            topic: Set(of.topic.map(str::to_owned)),
            matter: Set(of.pinpoint.map(|(matter, _)| matter.to_owned())),
            detachments: Set(of.pinpoint.map(|(_, detachments)| detachments)),
            batch: Set(of.batch),
            year: Set(started.year()),
            starts_on: Set(started),
            ends_on: Set(ended),
            status: Set(InspectionStatus::Closed),
            status_on: Set(fed_back),
            parent_id: Set(of.extended_from.map(|from| from.inspection)),
            link_group_id: Set(of.link),
            looks_back_at_id: Set(looks_back_at),
            team_id: Set(None),
            team_name: Set(of.team.map(str::to_owned)),
            cross_mode: Set(of.cross_mode),
            is_cross: Set(marks.cross),
            is_millstone: Set(marks.millstone),
            is_elevated: Set(marks.elevated),
            is_elevated_cross: Set(marks.elevated_cross),
            is_assistance: Set(marks.assistance),
            unable_body_id: Set(usual.filter(|_| marks.elevated)),
            elevation_statement: Set(of
                .reason
                .map(|_| "示例：来源未印各单位的提级条件".to_owned())),
            elevated_on: Set(marks.elevated.then_some(approved)),
            approved_on: Set(Some(approved)),
            announced_on: Set(Some(started)),
            entered_on: Set(Some(started)),
            left_on: Set(Some(ended)),
            reported_on: Set(Some(reported)),
            fed_back_on: Set(Some(fed_back)),
            coverage_record_id: Set(record),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
            ..Default::default()
        });
        for origin in origins {
            self.origin(by, id, *origin, approved);
        }
        if let Some(reason) = of.reason {
            self.ground(by, id, reason);
        }
        if let Some(earlier) = looks_back_at {
            self.earlier.push(inspection_earlier::ActiveModel {
                inspection_id: Set(id),
                earlier_id: Set(earlier),
            });
        }
        if let Some(round) = of.round {
            self.close_round(round, started, fed_back);
        }
        id
    }

    fn marks(&self, by: Planner, of: &Inspected<'_>, authorizer: Uuid, origins: &[Uuid]) -> Marks {
        let path = |id: Uuid| self.paths.get(&id).map_or("", String::as_str);
        let home = self.homes.get(&of.organization).copied();
        let origins: Vec<&str> = origins.iter().map(|origin| path(*origin)).collect();
        let facts = DispatchFacts {
            authorizer: path(authorizer),
            dispatcher: path(by.dispatcher),
            home: path(home.unwrap_or(by.dispatcher)),
            origins: &origins,
        };
        marks(&facts, of.in_ring)
    }

    fn name(&self, organization: Uuid) -> (String, String) {
        self.names.get(&organization).cloned().unwrap_or_default()
    }

    /// The routine inspection of an organization.
    fn routine_of(&self, organization: Uuid) -> Option<Uuid> {
        let mut of_it = self.inspections.iter().filter(|row| {
            row.organization_id.try_as_ref() == Some(&organization)
                && row.kind.try_as_ref() == Some(&InspectionKind::Routine)
        });
        of_it.find_map(|row| row.id.try_as_ref().copied())
    }

    fn origin(&mut self, by: Planner, inspection: Uuid, origin: Uuid, open_on: NaiveDate) {
        let id = self.id("StaffOrigin");
        let (code, name) = self.name(origin);
        self.staff_origins.push(staff_origin::ActiveModel {
            id: Set(id),
            inspection_id: Set(inspection),
            dispatcher_id: Set(by.dispatcher),
            origin_id: Set(origin),
            origin_code: Set(code),
            origin_name: Set(name),
            open_on: Set(Some(open_on)),
            ends_on: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    fn ground(&mut self, by: Planner, inspection: Uuid, reason: &str) {
        let id = self.id("ElevationGround");
        self.elevation_grounds.push(elevation_ground::ActiveModel {
            id: Set(id),
            inspection_id: Set(inspection),
            dispatcher_id: Set(by.dispatcher),
            reason: Set(reason.to_owned()),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    fn close_round(&mut self, round: Uuid, announced: NaiveDate, closed: NaiveDate) {
        let mut rounds = self.rounds.iter_mut();
        if let Some(row) = rounds.find(|row| row.id.try_as_ref() == Some(&round)) {
            row.status = Set(RoundStatus::Closed);
            row.status_on = Set(Some(closed));
            row.announced_on = Set(Some(announced));
        }
    }
}

fn form(of: &Inspected<'_>) -> InspectionForm {
    match (of.pinpoint, of.extended_from) {
        (Some(_), _) => InspectionForm::Pinpoint,
        (None, Some(_)) => InspectionForm::Extended,
        (None, None) => InspectionForm::Own,
    }
}
