//! Carries one delivery to one address, within limits.
//!
//! A connection is opened to an address that was looked at, for one request, and by nothing that would follow a redirect, ask a
//! proxy or look a name up again. Of the answer only the status counts; its body is read up to a limit, and forgotten.

mod hosts;
#[cfg(test)]
mod tests;

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use hyper::header::{CONNECTION, CONTENT_TYPE, HOST, USER_AGENT};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use url::{Host, Url};

pub use hosts::WebhookHosts;

/// How long looking the name up and connecting may take together; so long again may agreeing on TLS.
const CONNECT_MAX: Duration = Duration::from_secs(3);
/// How long an address of several is tried alone. After it, or when it refuses, the next is tried as well.
const ALONE_MAX: Duration = Duration::from_millis(300);
/// How long an attempt may take altogether.
const ATTEMPT_MAX: Duration = Duration::from_secs(10);
/// How long the other side may take to finish an answer whose status is known.
const REST_MAX: Duration = Duration::from_secs(1);
/// So much of an answer is read, in bytes.
const ANSWER_BYTES_MAX: usize = 4 * 1024;
/// So much of the head of an answer is understood, in bytes.
const HEAD_BYTES_MAX: usize = 16 * 1024;
/// The longest address, in characters.
pub(super) const URL_CHARS_MAX: usize = 500;

/// Why there was no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoAnswer {
    /// Whoever runs the service did not list the host.
    #[error("the host may not be called")]
    HostNotAllowed,
    /// The name is not known, or nobody said in time.
    #[error("the name of the host is not known")]
    NameNotFound,
    /// The name stands for a machine that may not be called.
    #[error("the address of the host may not be called")]
    AddressRefused,
    /// Nobody takes connections there.
    #[error("no connection comes about")]
    NotConnected,
    /// The certificate does not hold, or it is not spoken TLS.
    #[error("the certificate of the host does not hold")]
    NotTrusted,
    /// It took too long.
    #[error("no answer came in time")]
    TimedOut,
    /// The connection ended, or what came was not HTTP.
    #[error("the answer cannot be understood")]
    BadAnswer,
}

impl NoAnswer {
    pub(crate) const ALL: [Self; 7] = [
        Self::HostNotAllowed,
        Self::NameNotFound,
        Self::AddressRefused,
        Self::NotConnected,
        Self::NotTrusted,
        Self::TimedOut,
        Self::BadAnswer,
    ];

    /// A stable name for programs.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::HostNotAllowed => "host_not_allowed",
            Self::NameNotFound => "name_not_found",
            Self::AddressRefused => "address_refused",
            Self::NotConnected => "not_connected",
            Self::NotTrusted => "not_trusted",
            Self::TimedOut => "timed_out",
            Self::BadAnswer => "bad_answer",
        }
    }
}

/// What is carried.
pub(super) struct Parcel {
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Bytes,
}

/// Calls those that may be called.
pub(crate) struct Courier {
    hosts: WebhookHosts,
    /// How long an attempt may take.
    patience: Duration,
    /// Whose certificates are believed: those whom the machine believes, looked up when they are first needed.
    tls: OnceLock<TlsConnector>,
}

impl Courier {
    pub(crate) const fn new(hosts: WebhookHosts) -> Self {
        Self { hosts, patience: ATTEMPT_MAX, tls: OnceLock::new() }
    }

    pub(super) const fn hosts(&self) -> &WebhookHosts {
        &self.hosts
    }

    /// Whether the host of this address may be called.
    pub(super) fn permits(&self, url: &Url) -> bool {
        self.hosts.trust(url).is_some()
    }

    /// Sends, and tells the status that came back.
    pub(super) async fn carry(&self, url: &Url, parcel: Parcel) -> Result<u16, NoAnswer> {
        let carried = timeout(self.patience, self.attempt(url, parcel)).await;
        carried.unwrap_or(Err(NoAnswer::TimedOut))
    }

    async fn attempt(&self, url: &Url, parcel: Parcel) -> Result<u16, NoAnswer> {
        let stream = timeout(CONNECT_MAX, self.connect(url)).await.map_err(|_| NoAnswer::TimedOut)??;
        if url.scheme() != "https" {
            return exchange(stream, url, parcel).await;
        }
        let name = match url.host().ok_or(NoAnswer::NameNotFound)? {
            Host::Domain(name) => {
                ServerName::try_from(name.to_owned()).map_err(|_| NoAnswer::NameNotFound)?
            }
            Host::Ipv4(address) => ServerName::from(IpAddr::V4(address)),
            Host::Ipv6(address) => ServerName::from(IpAddr::V6(address)),
        };
        let connecting = timeout(CONNECT_MAX, self.tls().connect(name, stream)).await;
        let stream = connecting.map_err(|_| NoAnswer::TimedOut)?.map_err(|_| NoAnswer::NotTrusted)?;
        exchange(stream, url, parcel).await
    }

