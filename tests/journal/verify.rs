//! Whatever is done to the log behind the service's back, `verify` names the first link that it broke.

use std::sync::Arc;

use inspectorate::blocks::event::{
    EventBus,
    sealer::catch_up,
    verify::{Fault, Verdict, verify},
};
use sea_orm::ConnectionTrait;

use super::desk::Desk;
use crate::support::{database::TestDatabase, on_each_database};

on_each_database!(
    an_honest_log_holds,
    a_changed_event_shows,
    an_event_taken_out_of_a_history_shows,
    a_removed_event_shows,
    a_removed_end_shows,
    reordered_events_show,
    an_event_that_was_sealed_anew_shows,
    an_event_put_behind_the_end_shows,
    an_end_that_was_set_back_shows,
);

/// A log of six events.
async fn log(database: &Arc<TestDatabase>) -> Desk {
    let desk = Desk::at(database).await;
    let id = desk.organization("A").await;
    for version in 1..=6 {
        desk.rename(id, &format!("B{version}"), version, None)
            .await
            .unwrap();
    }
    let bus = EventBus::open(&desk.database).await.unwrap();
    catch_up(&desk.database, &bus).await.unwrap();
    desk
}

async fn after(database: &Arc<TestDatabase>, tampering: &[&str]) -> Verdict {
    let desk = log(database).await;
    for statement in tampering {
        desk.database
            .writer
            .execute_unprepared(statement)
            .await
            .unwrap();
    }
    verify(&desk.database).await.unwrap()
}

async fn breaks_at(database: &Arc<TestDatabase>, tampering: &[&str], at: i64, how: Fault) {
    match after(database, tampering).await {
        Verdict::Broken {
            position, fault, ..
        } => assert_eq!((position, fault), (at, how)),
        verdict @ Verdict::Intact { .. } => panic!("not found: {verdict}"),
    }
}

async fn an_honest_log_holds(database: Arc<TestDatabase>) {
    let verdict = after(&database, &[]).await;
    assert!(
        matches!(verdict, Verdict::Intact { events: 6, .. }),
        "{verdict}"
    );
}

async fn a_changed_event_shows(database: Arc<TestDatabase>) {
    let change = "UPDATE event SET actor_name = 'somebody else' WHERE position = 3";
    breaks_at(&database, &[change], 3, Fault::Changed).await;
}

async fn an_event_taken_out_of_a_history_shows(database: Arc<TestDatabase>) {
    let removal =
        "DELETE FROM event_subject WHERE event_id = (SELECT id FROM event WHERE position = 3)";
    breaks_at(&database, &[removal], 3, Fault::Changed).await;
}

async fn a_removed_event_shows(database: Arc<TestDatabase>) {
    let removal = "DELETE FROM event WHERE position = 3";
    breaks_at(&database, &[removal], 3, Fault::Missing).await;
}

async fn a_removed_end_shows(database: Arc<TestDatabase>) {
    let removal = "DELETE FROM event WHERE position > 4";
    breaks_at(&database, &[removal], 5, Fault::Missing).await;
}

async fn reordered_events_show(database: Arc<TestDatabase>) {
    let swap = [
        "UPDATE event SET position = 99 WHERE position = 3",
        "UPDATE event SET position = 3 WHERE position = 4",
        "UPDATE event SET position = 4 WHERE position = 99",
    ];
    breaks_at(&database, &swap, 3, Fault::Unlinked).await;
}

async fn an_event_that_was_sealed_anew_shows(database: Arc<TestDatabase>) {
    let hash = "UPDATE event SET previous_hash = (SELECT hash FROM event WHERE position = 1) WHERE position = 3";
    breaks_at(&database, &[hash], 3, Fault::Unlinked).await;
}

async fn an_event_put_behind_the_end_shows(database: Arc<TestDatabase>) {
    let push = "UPDATE event SET position = 7 WHERE position = 6";
    let end =
        "UPDATE event_seal SET position = 5, hash = (SELECT hash FROM event WHERE position = 5)";
    breaks_at(&database, &[push, end], 7, Fault::BehindTheEnd).await;
}

async fn an_end_that_was_set_back_shows(database: Arc<TestDatabase>) {
    let end = "UPDATE event_seal SET hash = (SELECT hash FROM event WHERE position = 5)";
    breaks_at(&database, &[end], 6, Fault::AnotherEnd).await;
}
