//! Whom the service may call. An administrator of the district names addresses; whoever runs the machine says which are
//! allowed, so that an administrator's account is no way into the network behind the service.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, UdpSocket};
use std::str::FromStr;

use url::{Host, Url};

/// Most entries of the list.
const ENTRIES_MAX: usize = 64;

/// The hosts that may be called: names or addresses with or without a port, or `*`. None at first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WebhookHosts {
    listed: Vec<Listed>,
    anybody: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Listed {
    host: Host<String>,
    /// Without one, the usual port of the scheme.
    port: Option<u16>,
}

/// Why an address may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// Its host is listed.
    Listed,
    /// Anybody on the public network may be called.
    Anybody,
}

impl WebhookHosts {
    /// Whether an address may be called at all, and why; what its name stands for is another question.
    pub(super) fn trust(&self, url: &Url) -> Option<Trust> {
        let (host, port) = (url.host()?.to_owned(), url.port_or_known_default()?);
        if self.lists(&host, port, url.scheme()) {
            return Some(Trust::Listed);
        }
        // Over the public network nothing goes in clear.
        (self.anybody && url.scheme() == "https").then_some(Trust::Anybody)
    }

    /// Whether a connection to this very address is allowed, which a host of that trust stands for.
    pub(super) fn allows(&self, trust: Trust, address: IpAddr, url: &Url) -> bool {
        let address = address.to_canonical();
        let as_host = match address {
            IpAddr::V4(address) => Host::Ipv4(address),
            IpAddr::V6(address) => Host::Ipv6(address),
        };
        if url.port_or_known_default().is_some_and(|port| self.lists(&as_host, port, url.scheme())) {
            return true;
        }
        match trust {
            Trust::Listed => !of_this_machine_or_its_keeper(address) && !of_an_interface(address),
            Trust::Anybody => public(address) && !of_an_interface(address),
        }
    }

    fn lists(&self, host: &Host<String>, port: u16, scheme: &str) -> bool {
        let usual = if scheme == "https" { 443 } else { 80 };
        self.listed.iter().any(|entry| entry.host == *host && entry.port.unwrap_or(usual) == port)
    }

    /// The entries as they may be written.
    pub fn entries(&self) -> Vec<String> {
        let listed = self.listed.iter().map(|entry| match entry.port {
            Some(port) => format!("{}:{port}", entry.host),
            None => entry.host.to_string(),
        });
        listed.chain(self.anybody.then(|| "*".to_owned())).collect()
    }
}

impl FromStr for WebhookHosts {
    type Err = &'static str;

    /// Entries with commas between them.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut hosts = Self::default();
        for entry in text.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
            if entry == "*" {
                hosts.anybody = true;
            } else {
                hosts.listed.push(listed(entry).ok_or(
                    "it must be hosts such as hotline.example, 10.2.0.7:8443 or [fd00::7]:8443, or *, with commas between them",
                )?);
            }
        }
        if hosts.listed.len() > ENTRIES_MAX { Err("it must name 64 hosts at most") } else { Ok(hosts) }
    }
}

fn listed(entry: &str) -> Option<Listed> {
    let (host, port) = match entry.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => {
            (host, Some(port.parse().ok().filter(|port| *port > 0)?))
        }
        _ => (entry, None),
    };
    Some(Listed { host: Host::parse(host).ok()?, port })
}

/// Whether an interface of this machine has the address: then it is also where a conversation with that address comes from.
/// Asking the operating system which way it would take sends nothing.
fn of_an_interface(address: IpAddr) -> bool {
    /// Any port would do.
    const DISCARD: u16 = 9;
    let any = match address {
        IpAddr::V4(_) => IpAddr::from(Ipv4Addr::UNSPECIFIED),
        IpAddr::V6(_) => IpAddr::from(Ipv6Addr::UNSPECIFIED),
    };
    let from = UdpSocket::bind((any, 0)).and_then(|socket| {
        socket.connect((address, DISCARD))?;
        socket.local_addr()
    });
    // Without a way there is nobody to be called either.
    from.is_ok_and(|from| from.ip() == address)
}

