//! Training, honours and recognized practices of the sources: their numbers are printed, the people behind them are made up.

use chrono::NaiveDate;
use inspectorate_entity::{
    organizations::organization::OrganizationLevel,
    teams::{
        deployment, honour, practice,
        practice_recognition::{self, RecognitionAccess, RecognitionForm},
        training::{self, TrainingKind},
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    book::{Book, day, moment},
    lists::Planner,
    teams::{person, rounds_of},
};

/// Neijiang in 2022: five sessions of the class, nine trainings before its two rounds, three people honoured after they fought the
/// epidemic in two districts. The days are made up.
pub fn neijiang(book: &mut Book, by: Planner) {
    for (ordinal, month) in (1..).zip([2, 4, 6, 8, 10]) {
        let held = day(2022, month, 10);
        let class = (TrainingKind::Class, Some("砺剑课堂"), None);
        book.training(by, class, ordinal, held);
    }
    let rounds = rounds_of(book, by);
    let before = [(0, 5, day(2022, 3, 21)), (1, 4, day(2022, 8, 1))];
    let mut ordinal = 0;
    for (round, count, held) in before {
        let round = rounds.get(round).map(|(round, _, _)| *round);
        for _ in 0..count {
            ordinal += 1;
            let training = (TrainingKind::PreInspection, None, round);
            book.training(by, training, ordinal, held);
        }
    }
    for code in ["NJ-SZ", "NJ-DX", "NJ-DX"] {
        if let Some(unit) = book.written(code) {
            let person = person(book, by);
            book.honour(by, person, unit);
        }
    }
}

/// Xiamen: a practice presented at four national classes one after the other, and a case in an internal reference of 2020.
pub fn xiamen(book: &mut Book, by: Planner) {
    let practice = book.id("Practice");
    book.practices.push(practice::ActiveModel {
        id: Set(practice),
        dispatcher_id: Set(by.dispatcher),
        name: Set("厦门巡察做法（示例）".to_owned()),
        summary: Set("示例：来源未印交流的题目。".to_owned()),
        rule_id: Set(None),
        begun_on: Set(day(2017, 1, 1)),
        version: Set(1),
        created_at: Set(moment()),
        updated_at: Set(moment()),
    });
    let class = "全国市县巡察办主任提级培训班";
    for (ordinal, month) in [(1, 3), (2, 6), (3, 9), (4, 12)] {
        let session = (class, ordinal, day(2019, month, 15));
        book.recognition(by, practice, session, RecognitionForm::Exchanged);
    }
    let issue = ("《巡视巡察参考》", 3, day(2020, 6, 30));
    book.recognition(by, practice, issue, RecognitionForm::Case);
}

impl Book {
    fn training(
        &mut self,
        by: Planner,
        (kind, series, round): (TrainingKind, Option<&str>, Option<Uuid>),
        ordinal: i32,
        held: NaiveDate,
    ) {
        let id = self.id("Training");
        self.trainings.push(training::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(by.dispatcher),
            round_id: Set(round),
            kind: Set(kind),
            series: Set(series.map(str::to_owned)),
            year: Set(2022),
            ordinal: Set(ordinal),
            topic: Set("示例主题".to_owned()),
            held_on: Set(held),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    fn honour(&mut self, by: Planner, person: Uuid, unit: Uuid) {
        let (deployment, id) = (self.id("Deployment"), self.id("Honour"));
        self.deployments.push(deployment::ActiveModel {
            id: Set(deployment),
            dispatcher_id: Set(by.dispatcher),
            person_id: Set(person),
            unit_id: Set(unit),
            purpose: Set("疫情防控攻坚".to_owned()),
            starts_on: Set(day(2022, 9, 1)),
            ends_on: Set(Some(day(2022, 11, 30))),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        self.honours.push(honour::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(by.dispatcher),
            person_id: Set(person),
            title: Set("最美攻坚人".to_owned()),
            granted_by: Set("示例授予机关".to_owned()),
            granted_on: Set(day(2022, 12, 20)),
            year: Set(2022),
            ground: Set("疫情防控攻坚".to_owned()),
            deployment_id: Set(Some(deployment)),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }

    fn recognition(
        &mut self,
        by: Planner,
        practice: Uuid,
        (occasion, ordinal, on): (&str, i32, NaiveDate),
        form: RecognitionForm,
    ) {
        let id = self.id("PracticeRecognition");
        let access = if form == RecognitionForm::Case {
            RecognitionAccess::Restricted
        } else {
            RecognitionAccess::Open
        };
        self.recognitions.push(practice_recognition::ActiveModel {
            id: Set(id),
            practice_id: Set(practice),
            dispatcher_id: Set(by.dispatcher),
            form: Set(form),
            by_whom: Set("中央巡视办（示例）".to_owned()),
            level: Set(OrganizationLevel::Central),
            occasion: Set(Some(occasion.to_owned())),
            ordinal: Set(Some(ordinal)),
            on_day: Set(on),
            access: Set(access),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }
}
