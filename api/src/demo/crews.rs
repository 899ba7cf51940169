//! Teams of the sources: how many there were, in which form, and what they inspected; their people are made up.

use chrono::{Datelike, NaiveDate};
use inspectorate_entity::{
    organizations::agency_registration::Agency,
    teams::{
        team::{self, TeamForm, TeamStatus},
        team_member::{self, CadreRank, TeamRole},
        team_object,
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    bodies,
    book::{Book, day, moment},
    lists::Planner,
    teams::{person, rounds_of},
};

/// The dedicated team of Xiamen for look-backs.
pub const LOOK_BACK: &str = "厦门市委巡察“回头看”组（示例）";
/// The cross team of Xiamen.
pub const CROSS: &str = "交叉巡察组（示例）";

/// The second team of Neijiang.
pub const SECOND: &str = "内江市委第二巡察组";

/// A team to write.
struct Crew<'a> {
    round: Option<Uuid>,
    parent: Option<Uuid>,
    body: Option<Uuid>,
    ordinal: i32,
    name: &'a str,
    form: TeamForm,
    mobilized: NaiveDate,
    /// First day, and the last one when it has done its work.
    days: (NaiveDate, Option<NaiveDate>),
}

/// What a team of the ministry is called.
pub fn of_ministry(ordinal: usize) -> String {
    format!("第{ordinal}巡视组（示例）")
}

/// How many teams of the ministry served a round: 39 in eight rounds.
pub const fn in_round(round: i32) -> usize {
    if round == 8 { 4 } else { 5 }
}

/// The 39 teams of the ministry, each with its leader and what it inspected; those of 2020 were called to their task on 9 June.
pub fn ministry(book: &mut Book, by: Planner, home: Uuid) {
    for (number, (round, first, last)) in (1..).zip(rounds_of(book, by)) {
        let mobilized = match first.year() {
            2020 => day(2020, 6, 9),
            _ => first,
        };
        for (ordinal, at) in (1..).zip(1..=in_round(number)) {
            let name = of_ministry(at);
            let crew = Crew {
                round: Some(round),
                parent: None,
                body: None,
                ordinal,
                name: &name,
                form: TeamForm::Regular,
                mobilized,
                days: (first, Some(last)),
            };
            let team = book.crew(by, &crew);
            book.seat(by, team, &crew, (TeamRole::Leader, home));
        }
    }
}

/// The second team of Neijiang with its two detachments, which looked into village toilets.
pub fn neijiang(book: &mut Book, by: Planner) {
    let body = book.written(&bodies::code("NJ", Agency::Team));
    let Some((round, first, last)) = rounds_of(book, by).first().copied() else {
        return;
    };
    let mut crew = Crew {
        round: Some(round),
        parent: None,
        body,
        ordinal: 2,
        name: SECOND,
        form: TeamForm::Regular,
        mobilized: first,
        days: (first, Some(last)),
    };
    let team = book.crew(by, &crew);
    book.seat(by, team, &crew, (TeamRole::Leader, by.dispatcher));
    for (ordinal, name) in [(1, "第一小分队（示例）"), (2, "第二小分队（示例）")]
    {
        crew.parent = Some(team);
        crew.body = None;
        (crew.ordinal, crew.name, crew.form) = (ordinal, name, TeamForm::Detachment);
        let detachment = book.crew(by, &crew);
        book.seat(by, detachment, &crew, (TeamRole::Leader, by.dispatcher));
    }
}

/// The standing team of Xiamen for look-backs, and its cross team: led by somebody of the city, with members of two districts.
pub fn xiamen(book: &mut Book, by: Planner, districts: &[Uuid], days: (NaiveDate, NaiveDate)) {
    let standing = Crew {
        round: None,
        parent: None,
        body: None,
        ordinal: 1,
        name: LOOK_BACK,
        form: TeamForm::LookBack,
        mobilized: day(2018, 1, 2),
        days: (day(2018, 1, 2), None),
    };
    let team = book.crew(by, &standing);
    book.seat(by, team, &standing, (TeamRole::Leader, by.dispatcher));
    let cross = Crew {
        ordinal: 2,
        name: CROSS,
        form: TeamForm::Cross,
        mobilized: days.0,
        days: (days.0, Some(days.1)),
        ..standing
    };
    let team = book.crew(by, &cross);
    book.seat(by, team, &cross, (TeamRole::Leader, by.dispatcher));
    for district in districts {
        book.seat(by, team, &cross, (TeamRole::Member, *district));
    }
}

impl Book {
    /// Write a team with what the inspections of its name and round inspected.
    fn crew(&mut self, by: Planner, crew: &Crew<'_>) -> Uuid {
        let id = self.id("Team");
        let (first, last) = crew.days;
        self.teams.push(team::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(by.dispatcher),
            round_id: Set(crew.round),
            parent_id: Set(crew.parent),
            body_id: Set(crew.body),
            ordinal: Set(crew.ordinal),
            name: Set(crew.name.to_owned()),
            form: Set(crew.form),
            status: Set(match last {
                Some(_) => TeamStatus::Dissolved,
                None => TeamStatus::Mobilized,
            }),
            starts_on: Set(first),
            ends_on: Set(last),
            approved_on: Set(Some(crew.mobilized)),
            mobilized_on: Set(Some(crew.mobilized)),
            dissolved_on: Set(last),
            dissolution_reason: Set(last.map(|_| "任务完成".to_owned())),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        let mut inspected = Vec::new();
        for row in &mut self.inspections {
            let name = row.team_name.try_as_ref().and_then(Option::as_deref);
            if name == Some(crew.name) && row.round_id.try_as_ref() == Some(&crew.round) {
                row.team_id = Set(Some(id));
                inspected.extend(row.organization_id.try_as_ref().copied());
            }
        }
        for organization in inspected {
            let object = self.id("TeamObject");
            self.team_objects.push(team_object::ActiveModel {
                id: Set(object),
                team_id: Set(id),
                dispatcher_id: Set(by.dispatcher),
                organization_id: Set(organization),
                assigned_on: Set(first),
                released_on: Set(None),
                release_reason: Set(None),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
        }
        id
    }

    /// Seat a made-up person from `source` on a team.
    fn seat(&mut self, by: Planner, team: Uuid, crew: &Crew<'_>, seat: (TeamRole, Uuid)) {
        let (role, source) = seat;
        let person = person(self, by);
        let id = self.id("TeamMember");
        self.team_members.push(team_member::ActiveModel {
            id: Set(id),
            team_id: Set(team),
            dispatcher_id: Set(by.dispatcher),
            person_id: Set(person),
            role: Set(role),
            source_organization_id: Set(source),
            rank_then: Set((role == TeamRole::Leader).then_some(CadreRank::Bureau)),
            post_then: Set(None),
            starts_on: Set(crew.days.0),
            ends_on: Set(crew.days.1),
            end_reason: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }
}
