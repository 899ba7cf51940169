//! Inspections that superiors carried out, and what the places did for them. Days are made up.

use chrono::NaiveDate;
use inspectorate_entity::{
    coverage::coverage_record::InspectionKind,
    superiors::{
        superior_inspection::{self, SuperiorInspectionStatus},
        superior_task::{self, SuperiorTaskKind, SuperiorTaskStatus},
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::book::{Book, moment};

/// An inspection of a superior that is over.
pub struct OfSuperior<'a> {
    pub superior: &'a str,
    pub name: &'a str,
    pub days: (NaiveDate, NaiveDate),
    /// What was done for it, and by whom.
    pub tasks: &'a [(SuperiorTaskKind, &'a str, Uuid)],
}

impl Book {
    /// Write the inspection of a superior in the place of `dispatcher`.
    pub fn of_superior(&mut self, dispatcher: Uuid, of: &OfSuperior<'_>) -> Uuid {
        let id = self.id("SuperiorInspection");
        let (first, last) = of.days;
        self.superior_inspections
            .push(superior_inspection::ActiveModel {
                id: Set(id),
                dispatcher_id: Set(dispatcher),
                superior: Set(of.superior.to_owned()),
                name: Set(of.name.to_owned()),
                kind: Set(InspectionKind::Routine),
                mechanism_id: Set(None),
                topics: Set(None),
                status: Set(SuperiorInspectionStatus::Ended),
                announced_on: Set(first),
                starts_on: Set(first),
                ends_on: Set(Some(last)),
                entered_on: Set(Some(first)),
                ended_on: Set(Some(last)),
                end_reason: Set(None),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
        for (kind, content, owner) in of.tasks {
            let task = self.id("SuperiorTask");
            self.superior_tasks.push(superior_task::ActiveModel {
                id: Set(task),
                superior_inspection_id: Set(id),
                dispatcher_id: Set(dispatcher),
                kind: Set(*kind),
                content: Set((*content).to_owned()),
                owner_id: Set(*owner),
                status: Set(SuperiorTaskStatus::Done),
                asked_on: Set(first),
                due_on: Set(last),
                done_on: Set(Some(last)),
                outcome: Set(None),
                document_id: Set(None),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
        }
        id
    }
}