/// Addresses that no name may stand for, even one that is listed: the machine itself, its link, and the services that clouds
/// put there for the machine alone. They can be listed as the addresses that they are.
fn of_this_machine_or_its_keeper(address: IpAddr) -> bool {
    /// Alibaba Cloud answers a machine about itself here.
    const ALIBABA_METADATA: Ipv4Addr = Ipv4Addr::new(100, 100, 100, 200);
    /// Microsoft's cloud speaks with the agent of a machine here, which is an address of the public network otherwise.
    const AZURE_WIRE_SERVER: Ipv4Addr = Ipv4Addr::new(168, 63, 129, 16);
    /// Amazon does here.
    const AMAZON_METADATA: Ipv6Addr = Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254);
    match address {
        IpAddr::V4(v4) => {
            v4.octets()[0] == 0
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_multicast()
                || v4.octets()[0] >= 240
                || v4 == ALIBABA_METADATA
                || v4 == AZURE_WIRE_SERVER
        }
        IpAddr::V6(v6) => {
            v6.is_unspecified()
                || v6.is_loopback()
                || v6.is_unicast_link_local()
                || v6.is_multicast()
                || v6 == AMAZON_METADATA
                || carried(v6).is_some_and(|v4| of_this_machine_or_its_keeper(v4.into()))
        }
    }
}

/// Whether an address belongs to the public network.
fn public(address: IpAddr) -> bool {
    if of_this_machine_or_its_keeper(address) {
        return false;
    }
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            let shared = a == 100 && (64..128).contains(&b);
            let benchmarks = a == 198 && (b == 18 || b == 19);
            let protocols = a == 192 && b == 0 && c == 0;
            !(v4.is_private() || v4.is_documentation() || shared || benchmarks || protocols)
        }
        IpAddr::V6(v6) => {
            let global = (0x2000..0x4000).contains(&v6.segments()[0]);
            let documentation = v6.segments()[..2] == [0x2001, 0xdb8];
            // Whatever is carried inside another address would have to be judged as well; nobody needs it.
            global && !documentation && !v6.is_unique_local() && carried(v6).is_none()
        }
    }
}

