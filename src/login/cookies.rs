//! The cookies there are: of a session, of an attempt to log in, and of a browser that has been logged in
//! before. None is set by a public page.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use time::Duration;

use crate::people::ended::COOKIE;
use crate::people::{Address, Token};
use crate::seal::Seal;

/// A cookie that no script reads, and that only this site, by https, can have set.
#[derive(Clone, Copy)]
pub struct Cookie {
    name: &'static str,
    same_site: &'static str,
    /// Until the browser is closed where it says nothing.
    lasts: Option<Duration>,
}

/// Goes along also when a link in a letter leads here.
pub const SESSION: Cookie = Cookie { name: COOKIE, same_site: "Lax", lasts: None };

/// Binds an attempt to the browser that began it. A little longer than its code, to be able to say so.
pub const ATTEMPT: Cookie =
    Cookie { name: "__Host-innlogging", same_site: "Strict", lasts: Some(Duration::minutes(15)) };

/// Binds an attempt to log in by others to the browser that began it. It goes along when those send the
/// browser back.
pub const PROVIDER: Cookie =
    Cookie { name: "__Host-hos", same_site: "Lax", lasts: Some(Duration::minutes(15)) };

/// Says that the browser has been logged in with an address, and to nobody but us which: then others can't
/// use up the letters that may go to it.
pub const KNOWN: Cookie =
    Cookie { name: "__Host-kjent", same_site: "Strict", lasts: Some(Duration::days(180)) };

const KNOWN_FOR: &str = "known browser";

/// What [`KNOWN`] holds.
pub fn known_for(seal: &Seal, address: &Address) -> Option<Token> {
    Token::read(&seal.digest(KNOWN_FOR, address.as_str()))
}

pub fn is_known_for(seal: &Seal, address: &Address, headers: &HeaderMap) -> bool {
    let held = KNOWN.read(headers);
    held.is_some_and(|held| seal.is_digest(KNOWN_FOR, address.as_str(), held.as_str()))
}

impl Cookie {
    pub fn read(self, headers: &HeaderMap) -> Option<Token> {
        let lines = headers.get_all(header::COOKIE).iter();
        let texts = lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(';'));
        let mut pairs = texts.filter_map(|pair| pair.trim().split_once('='));
        let (_, value) = pairs.find(|(name, _)| *name == self.name)?;
        Token::read(value)
    }

    pub fn set(self, response: &mut Response, token: &Token) {
        let lasts = self.lasts.map(|lasts| format!("; Max-Age={}", lasts.whole_seconds()));
        self.put(response, token.as_str(), &lasts.unwrap_or_default());
    }

    pub fn forget(self, response: &mut Response) {
        self.put(response, "", "; Max-Age=0");
    }

    fn put(self, response: &mut Response, value: &str, lasts: &str) {
        let Self { name, same_site, .. } = self;
        let said = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite={same_site}{lasts}");
        // Names and tokens are plain ASCII.
        if let Ok(said) = HeaderValue::from_str(&said) {
            response.headers_mut().append(header::SET_COOKIE, said);
        }
    }
}
