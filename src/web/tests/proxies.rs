//! Who asks from behind proxies: `X-Forwarded-For` as they write it, and which of it is believed.

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Request, StatusCode};

use super::who::from;
use crate::config::{Common, RateLimits, Serving, Settings};
use crate::testing::{Engine, TestApp};
use crate::web::address::{behind, network};

const TRUSTED: &str = "127.0.0.1, 10.0.0.0/8, 2001:db8:ff::/48, 192.0.2.7";

fn settings(trusted: &str) -> Result<Settings, String> {
    let serving = Serving { trusted_proxies: Some(trusted.to_owned()), ..Serving::default() };
    Settings::read(&Common::default(), &serving)
}

/// The address that is read from the lines of the header.
fn read(peer: &str, lines: &[&[u8]]) -> String {
    let mut headers = HeaderMap::new();
    for line in lines {
        headers.append("x-forwarded-for", HeaderValue::from_bytes(line).unwrap());
    }
    let trusted = settings(TRUSTED).unwrap().trusted_proxies;
    behind(peer.parse().unwrap(), &headers, &trusted).to_string()
}

#[test]
fn the_nearest_address_that_is_no_proxy_of_ours_asks() {
    let cases: &[(&str, &[&[u8]], &str)] = &[
        // Nobody is believed but the proxies.
        ("198.51.100.1", &[b"203.0.113.5"], "198.51.100.1"),
        ("192.0.2.8", &[b"203.0.113.5"], "192.0.2.8"),
        ("192.0.2.7", &[b"203.0.113.5"], "203.0.113.5"),
        ("10.255.3.4", &[b"203.0.113.5"], "203.0.113.5"),
        ("2001:db8:ff:1::2", &[b"203.0.113.5"], "203.0.113.5"),
        ("10.0.0.1", &[], "10.0.0.1"),
        // From the right, past the proxies: what stands further left anybody may have written.
        ("10.0.0.1", &[b"198.51.100.66, 203.0.113.5, 10.0.0.2"], "203.0.113.5"),
        ("10.0.0.1", &[b"203.0.113.5,10.0.0.3 ,\t10.0.0.2"], "203.0.113.5"),
        ("10.0.0.1", &[b"198.51.100.66", b"203.0.113.5", b"10.0.0.2"], "203.0.113.5"),
        ("10.0.0.1", &[b"198.51.100.66, 203.0.113.5", b"10.0.0.3, 10.0.0.2"], "203.0.113.5"),
        ("10.0.0.1", &[b"198.51.100.66, 203.0.113.5", b"", b", ,"], "203.0.113.5"),
        // All of them ours: the first of them asks.
        ("10.0.0.1", &[b"10.0.0.4, 10.0.0.3"], "10.0.0.4"),
        // With ports and brackets, and IPv4 in IPv6.
        ("10.0.0.1", &[b"203.0.113.5:4711"], "203.0.113.5"),
        ("10.0.0.1", &[b"198.51.100.66, [2001:db8::5]:4711, 10.0.0.2:443"], "2001:db8::5"),
        ("10.0.0.1", &[b"[2001:db8::5]"], "2001:db8::5"),
        ("10.0.0.1", &[b"2001:DB8:0:0::5"], "2001:db8::5"),
        ("10.0.0.1", &[b"203.0.113.5, ::ffff:10.0.0.2"], "203.0.113.5"),
        ("::ffff:10.0.0.1", &[b"[::ffff:203.0.113.5]:80"], "203.0.113.5"),
        ("::ffff:203.0.113.9", &[b"198.51.100.66"], "203.0.113.9"),
        // What is no address is not guessed, and nothing behind it is believed.
        ("10.0.0.1", &[b"unknown"], "10.0.0.1"),
        ("10.0.0.1", &[b"198.51.100.66, unknown"], "10.0.0.1"),
        ("10.0.0.1", &[b"198.51.100.66, _hidden, 10.0.0.2"], "10.0.0.2"),
        ("10.0.0.1", &[b"198.51.100.66", b"\xff\xfe"], "10.0.0.1"),
        ("10.0.0.1", &[b"198.51.100.66", b"\xff\xfe", b"10.0.0.2"], "10.0.0.2"),
        ("10.0.0.1", &[b"203.0.113.5:port"], "10.0.0.1"),
        ("10.0.0.1", &[b"203.0.113.5:99999"], "10.0.0.1"),
        ("10.0.0.1", &[b"203.0.113"], "10.0.0.1"),
        ("10.0.0.1", &[b"[203.0.113.5]"], "10.0.0.1"),
        ("10.0.0.1", &[b"[2001:db8::5"], "10.0.0.1"),
        ("10.0.0.1", &[b"203.0.113.5;10.0.0.2"], "10.0.0.1"),
    ];
    for (peer, lines, expected) in cases {
        let written: Vec<_> = lines.iter().map(|line| String::from_utf8_lossy(line)).collect();
        assert_eq!(read(peer, lines), *expected, "{written:?} by {peer}");
    }
}

