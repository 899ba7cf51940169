//! The special checks that Neijiang carried along in 2022, and how the people of its teams were trained, bound, cared for and held to
//! account: the source prints how many units were checked and that the rest exists; whom and when is made up.

use chrono::{Days, NaiveDate};
use inspectorate_entity::{
    coverage::coverage_record::InspectionKind,
    inspections::{
        inspection::InspectionForm,
        special_check::{self, CheckIntegration, SpecialCheckKind},
    },
    organizations::agency_registration::Agency,
    teams::{
        care_record::{self, CareKind},
        recusal::{self, RecusalOrigin, RecusalStatus, RecusalTie},
        training::TrainingKind,
        training_attendance,
        undertaking::{self, UndertakingKind},
        violation::{self, ViolationCategory, ViolationStatus},
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    bodies,
    book::{Book, day, moment},
    lists::Planner,
};

/// Somebody on a team.
#[derive(Clone, Copy)]
struct Seat {
    id: Uuid,
    team: Uuid,
    person: Uuid,
    from: NaiveDate,
}

/// Checks of personnel selection and of organ Party building at 24 units: 22 routine inspections and two elevated ones would make that
/// number, which the source does not say.
pub fn neijiang(book: &mut Book, by: Planner) {
    let owners = [
        (SpecialCheckKind::PersonnelSelection, Agency::Organization),
        (SpecialCheckKind::PartyBuilding, Agency::WorkingCommittee),
    ];
    for (kind, agency) in owners {
        let Some(owner) = book.written(&bodies::code("NJ", agency)) else {
            continue;
        };
        for (inspection, first, last) in carrying(book, by) {
            book.special_check(by, inspection, (kind, owner), (first, last));
        }
    }
    let seats = seats(book, by);
    for seat in &seats {
        book.attend(by, *seat);
        for kind in [UndertakingKind::FourMustNots, UndertakingKind::AlcoholBan] {
            book.undertake(by, *seat, kind);
        }
        book.care(by, *seat, CareKind::Talk);
    }
    if let (Some(first), Some(last)) = (seats.first(), seats.last()) {
        book.care(by, *first, CareKind::HomeVisit);
        book.violate(by, *last);
        book.recuse(by, *first);
    }
}

/// The routine inspections of their own that a dispatcher carried out, with their days on site.
fn carrying(book: &Book, by: Planner) -> Vec<(Uuid, NaiveDate, NaiveDate)> {
    let own = book.inspections.iter().filter(|row| {
        row.dispatcher_id.try_as_ref() == Some(&by.dispatcher)
            && row.term_id.try_as_ref() == Some(&by.term)
            && row.kind.try_as_ref() == Some(&InspectionKind::Routine)
            && row.form.try_as_ref() == Some(&InspectionForm::Own)
            && row.is_assistance.try_as_ref() == Some(&false)
    });
    own.filter_map(|row| {
        let id = row.id.try_as_ref().copied()?;
        let (first, last) = (row.starts_on.try_as_ref()?, row.ends_on.try_as_ref()?);
        Some((id, *first, *last))
    })
    .collect()
}

fn seats(book: &Book, by: Planner) -> Vec<Seat> {
    let own = book
        .team_members
        .iter()
        .filter(|seat| seat.dispatcher_id.try_as_ref() == Some(&by.dispatcher));
    own.filter_map(|seat| {
        Some(Seat {
            id: seat.id.try_as_ref().copied()?,
            team: seat.team_id.try_as_ref().copied()?,
            person: seat.person_id.try_as_ref().copied()?,
            from: seat.starts_on.try_as_ref().copied()?,
        })
    })
    .collect()
}

impl Book {
    fn special_check(
        &mut self,
        by: Planner,
        inspection: Uuid,
        (kind, owner): (SpecialCheckKind, Uuid),
        (first, last): (NaiveDate, NaiveDate),
    ) {
        let id = self.id("SpecialCheck");
        self.special_checks.push(special_check::ActiveModel {
            id: Set(id),
            inspection_id: Set(inspection),
            dispatcher_id: Set(by.dispatcher),
            kind: Set(kind),
            owner_id: Set(owner),
            integration: Set(CheckIntegration::Integrated),
            ordered_on: Set(first - Days::new(5)),
            finished_on: Set(Some(last)),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    /// Somebody was at each training before the first round.
    fn attend(&mut self, by: Planner, seat: Seat) {
        let before = self.trainings.iter().filter(|training| {
            training.dispatcher_id.try_as_ref() == Some(&by.dispatcher)
                && training.kind.try_as_ref() == Some(&TrainingKind::PreInspection)
                && training.held_on.try_as_ref() < Some(&seat.from)
        });
        let before: Vec<Uuid> = before
            .filter_map(|training| training.id.try_as_ref().copied())
            .collect();
        for training in before {
            let id = self.id("TrainingAttendance");
            self.attendances.push(training_attendance::ActiveModel {
                id: Set(id),
                training_id: Set(training),
                dispatcher_id: Set(by.dispatcher),
                person_id: Set(seat.person),
                attended: Set(true),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
        }
    }

    fn undertake(&mut self, by: Planner, seat: Seat, kind: UndertakingKind) {
        let id = self.id("Undertaking");
        self.undertakings.push(undertaking::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(by.dispatcher),
            team_id: Set(seat.team),
            team_member_id: Set(seat.id),
            person_id: Set(seat.person),
            kind: Set(kind),
            signed_on: Set(seat.from),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    fn care(&mut self, by: Planner, seat: Seat, kind: CareKind) {
        let id = self.id("CareRecord");
        self.cares.push(care_record::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(by.dispatcher),
            person_id: Set(seat.person),
            kind: Set(kind),
            held_by: Set("示例谈话人".to_owned()),
            held_on: Set(seat.from + Days::new(30)),
            matters: Set("示例：来源未印谈话内容。".to_owned()),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    /// A breach, so that there is one to look at: no source prints any.
    fn violate(&mut self, by: Planner, seat: Seat) {
        let id = self.id("Violation");
        self.violations.push(violation::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(by.dispatcher),
            person_id: Set(seat.person),
            team_id: Set(Some(seat.team)),
            category: Set(ViolationCategory::Reporting),
            clause: Set(None),
            occurred_on: Set(day(2022, 5, 20)),
            found_on: Set(day(2022, 5, 23)),
            detail: Set("示例：来源未印任何违纪情形。".to_owned()),
            status: Set(ViolationStatus::Handled),
            handled_on: Set(Some(day(2022, 5, 30))),
            handling: Set(Some("示例：谈话提醒".to_owned())),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    /// A tie that was looked at and does not stand in the way.
    fn recuse(&mut self, by: Planner, seat: Seat) {
        let inspected = self
            .team_objects
            .iter()
            .find(|object| object.team_id.try_as_ref() == Some(&seat.team));
        let inspected = inspected.and_then(|object| object.organization_id.try_as_ref().copied());
        let Some(organization) = inspected else {
            return;
        };
        let id = self.id("Recusal");
        self.recusals.push(recusal::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(by.dispatcher),
            team_id: Set(seat.team),
            person_id: Set(seat.person),
            organization_id: Set(organization),
            tie: Set(RecusalTie::Duty),
            origin: Set(RecusalOrigin::Declared),
            detail: Set("示例：曾参加该单位的一次会议".to_owned()),
            status: Set(RecusalStatus::Dismissed),
            raised_on: Set(day(2022, 3, 22)),
            decided_on: Set(Some(day(2022, 3, 24))),
            decision_reason: Set(Some("示例：不影响公正履职".to_owned())),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }
}
