//! What a browser holds to be known again: told to it once, and kept here only as a digest.

use crate::clock::Clock;
use crate::files::digest;

/// 244 unpredictable bits. It is never written to a log: it has no `Debug`.
#[derive(Clone)]
pub struct Token(String);

const LENGTH: usize = 64;

impl Token {
    pub fn new(clock: &Clock) -> Self {
        Self(format!("{}{}", clock.random_id().simple(), clock.random_id().simple()))
    }

    /// What came back; none for what can't be ours.
    pub fn read(text: &str) -> Option<Self> {
        let is_ours = text.len() == LENGTH && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_ours.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is kept of it. So many bits can't be guessed from their digest.
    pub fn digest(&self) -> String {
        digest(self.0.as_bytes())
    }
}