#[test]
fn a_network_names_no_person() {
    let of = |address: &str| network(Some(address.parse::<IpAddr>().unwrap()));
    assert_eq!(of("203.0.113.5"), of("203.0.113.250"));
    assert_ne!(of("203.0.113.5"), of("203.0.114.5"));
    assert_eq!(of("2001:db8:1:2::3"), of("2001:db8:1:ffff::4"));
    assert_ne!(of("2001:db8:1::3"), of("2001:db8:2::3"));
}

#[test]
fn proxies_are_addresses_and_ranges_and_nothing_else() {
    assert_eq!(settings("").unwrap().trusted_proxies, []);
    assert_eq!(settings(TRUSTED).unwrap().trusted_proxies.len(), 4);
    assert_eq!(settings(" ::1 ,, 172.16.0.0/12,").unwrap().trusted_proxies.len(), 2);
    for (wrong, why) in [
        ("proxy.example", "no IP address"),
        ("10.0.0.1:80", "no IP address"),
        ("10.0.0.0/33", "no IP address"),
        ("10.0.0.0/", "no IP address"),
        ("10.0.0.0-10.0.0.9", "no IP address"),
        ("10.1.2.3/8", "is 10.0.0.0/8 meant?"),
        ("2001:db8::1/32", "is 2001:db8::/32 meant?"),
        ("0.0.0.0/0", "anybody could choose"),
        ("::/0", "anybody could choose"),
    ] {
        let told = settings(&format!("127.0.0.1, {wrong}")).unwrap_err();
        assert!(told.starts_with("trusted-proxies: ") && told.contains(wrong), "{told}");
        assert!(told.contains(why), "{wrong}: {told}");
    }
}

#[tokio::test]
async fn readers_behind_a_proxy_are_counted_each_for_themselves() {
    let limits = RateLimits { searches_per_minute: 1, ..RateLimits::default() };
    let app = TestApp::with(Engine::Sqlite, limits).await.changed(|app| {
        let trusted_proxies = settings(TRUSTED).unwrap().trusted_proxies;
        app.settings = Arc::new(Settings { trusted_proxies, ..(*app.settings).clone() });
    });
    let search = async |lines: &[&str]| {
        let mut request = from("10.4.4.4:4000", Request::get("/nb/sok"));
        for line in lines {
            request = request.header("x-forwarded-for", *line);
        }
        app.ask(request.body(Body::empty()).unwrap()).await.status
    };
    assert_eq!(search(&["203.0.113.5"]).await, StatusCode::OK);
    assert_eq!(search(&["203.0.113.5:80"]).await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(search(&["198.51.100.5", "203.0.113.6"]).await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(search(&["203.0.113.5", "198.51.100.5"]).await, StatusCode::OK);
    app.end().await;
}

#[tokio::test]
async fn a_program_on_this_machine_has_a_meter_of_its_own() {
    let limits = RateLimits { api_per_second: 1, api_burst: 1, ..RateLimits::default() };
    let app = TestApp::with(Engine::Sqlite, limits).await.uncached();
    let ask = async |forwarded: Option<&str>| {
        let mut request = from("[::ffff:127.0.0.1]:4000", Request::get("/api/v1/search"));
        if let Some(forwarded) = forwarded {
            request = request.header("x-forwarded-for", forwarded);
        }
        app.ask(request.body(Body::empty()).unwrap()).await.status
    };
    for _ in 0..5 {
        assert_eq!(ask(None).await, StatusCode::OK);
    }
    assert_eq!(ask(Some("203.0.113.5")).await, StatusCode::OK);
    assert_eq!(ask(Some("203.0.113.5")).await, StatusCode::TOO_MANY_REQUESTS);
    app.end().await;
}
