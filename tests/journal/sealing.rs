//! Many writers, several instances, one gapless log that every reader sees in the same order.

use std::{sync::Arc, time::Duration};

use futures::StreamExt;
use inspectorate::blocks::event::{
    EventBus, follow,
    sealer::catch_up,
    verify::{Verdict, verify},
};
use inspectorate_entity::journal::event;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use tokio::time::{Instant, timeout};

use super::desk::{Desk, connect};
use crate::support::{database::TestDatabase, on_each_database};

on_each_database!(
    leaves_no_gap_under_eight_writers,
    keeps_cause_before_effect,
    reaches_a_subscriber_within_a_second,
    serves_a_late_subscriber_everything,
    ends_with_everything_sealed,
);

const WRITERS: usize = 8;
const CHANGES: i32 = 20;

async fn leaves_no_gap_under_eight_writers(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    // Two instances on one database.
    let here = follow(&desk.database, Some(database.url.clone()))
        .await
        .unwrap();
    let other = connect(&database.url).await;
    let there = follow(&other, Some(database.url.clone())).await.unwrap();
    let all = i64::try_from(WRITERS).unwrap() * i64::from(CHANGES);
    let readers = [(here.clone(), desk.database.clone()), (there, other)].map(|(bus, database)| {
        tokio::spawn(async move {
            let mut ranges = std::pin::pin!(bus.subscribe_after(0));
            let mut seen = 0;
            while seen < all {
                let range = ranges.next().await.unwrap();
                assert_eq!(*range.start(), seen + 1, "a gap or a repetition");
                seen = *range.end();
                let length = usize::try_from(range.end() - range.start() + 1).unwrap();
                let events = event::Entity::find()
                    .filter(event::Column::Position.between(*range.start(), *range.end()))
                    .all(&database.reader)
                    .await;
                assert_eq!(events.unwrap().len(), length, "told before it was there");
            }
        })
    });
    let writers = (0..WRITERS).map(|writer| {
        let (desk, bus) = (desk.colleague(&format!("u-{writer}")), here.clone());
        tokio::spawn(async move {
            let id = desk.organization(&format!("W{writer}")).await;
            for version in 1..=CHANGES {
                desk.rename(id, &format!("{writer}-{version}"), version, None)
                    .await
                    .unwrap();
                bus.wake();
            }
        })
    });
    let done = async {
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        for reader in readers {
            reader.await.unwrap();
        }
    };
    timeout(Duration::from_secs(60), done)
        .await
        .expect("nothing stalls");
    let verdict = verify(&desk.database).await.unwrap();
    assert!(
        matches!(verdict, Verdict::Intact { events, .. } if events == all),
        "{verdict}"
    );
}

/// Of two changes of one record, the one that had to wait stands later in the log.
async fn keeps_cause_before_effect(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    for version in 1..=30 {
        desk.rename(id, &format!("B{version}"), version, None)
            .await
            .unwrap();
    }
    let bus = EventBus::open(&desk.database).await.unwrap();
    catch_up(&desk.database, &bus).await.unwrap();
    let events = event::Entity::find()
        .order_by_asc(event::Column::Position)
        .all(&desk.database.reader)
        .await
        .unwrap();
    for (version, event) in (1..).zip(&events) {
        assert_eq!(event.position, Some(version));
        assert!(
            event.changes.contains(&format!("\"B{version}\"")),
            "{}",
            event.changes
        );
    }
    assert_eq!(bus.sealed(), 30);
}

async fn reaches_a_subscriber_within_a_second(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    // Another instance follows; it is not woken by the commit.
    let elsewhere = connect(&database.url).await;
    let bus = follow(&elsewhere, Some(database.url.clone()))
        .await
        .unwrap();
    let mut ranges = std::pin::pin!(bus.subscribe_after(bus.sealed()));
    for version in 1..=3 {
        desk.rename(id, &format!("B{version}"), version, None)
            .await
            .unwrap();
        let committed = Instant::now();
        let position = i64::from(version);
        assert_eq!(ranges.next().await, Some(position..=position));
        assert!(
            committed.elapsed() < Duration::from_secs(1),
            "{:?}",
            committed.elapsed()
        );
    }
}

async fn serves_a_late_subscriber_everything(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    let bus = follow(&desk.database, None).await.unwrap();
    for version in 1..=5 {
        desk.rename(id, &format!("B{version}"), version, None)
            .await
            .unwrap();
    }
    let mut ranges = std::pin::pin!(bus.subscribe_after(2));
    let mut next = 3;
    while next <= 5 {
        let range = ranges.next().await.unwrap();
        assert_eq!(*range.start(), next);
        next = range.end() + 1;
    }
}

/// A process that stops seals what it did, and no more after that.
async fn ends_with_everything_sealed(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let bus = follow(&desk.database, Some(database.url.clone()))
        .await
        .unwrap();
    let id = desk.organization("A").await;
    for version in 1..=5 {
        let name = format!("第{version}名");
        desk.rename(id, &name, version, None).await.unwrap();
    }
    bus.close().await;
    assert_eq!(bus.sealed(), 5);
    let unsealed = async || {
        let waiting = event::Entity::find().filter(event::Column::Position.is_null());
        waiting.all(&desk.database.reader).await.unwrap().len()
    };
    assert_eq!(unsealed().await, 0);
    desk.rename(id, "之后", 6, None).await.unwrap();
    bus.wake();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(unsealed().await, 1, "nobody seals here any more");
    // Closing twice does no harm, and the next process goes on.
    bus.close().await;
    let next = follow(&desk.database, None).await.unwrap();
    next.close().await;
    assert_eq!((next.sealed(), unsealed().await), (6, 0));
}
