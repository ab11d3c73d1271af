//! Where requests come from: the other end of the connection, or whoever a proxy says that we trust.

#[cfg(test)]
mod tests;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderName};
use axum::middleware::Next;
use axum::response::Response;
use ipnet::IpNet;

/// Where proxies write whose request they pass on, each behind what stood there before.
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
/// Most entries of a list of proxies.
const PROXIES_MAX: usize = 64;
/// Most proxies that one request goes through.
const HOPS_MAX: usize = 16;

/// Proxies that are believed when they say whose request they pass on. Anybody else may write what they like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|proxies| proxies.contains(&address))
    }

    /// Who asks: the last who is named and is no proxy of ours. What cannot be read is not believed, nor what stands before it.
    fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.to_canonical();
        let named: Vec<_> = headers.get_all(FORWARDED_FOR).iter().collect();
        // A header that is no text is one hop that cannot be read.
        let hops = named.iter().rev().flat_map(|header| header.to_str().unwrap_or("?").rsplit(','));
        for hop in hops.take(HOPS_MAX) {
            if !self.trusts(client) {
                break;
            }
            match address_in(hop.trim()) {
                Some(address) => client = address,
                None => break,
            }
        }
        client
    }
}

impl FromStr for TrustedProxies {
    type Err = &'static str;

    /// Addresses and networks (`10.0.0.0/8`), with commas between them.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let network = |entry: &str| match entry.parse() {
            Ok(network) => Ok(network),
            Err(_) => entry.parse().map(|address: IpAddr| address.to_canonical().into()),
        };
        let entries = text.split(',').map(str::trim).filter(|entry| !entry.is_empty());
        let networks: Result<Vec<IpNet>, _> = entries.take(PROXIES_MAX + 1).map(network).collect();
        match networks {
            Ok(networks) if networks.len() <= PROXIES_MAX => Ok(Self(networks)),
            Ok(_) => Err("it must name 64 addresses or networks at most"),
            Err(_) => Err("it must be addresses or networks such as 10.0.0.0/8, with commas between them"),
        }
    }
}

/// The address in a hop, which some proxies write with its port.
fn address_in(hop: &str) -> Option<IpAddr> {
    let bare = hop.strip_prefix('[').and_then(|hop| hop.strip_suffix(']')).unwrap_or(hop);
    let address = bare.parse().or_else(|_| hop.parse().map(|socket: SocketAddr| socket.ip()));
    address.ok().map(|address: IpAddr| address.to_canonical())
}

/// Whose request it is, as far as limits go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ClientAddress(IpAddr);

impl ClientAddress {
    /// The address that was noted; one for all where none was.
    pub(crate) fn of(request: &Request) -> IpAddr {
        let noted = request.extensions().get::<Self>();
        noted.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |Self(address)| *address)
    }
}

/// Notes down where the request comes from.
pub(crate) async fn note(
    State(proxies): State<Arc<TrustedProxies>>,
    mut request: Request,
    next: Next,
) -> Response {
    if let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>() {
        let client = proxies.client(peer.ip(), request.headers());
        request.extensions_mut().insert(ClientAddress(client));
    }
    next.run(request).await
}
