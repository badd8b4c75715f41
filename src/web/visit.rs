//! Who asks, in what language, for what: read once from the request.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

use crate::app::App;
use crate::error::Error;
use crate::i18n::{Lang, Text};
use crate::limits::THIS_MACHINE;
use crate::web::{AsOf, Query};

#[derive(Clone, Debug)]
pub struct Visit {
    pub t: Text,
    /// The address behind the language.
    pub path: String,
    pub query: String,
    /// The network that asks, cut so that it names no person.
    pub network: String,
    /// The day whose page is asked for, when it is not the present one.
    pub at: Option<AsOf>,
}

/// No address of ours is longer; what is, leads nowhere and is not repeated on the page.
const LONGEST: usize = 2_000;

impl Visit {
    /// The parameters of the address; one that is no text is not understood.
    pub fn parameters(&self) -> Result<Query, Error> {
        Query::parse(&self.query)
    }

    /// What addresses on the page end in, so that they lead to the same day.
    pub fn day_query(&self) -> String {
        self.at.map(AsOf::query).unwrap_or_default()
    }

    pub fn lang(&self) -> Lang {
        self.t.lang
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Undated(visit) = Undated::from_request_parts(parts, app).await?;
        Ok(Self { at: AsOf::read(&visit.query, &app.clock)?, ..visit })
    }
}

/// A visit to a page that reads the day of the address itself: it tells of any day, not of what was
/// public on one.
pub struct Undated(pub Visit);

impl FromRequestParts<App> for Undated {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let path = parts.uri.path().trim_start_matches('/');
        let (prefix, rest) = path.split_once('/').unwrap_or((path, ""));
        let lang = Lang::parse(prefix).ok_or(Error::NotFound)?;
        let query = parts.uri.query().unwrap_or_default();
        if path.len() > LONGEST {
            return Err(Error::NotFound);
        }
        Ok(Self(Visit {
            t: Text::new(lang),
            path: rest.to_owned(),
            query: query.to_owned(),
            network: network(address(parts, app)),
            at: None,
        }))
    }
}

/// The language that a browser asks for, of those that we have; bokmål when it asks for none.
pub fn preferred(accept_language: Option<&str>) -> Lang {
    accept_language.and_then(Lang::from_accept_language).unwrap_or(Lang::Nb)
}

/// The network that a request comes from, for pages without a language.
pub struct Network(pub String);

impl FromRequestParts<App> for Network {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let forwarded = parts.headers.contains_key("x-forwarded-for")
            || parts.headers.contains_key("forwarded");
        match address(parts, app) {
            Some(ip) if ip.is_loopback() && !forwarded => Ok(Self(THIS_MACHINE.to_owned())),
            address => Ok(Self(network(address))),
        }
    }
}

/// The address behind the proxies that the settings trust, else the one that is connected.
fn address(parts: &Parts, app: &App) -> Option<IpAddr> {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>()?.0.ip();
    let trusted = &app.settings.trusted_proxies;
    if !trusted.contains(&peer) {
        return Some(peer);
    }
    let forwarded = parts.headers.get("x-forwarded-for").and_then(|v| v.to_str().ok());
    let nearest = forwarded.unwrap_or_default().rsplit(',').map(str::trim);
    nearest.filter_map(|ip| ip.parse().ok()).find(|ip| !trusted.contains(ip)).or(Some(peer))
}

/// `192.0.2.0/24` or `2001:db8::/48`: enough to slow down a flood, too little to follow a person.
fn network(address: Option<IpAddr>) -> String {
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

/// The last part of an address. One that is no UTF-8 leads nowhere.
pub struct Named<T>(pub T);

impl<T: serde::de::DeserializeOwned + Send> FromRequestParts<App> for Named<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let path = axum::extract::Path::<T>::from_request_parts(parts, app).await;
        path.map(|axum::extract::Path(value)| Self(value)).map_err(|_| Error::NotFound)
    }
}

/// The slug in an address such as `/{lang}/prosjekter/{slug}`.
#[derive(serde::Deserialize)]
pub struct Slug {
    pub slug: String,
}
