use axum::http::HeaderValue;
use rstest::rstest;

use super::*;

/// Who asks, where `peer` is the other end and these headers came.
fn client(proxies: &str, peer: &str, headers: &[&str]) -> String {
    let proxies: TrustedProxies = proxies.parse().unwrap();
    let headers =
        headers.iter().map(|header| (FORWARDED_FOR, HeaderValue::from_bytes(header.as_bytes()).unwrap()));
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(name, value);
    }
    proxies.client(peer.parse().unwrap(), &map).to_string()
}

#[rstest]
// Nobody is trusted, or somebody else.
#[case("", "10.0.0.1", &["203.0.113.7"], "10.0.0.1")]
#[case("10.0.0.2, 10.1.0.0/16", "10.0.0.1", &["203.0.113.7"], "10.0.0.1")]
#[case("10.0.0.1", "10.0.0.1", &["203.0.113.7"], "203.0.113.7")]
#[case("10.0.0.0/8", "10.9.8.7", &["2001:db8::7"], "2001:db8::7")]
#[case("10.0.0.1", "10.0.0.1", &[], "10.0.0.1")]
// What the client claims stands before what the proxy saw.
#[case("10.0.0.1", "10.0.0.1", &["198.51.100.1, 203.0.113.7"], "203.0.113.7")]
#[case("10.0.0.1", "10.0.0.1", &["198.51.100.1", "203.0.113.7"], "203.0.113.7")]
#[case("10.0.0.1", "10.0.0.1", &["10.0.0.1, 203.0.113.7"], "203.0.113.7")]
// Two proxies of ours, one behind the other.
#[case("10.0.0.0/24", "10.0.0.1", &["198.51.100.1, 203.0.113.7,10.0.0.2"], "203.0.113.7")]
#[case("10.0.0.0/24", "10.0.0.1", &["203.0.113.7", "10.0.0.2"], "203.0.113.7")]
#[case("10.0.0.0/24", "10.0.0.1", &["10.0.0.3, 10.0.0.2"], "10.0.0.3")]
// What is no address is not believed, nor what stands before it.
#[case("10.0.0.1", "10.0.0.1", &["203.0.113.7, unknown"], "10.0.0.1")]
#[case("10.0.0.1", "10.0.0.1", &["203.0.113.7,"], "10.0.0.1")]
#[case("10.0.0.1", "10.0.0.1", &["203.0.113.7", "\u{e9}"], "10.0.0.1")]
#[case("10.0.0.1", "10.0.0.1", &[""], "10.0.0.1")]
// With a port, and as a socket of both families writes it.
#[case("10.0.0.1", "10.0.0.1", &["203.0.113.7:4711"], "203.0.113.7")]
#[case("10.0.0.1", "10.0.0.1", &["[2001:db8::7]:4711"], "2001:db8::7")]
#[case("10.0.0.1", "10.0.0.1", &["[2001:db8::7]"], "2001:db8::7")]
#[case("10.0.0.1", "::ffff:10.0.0.1", &["::ffff:203.0.113.7"], "203.0.113.7")]
#[case("::ffff:10.0.0.1", "10.0.0.1", &["203.0.113.7"], "203.0.113.7")]
fn only_proxies_of_ours_say_whose_request_it_is(
    #[case] proxies: &str,
    #[case] peer: &str,
    #[case] headers: &[&str],
    #[case] expected: &str,
) {
    assert_eq!(client(proxies, peer, headers), expected);
}

#[test]
fn a_request_that_went_round_in_circles_ends_somewhere() {
    let circles = vec!["10.0.0.1"; 10_000].join(",");
    assert_eq!(client("10.0.0.1", "10.0.0.1", &[&format!("203.0.113.7,{circles}")]), "10.0.0.1");
}

#[rstest]
#[case("proxy.example")]
#[case("10.0.0.0/33")]
#[case("10.0.0.1 10.0.0.2")]
#[case(&["10.0.0.1"; 65].join(","))]
fn what_names_no_proxies_is_refused(#[case] list: &str) {
    assert!(list.parse::<TrustedProxies>().is_err(), "{list}");
}