/// The address of the old protocol that an address of the new one stands for: by translation (`64:ff9b::/96`) or 6to4
/// (`2002::/16`); Teredo (`2001::/32`) counts as standing for the machine itself.
fn carried(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let v4 = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        Ipv4Addr::new(a, b, c, d)
    };
    match address.segments() {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => Some(v4(high, low)),
        [0x2001, 0, ..] => Some(Ipv4Addr::LOCALHOST),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(text: &str) -> WebhookHosts {
        text.parse().expect(text)
    }

    fn url(text: &str) -> Url {
        Url::parse(text).expect(text)
    }

    #[test]
    fn nobody_is_called_until_somebody_is_listed_and_then_only_at_that_port() {
        let none = WebhookHosts::default();
        assert_eq!(none.trust(&url("https://hotline.example/")), None);
        let some = hosts("hotline.example, 10.2.0.7:8443, [fd00::7]:8443, 北京.example");
        for listed in [
            "https://hotline.example/a",
            "http://HOTLINE.example/a",
            "https://10.2.0.7:8443/",
            "https://0xa020007:8443/",
            "https://[fd00::7]:8443",
            "https://xn--1lq90i.example/",
        ] {
            assert_eq!(some.trust(&url(listed)), Some(Trust::Listed), "{listed}");
        }
        for other in ["https://hotline.example:8443/", "https://10.2.0.7/", "https://a.hotline.example/"] {
            assert_eq!(some.trust(&url(other)), None, "{other}");
        }
        let expected = ["hotline.example", "10.2.0.7:8443", "[fd00::7]:8443", "xn--1lq90i.example"];
        assert_eq!(some.entries(), expected);
    }

    #[test]
    fn anybody_means_the_public_network_and_never_in_clear() {
        let anybody = hosts("*");
        assert_eq!(anybody.trust(&url("https://anywhere.example:8443/")), Some(Trust::Anybody));
        assert_eq!(anybody.trust(&url("http://anywhere.example/")), None);
        let home = url("https://anywhere.example/");
        for inside in [
            "127.0.0.1",
            "0.0.0.0",
            "10.0.0.1",
            "172.16.3.4",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.100.100.200",
            "168.63.129.16",
            "::ffff:168.63.129.16",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "fe80::1",
            "fd00::1",
            "fd00:ec2::254",
            "ff02::1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:0:53aa:64c::",
            "2001:db8::1",
        ] {
            assert!(!anybody.allows(Trust::Anybody, inside.parse().expect(inside), &home), "{inside}");
        }
        for outside in ["203.119.25.1", "2400:3200::1"] {
            assert!(anybody.allows(Trust::Anybody, outside.parse().expect(outside), &home), "{outside}");
        }
    }

    #[test]
    fn a_listed_name_may_stand_for_a_machine_inside_but_for_this_one_only_if_that_is_listed_too() {
        let some = hosts("hotline.example, localhost:9000");
        let (home, own) = (url("https://hotline.example/"), url("http://localhost:9000/"));
        let address = |text: &str| -> IpAddr { text.parse().expect(text) };
        for inside in ["10.0.0.1", "192.168.1.1", "fd00::1"] {
            assert!(some.allows(Trust::Listed, address(inside), &home), "{inside}");
        }
        for own in [
            "127.0.0.1",
            "::1",
            "169.254.169.254",
            "::ffff:169.254.169.254",
            "100.100.100.200",
            "168.63.129.16",
        ] {
            assert!(!some.allows(Trust::Listed, address(own), &home), "{own}");
        }
        assert!(!some.allows(Trust::Listed, address("127.0.0.1"), &own));
        let own_too = hosts("localhost:9000, 127.0.0.1:9000");
        assert!(own_too.allows(Trust::Listed, address("127.0.0.1"), &own));
        assert!(!own_too.allows(Trust::Listed, address("127.0.0.1"), &url("http://localhost:9001/")));
    }

    #[test]
    fn an_address_of_an_interface_of_this_machine_is_this_machine() {
        assert!(of_an_interface(Ipv4Addr::LOCALHOST.into()));
        assert!(!of_an_interface(Ipv4Addr::new(203, 0, 113, 1).into()));
        // Where a conversation with somebody else would come from. A machine without a network has no such address.
        let socket = UdpSocket::bind("0.0.0.0:0").expect("a port");
        let way = socket.connect("203.0.113.1:9").and_then(|()| socket.local_addr());
        let Ok(own) = way.map(|own| own.ip()) else { return };
        assert!(of_an_interface(own), "{own}");
        let by_name = hosts("hotline.example");
        assert!(!by_name.allows(Trust::Listed, own, &url("https://hotline.example/")), "{own}");
        assert!(!hosts("*").allows(Trust::Anybody, own, &url("https://hotline.example/")), "{own}");
        let by_address = hosts(&format!("hotline.example, {own}"));
        assert!(by_address.allows(Trust::Listed, own, &url("https://hotline.example/")), "{own}");
    }

    #[test]
    fn what_is_no_list_of_hosts_is_refused() {
        for nonsense in ["https://hotline.example", "a b", "host:0", "host:70000", "host:x", "[::1"] {
            assert!(nonsense.parse::<WebhookHosts>().is_err(), "{nonsense}");
        }
        assert!(vec!["h.example"; 65].join(",").parse::<WebhookHosts>().is_err());
        assert_eq!(hosts(" , "), WebhookHosts::default());
    }
}
