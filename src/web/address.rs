//! The address that a request comes from: behind the proxies that are trusted, and cut to a network.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, header::FORWARDED};
use ipnet::IpNet;

/// Where proxies write the addresses that a request came by, the reader's first.
pub const FORWARDED_FOR: &str = "x-forwarded-for";

/// The nearest address that no trusted proxy has, read from the right: what stands there was written
/// by the proxy beside it. Behind something that is no address nobody knows who asks, and so the proxy
/// that passed it on stands for them.
pub fn behind(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|net| net.contains(&address));
    let mut nearest = peer.to_canonical();
    for written in forwarded(headers) {
        if !is_trusted(nearest) {
            break;
        }
        let Some(address) = written.and_then(parse) else { break };
        nearest = address;
    }
    nearest
}

/// All that the header says, from the right, whether it stands in one line or in several; `None` for a
/// line that is no text.
fn forwarded(headers: &HeaderMap) -> impl Iterator<Item = Option<&str>> {
    let lines = headers.get_all(FORWARDED_FOR).iter().collect::<Vec<_>>();
    lines.into_iter().rev().flat_map(|line| {
        let text = line.to_str().ok();
        let parts = text.into_iter().flat_map(|text| text.rsplit(',')).map(str::trim);
        let garbage = text.is_none().then_some(None);
        // A list may have empty places (RFC 9110, 5.6.1).
        parts.filter(|part| !part.is_empty()).map(Some).chain(garbage)
    })
}

/// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]` and `[2001:db8::1]:4711`.
fn parse(written: &str) -> Option<IpAddr> {
    let bracketed = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let alone = match bracketed {
        Some(inner) => inner.parse::<std::net::Ipv6Addr>().ok().map(IpAddr::V6),
        None => written.parse().ok(),
    };
    let with_port = || written.parse::<SocketAddr>().ok().map(|address| address.ip());
    alone.or_else(with_port).map(|address| address.to_canonical())
}

/// Does the request say that it has come through a proxy?
pub fn is_forwarded(headers: &HeaderMap) -> bool {
    headers.contains_key(FORWARDED_FOR) || headers.contains_key(FORWARDED)
}

/// `192.0.2` or `2001:db8:0`: enough to slow down a flood, too little to follow a person.
pub fn network(address: Option<IpAddr>) -> String {
    match address {
        None => "local".to_owned(),
        Some(IpAddr::V4(ip)) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}")
        }
        Some(IpAddr::V6(ip)) => {
            let [a, b, c, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}")
        }
    }
}
