//! The server that test databases are made on.

use std::time::Duration;

use tokio::sync::OnceCell;
use whistle_embedded::{EmbeddedPostgres, Settings};

/// The environment variable that names a running server, as a superuser. `cargo xtask test` sets it to a server
/// that is started once for the whole run.
pub const URL_VARIABLE: &str = "WHISTLE_TEST_POSTGRES_URL";

/// How long a private server may take to appear.
const START_WAIT_MAX: Duration = Duration::from_mins(1);

/// One server for all tests of this process.
static SHARED: OnceCell<TestServer> = OnceCell::const_new();

/// A PostgreSQL server on which test databases are made.
#[derive(Debug)]
pub struct TestServer {
    url: String,
}

impl TestServer {
    /// The server of this process: the one that [`URL_VARIABLE`] names, or else a private one, started now and
    /// ended with the process.
    ///
    /// # Panics
    /// When no server can be started.
    pub async fn shared() -> &'static Self {
        SHARED.get_or_init(Self::find).await
    }

    /// Where the server is, as a superuser.
    pub fn url(&self) -> &str {
        &self.url
    }

    #[expect(clippy::disallowed_methods, reason = "tests have no settings file")]
    async fn find() -> Self {
        match std::env::var(URL_VARIABLE) {
            Ok(url) => Self { url },
            Err(_) => Self { url: start_private().await },
        }
    }
}

/// Starts a server that nobody stops: it ends, and its directory goes, when this process is gone.
///
/// It lives on a runtime of its own, because each test has one that ends with the test.
async fn start_private() -> String {
    let (ready, wait) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async move {
            let data_dir =
                tempfile::Builder::new().prefix("whistle-test-").tempdir().expect("a temporary directory");
            let settings = Settings::throw_away(data_dir.keep());
            let server =
                EmbeddedPostgres::start(settings).await.unwrap_or_else(|error| panic!("{error}: {error:?}"));
            let _ = ready.send(server.url().to_owned());
            std::future::pending::<()>().await;
        });
    });
    let url = tokio::time::timeout(START_WAIT_MAX, wait).await;
    url.expect("a test server within a minute").expect("a test server")
}
