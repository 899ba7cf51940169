//! Secondments and talent pools of the sources: their numbers are printed, the people behind them are made up.

use chrono::NaiveDate;
use inspectorate_entity::{
    organizations::person,
    rules::{code_list, code_list_entry},
    teams::{
        secondment::{self, SecondmentCategory, SecondmentStatus},
        talent::{self, TalentAvailability},
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    book::{Book, day, moment},
    lists::Planner,
};
use crate::domain::organizations::search;

/// A round with its window.
pub type Round = (Uuid, NaiveDate, NaiveDate);

/// The ministry: 396 person-times seconded in eight rounds; how many persons that were is not printed.
pub fn ministry(book: &mut Book, by: Planner, home: Uuid) {
    let rounds = rounds_of(book, by);
    let people: Vec<Uuid> = (0..132).map(|_| person(book, by)).collect();
    for number in 0..396 {
        // Three rounds for each of them.
        let (person, round) = (
            people.get(number / 3),
            rounds.get(number % rounds.len().max(1)),
        );
        if let (Some(person), Some(round)) = (person, round) {
            second(book, by, *round, (*person, home), SecondmentCategory::Other);
        }
    }
}

/// Neijiang: 431 persons in the four pools; of them, as the demo has it, 9 newly promoted and 107 young cadres sent to inspection.
pub fn neijiang(book: &mut Book, by: Planner, home: Uuid) {
    let pools = pools(book, by);
    let rounds = rounds_of(book, by);
    for number in 0..431_usize {
        let person = person(book, by);
        let pool = pools.get(number % pools.len().max(1));
        if let Some(pool) = pool {
            entry(book, by, pool, person, home);
        }
        let category = match number {
            0..9 => SecondmentCategory::NewlyPromoted,
            9..116 => SecondmentCategory::ExcellentYoung,
            _ => continue,
        };
        if let Some(round) = rounds.get(number % 2) {
            second(book, by, *round, (person, home), category);
        }
    }
}

/// The rounds of a term, in their order.
pub fn rounds_of(book: &Book, by: Planner) -> Vec<Round> {
    let own = book
        .rounds
        .iter()
        .filter(|round| round.term_id.try_as_ref() == Some(&by.term));
    own.filter_map(|round| {
        let id = round.id.try_as_ref().copied()?;
        let (first, last) = (round.starts_on.try_as_ref()?, round.ends_on.try_as_ref()?);
        Some((id, *first, *last))
    })
    .collect()
}

/// A made-up person.
pub fn person(book: &mut Book, by: Planner) -> Uuid {
    let id = book.id("Person");
    let number = book.persons.len() + 1;
    let (name, code) = (format!("示例人员{number:02}"), format!("P-{number:03}"));
    book.persons.push(person::ActiveModel {
        id: Set(id),
        search: Set(search::entries([name.as_str()], [code.as_str()])),
        pinyin: Set(search::pinyin(&name)),
        code: Set(code),
        name: Set(name),
        gender: Set(None),
        dispatcher_id: Set(by.dispatcher),
        version: Set(1),
        created_at: Set(moment()),
        updated_at: Set(moment()),
    });
    id
}

/// A secondment that is over, without the appraisal that the sources do not print.
fn second(
    book: &mut Book,
    by: Planner,
    round: Round,
    (person, home): (Uuid, Uuid),
    category: SecondmentCategory,
) {
    let id = book.id("Secondment");
    let (round, first, last) = round;
    book.secondments.push(secondment::ActiveModel {
        id: Set(id),
        dispatcher_id: Set(by.dispatcher),
        person_id: Set(person),
        home_organization_id: Set(home),
        round_id: Set(Some(round)),
        category: Set(category),
        status: Set(SecondmentStatus::Returned),
        starts_on: Set(first),
        ends_on: Set(last),
        nominated_on: Set(first),
        decided_on: Set(Some(first)),
        refusal_reason: Set(None),
        appraisal: Set(None),
        appraisal_text: Set(None),
        list_year: Set(None),
        promoted_on: Set(None),
        version: Set(1),
        created_at: Set(moment()),
        updated_at: Set(moment()),
    });
}

/// The four pools, whose names the source does not print.
fn pools(book: &mut Book, by: Planner) -> Vec<String> {
    let list = book.id("CodeList");
    book.code_lists.push(code_list::ActiveModel {
        id: Set(list),
        dispatcher_id: Set(Some(by.dispatcher)),
        key: Set("TALENT_POOL".to_owned()),
        name: Set("Talent pools".to_owned()),
        name_zh: Set("巡察四库".to_owned()),
        definition: Set(
            "The four pools of people; the source does not print their names.".to_owned(),
        ),
        source: Set("内江市委文章 (S176)".to_owned()),
        version: Set(1),
        created_at: Set(moment()),
        updated_at: Set(moment()),
    });
    let mut codes = Vec::new();
    for sequence in 1..=4 {
        let id = book.id("CodeListEntry");
        let code = format!("POOL_{sequence}");
        book.code_list_entries.push(code_list_entry::ActiveModel {
            id: Set(id),
            code_list_id: Set(list),
            code: Set(code.clone()),
            edition: Set(1),
            label: Set(format!("Example pool {sequence}")),
            label_zh: Set(format!("示例库{sequence}")),
            definition: Set(
                "Made up: the source does not print the names of the four pools.".to_owned(),
            ),
            source: Set("示例".to_owned()),
            valid_from: Set(None),
            valid_to: Set(None),
            sequence: Set(sequence),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        codes.push(code);
    }
    codes
}

fn entry(book: &mut Book, by: Planner, pool: &str, person: Uuid, home: Uuid) {
    let id = book.id("Talent");
    book.talents.push(talent::ActiveModel {
        id: Set(id),
        dispatcher_id: Set(by.dispatcher),
        pool: Set(pool.to_owned()),
        person_id: Set(person),
        home_organization_id: Set(home),
        specialty: Set(None),
        native_region: Set(None),
        availability: Set(TalentAvailability::Available),
        starts_on: Set(day(2022, 1, 10)),
        ends_on: Set(None),
        version: Set(1),
        created_at: Set(moment()),
        updated_at: Set(moment()),
    });
}
