//! What every test stands on: a database of its own, the server started in-process, a real HTTP client.

pub mod answer;
pub mod contents;
pub mod csv;
pub mod database;
pub mod house;
pub mod place;
pub mod postgres;
pub mod run;

/// Run each named `async fn(Arc<House>)` or `async fn(Arc<TestDatabase>)` as two tests, `<name>::sqlite` and `<name>::postgres`,
/// each on a database of its own, with a service or without.
macro_rules! on_each_database {
    ($($test:ident),+ $(,)?) => {$(
        mod $test {
            use crate::support::database::Kind;

            #[test]
            fn sqlite() {
                crate::support::on(Kind::Sqlite, super::$test);
            }

            #[test]
            fn postgres() {
                crate::support::on(Kind::Postgres, super::$test);
            }
        }
    )+};
}
pub(crate) use on_each_database;

use std::{panic::resume_unwind, sync::Arc};

use database::{Kind, TestDatabase};

/// As much as the service gives the threads that operations run on.
const STACK: usize = 8 * 1024 * 1024;

/// What a test stands on: a bare database, or a service over it.
pub trait Ground: Send + Sync + Sized + 'static {
    fn open(database: &Arc<TestDatabase>) -> impl Future<Output = Arc<Self>> + Send;

    fn close(&self) -> impl Future<Output = ()> + Send;
}

/// Run one test on a new database and remove the database, whatever came of the test.
pub fn on<G: Ground, F: Future<Output = ()> + Send + 'static>(kind: Kind, test: fn(Arc<G>) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_stack_size(STACK)
        .enable_all()
        .build()
        .expect("a runtime starts");
    runtime.block_on(async {
        let Some(database) = TestDatabase::create(kind).await else {
            return;
        };
        let database = Arc::new(database);
        let ground = G::open(&database).await;
        let outcome = tokio::spawn(test(ground.clone())).await;
        ground.close().await;
        database.remove().await;
        if let Err(failure) = outcome {
            resume_unwind(failure.into_panic());
        }
    });
}
