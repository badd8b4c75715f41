//! The two cookies there are: of a session, and of an attempt to log in. Neither is on a public page.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use time::Duration;

use crate::people::Token;

/// A cookie that no script reads, and that only this site, by https, can have set.
#[derive(Clone, Copy)]
pub struct Cookie {
    name: &'static str,
    same_site: &'static str,
    /// Until the browser is closed where it says nothing.
    lasts: Option<Duration>,
}

/// Goes along also when a link in a letter leads here.
pub const SESSION: Cookie = Cookie { name: "__Host-okt", same_site: "Lax", lasts: None };

/// Binds an attempt to the browser that began it. A little longer than its code, to be able to say so.
pub const ATTEMPT: Cookie =
    Cookie { name: "__Host-innlogging", same_site: "Strict", lasts: Some(Duration::minutes(15)) };

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
