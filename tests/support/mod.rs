//! What every test stands on: a database of its own, the server started in-process, a real HTTP client.

pub mod csv;
pub mod database;
pub mod postgres;
pub mod run;

/// Run each named `async fn(TestDatabase)` as two tests, `<name>::sqlite` and `<name>::postgres`, each on a database of its own.
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

/// Run one test on a new database and remove the database, whatever came of the test.
pub fn on<F: Future<Output = ()> + Send + 'static>(kind: Kind, test: fn(Arc<TestDatabase>) -> F) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    let outcome = runtime.block_on(async {
        let database = Arc::new(TestDatabase::create(kind).await?);
        let outcome = tokio::spawn(test(database.clone())).await;
        Some((database, outcome))
    });
    let Some((database, outcome)) = outcome else {
        return;
    };
    // The server of the test lives on this runtime: it goes first, or it would hold connections to the database.
    runtime.shutdown_background();
    run::block_on(database.remove());
    if let Err(failure) = outcome {
        resume_unwind(failure.into_panic());
    }
}
