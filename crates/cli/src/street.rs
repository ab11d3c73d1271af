//! The open port: who is let in, how many at once, and how they are seen off.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::extract::ConnectInfo;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// Connections open at once; more wait at the door of the operating system.
const CONNECTIONS_MAX: usize = 4096;
/// How long a connection may take to say what it wants. Without it, half a request holds a place for ever.
const HEADERS_WITHIN: Duration = Duration::from_secs(15);
/// How long requests that have begun may take when the service ends.
const REQUESTS_FINISH_WITHIN: Duration = Duration::from_secs(10);
/// After the operating system refused a connection, mostly for want of descriptors.
const REFUSED_PAUSE: Duration = Duration::from_millis(100);

/// The open port.
pub(crate) struct Street {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    stop: CancellationToken,
    task: JoinHandle<()>,
}

impl Street {
    /// Listens, and answers with `router`.
    pub(crate) async fn listen(address: SocketAddr, router: Router) -> anyhow::Result<Self> {
        let listener =
            TcpListener::bind(address).await.with_context(|| format!("{address} cannot be listened on"))?;
        let address = listener.local_addr()?;
        let stop = CancellationToken::new();
        Ok(Self { address, task: tokio::spawn(serve(listener, router, stop.clone())), stop })
    }

    /// Cancelled as soon as nobody is let in any more: what would never end by itself ends then.
    pub(crate) fn stopping(&self) -> CancellationToken {
        self.stop.clone()
    }

    /// Lets nobody in any more, and waits for those inside: for a bounded time, or until `impatience` is over.
    pub(crate) async fn close(mut self, impatience: impl Future<Output = ()>) {
        self.stop.cancel();
        tokio::select! {
            _ended = &mut self.task => {}
            () = tokio::time::sleep(REQUESTS_FINISH_WITHIN) => {
                tracing::warn!(waited = ?REQUESTS_FINISH_WITHIN, "requests are cut off");
            }
            () = impatience => tracing::warn!("requests are cut off by a second signal"),
        }
        self.task.abort();
    }
}

async fn serve(listener: TcpListener, router: Router, stop: CancellationToken) {
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let inside = GracefulShutdown::new();
    let mut http = Builder::new(TokioExecutor::new());
    http.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN);
    http.http2().timer(TokioTimer::new());
    while let Some((stream, peer, place)) = stop.run_until_cancelled(next(&listener, &places)).await {
        let router = router.clone();
        let service = hyper::service::service_fn(move |mut request: hyper::Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request)
        });
        let connection = http.serve_connection(TokioIo::new(stream), service).into_owned();
        let connection = inside.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(error, "a connection broke off");
            }
            drop(place);
        });
    }
    drop(listener);
    inside.shutdown().await;
}

/// The next connection, once there is a place for it.
async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, tokio::sync::OwnedSemaphorePermit) {
    let place = places.clone().acquire_owned().await.expect("the semaphore is never closed");
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                // Answers are small: they should not wait for more to send.
                let _ = stream.set_nodelay(true);
                return (stream, peer, place);
            }
            Err(error) => {
                tracing::warn!(error = &error as &dyn std::error::Error, "a connection could not be taken");
                tokio::time::sleep(REFUSED_PAUSE).await;
            }
        }
    }
}
