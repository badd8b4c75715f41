//! OpenID Connect, as far as we speak it: whom a provider vouches for, and nothing of pages or accounts.
//!
//! The code flow with PKCE (S256), state and nonce, also where a provider would do without. Tokens stay on
//! the server. `openidconnect` reads keys and holds tokens against them; what a request looks like is ours,
//! for it has neither pushed requests nor assertions nor proofs of possession (PAR, `private_key_jwt`, DPoP).

mod acting;
mod claims;
mod http;
pub mod keys;
mod metadata;
mod request;
#[cfg(test)]
mod tests;
mod token;

pub use acting::ActsFor;
pub use claims::Vouched;
pub use metadata::{Known, known};
pub use request::{Asked, address_of_end, address_of_login};
pub use token::vouched;

/// Why somebody did not come in by a provider.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    /// It does not answer, or says that it can't.
    #[error("the provider does not answer: {0}")]
    Away(String),
    /// What it says is not to be believed, or is nothing we know.
    #[error("the provider's answer is refused: {0}")]
    Wrong(String),
    /// They were vouched for, but not as surely as we ask.
    #[error("the level is too low: {0}")]
    Level(String),
}