    /// A connection to the host, if every address that it stands for may be called.
    async fn connect(&self, url: &Url) -> Result<TcpStream, NoAnswer> {
        let trust = self.hosts.trust(url).ok_or(NoAnswer::HostNotAllowed)?;
        let addresses = looked_up(url).await?;
        if !addresses.iter().all(|address| self.hosts.allows(trust, address.ip(), url)) {
            return Err(NoAnswer::AddressRefused);
        }
        // By address: nobody looks the name up again.
        first(&addresses, TcpStream::connect).await.ok_or(NoAnswer::NotConnected)
    }

    fn tls(&self) -> &TlsConnector {
        self.tls.get_or_init(|| {
            let mut roots = RootCertStore::empty();
            let found = rustls_native_certs::load_native_certs();
            for error in &found.errors {
                tracing::warn!(
                    error = error as &dyn std::error::Error,
                    "certificates of the machine cannot be read"
                );
            }
            let (_, unreadable) = roots.add_parsable_certificates(found.certs);
            if unreadable > 0 {
                tracing::debug!(unreadable, "certificates of the machine are left out");
            }
            connector(roots)
        })
    }
}

/// Speaks TLS to those whose certificates go back to these.
fn connector(roots: RootCertStore) -> TlsConnector {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider speaks both versions of TLS")
        .with_root_certificates(roots)
        .with_no_client_auth();
    TlsConnector::from(Arc::new(config))
}

/// Every address that the host stands for.
async fn looked_up(url: &Url) -> Result<Vec<SocketAddr>, NoAnswer> {
    let port = url.port_or_known_default().ok_or(NoAnswer::NameNotFound)?;
    let addresses = match url.host().ok_or(NoAnswer::NameNotFound)? {
        Host::Ipv4(address) => vec![SocketAddr::new(address.into(), port)],
        Host::Ipv6(address) => vec![SocketAddr::new(address.into(), port)],
        Host::Domain(name) => {
            let found = tokio::net::lookup_host((name, port)).await;
            found.map_err(|_| NoAnswer::NameNotFound)?.collect()
        }
    };
    if addresses.is_empty() { Err(NoAnswer::NameNotFound) } else { Ok(addresses) }
}

/// The first connection that comes about; nothing when none does. One address after the other is tried, and one that says nothing
/// keeps those after it waiting for [`ALONE_MAX`] only.
async fn first<C, F>(addresses: &[SocketAddr], connect: impl Fn(SocketAddr) -> F) -> Option<C>
where
    C: Send + 'static,
    F: Future<Output = std::io::Result<C>> + Send + 'static,
{
    // Those that are still being tried when this ends are let go.
    let mut trying = JoinSet::new();
    for address in addresses {
        trying.spawn(connect(*address));
        if let Ok(Some(connection)) = timeout(ALONE_MAX, connected(&mut trying)).await {
            return Some(connection);
        }
    }
    connected(&mut trying).await
}

/// The first of these that comes about; nothing when none does.
async fn connected<C: 'static>(trying: &mut JoinSet<std::io::Result<C>>) -> Option<C> {
    while let Some(tried) = trying.join_next().await {
        if let Ok(Ok(connection)) = tried {
            return Some(connection);
        }
    }
    None
}

/// One request and its answer.
async fn exchange<S>(stream: S, url: &Url, parcel: Parcel) -> Result<u16, NoAnswer>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let unusable = |_: hyper::Error| NoAnswer::BadAnswer;
    let mut builder = http1::Builder::new();
    builder.max_buf_size(HEAD_BYTES_MAX);
    let (mut sender, connection) = builder.handshake(TokioIo::new(stream)).await.map_err(unusable)?;
    // Ends with this function, whatever the other side does.
    let mut driving = JoinSet::new();
    driving.spawn(connection);
    let answer = sender.send_request(request(url, parcel)?).await.map_err(unusable)?;
    let status = answer.status().as_u16();
    let _finished_or_not = timeout(REST_MAX, read_some(answer)).await;
    Ok(status)
}

fn request(url: &Url, parcel: Parcel) -> Result<Request<Full<Bytes>>, NoAnswer> {
    let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
    let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
    let mut request = Request::post(path)
        .header(HOST, host)
        .header(USER_AGENT, concat!("whistle/", env!("CARGO_PKG_VERSION")))
        .header(CONTENT_TYPE, "application/json")
        .header(CONNECTION, "close");
    for (name, value) in parcel.headers {
        request = request.header(name, value);
    }
    request.body(Full::new(parcel.body)).map_err(|_| NoAnswer::HostNotAllowed)
}

/// Lets the other side finish a short answer. What it says is nobody's business: it would show an administrator what machines
/// inside the network answer.
async fn read_some(mut answer: Response<hyper::body::Incoming>) {
    let mut read = 0;
    while read < ANSWER_BYTES_MAX {
        let Some(Ok(frame)) = answer.body_mut().frame().await else { return };
        read += frame.data_ref().map_or(0, Bytes::len);
    }
}
