//! Holds an ID token against the keys of its provider and against what was asked, and reads whom it is of.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use openidconnect::core::{
    CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    AdditionalClaims, ClaimsVerificationError, ClientId, IdToken, IdTokenClaims, IdTokenVerifier,
    IssuerUrl, JsonWebKeySet, Nonce, SignatureVerificationError,
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::Error;
use super::acting::{self, ActsFor};
use super::metadata::Known;
use crate::config::Provider;

/// What stands in a token besides what the standard names. A national number is never read.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
struct More {
    sid: Option<String>,
    #[serde(rename = "helseid://claims/identity/security_level")]
    security_level: Option<String>,
    /// What Entra calls the contexts that a log-in satisfies, where a tenant has such.
    #[serde(default)]
    acrs: Vec<String>,
    authorization_details: Option<serde_json::Value>,
}

impl AdditionalClaims for More {}

type Token =
    IdToken<More, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Claims = IdTokenClaims<More, CoreGenderClaim>;

/// Whom a provider vouches for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouched {
    pub subject: String,
    pub name: Option<String>,
    /// An address, and whether it was shown to be theirs.
    pub email: Option<(String, bool)>,
    /// What the provider calls the session.
    pub sid: Option<String>,
    /// Is it worth as much as two steps?
    pub is_strong: bool,
    /// At the level that lets no session last long.
    pub is_high: bool,
    /// What the provider is to be shown when the session ends; none where it says more than we may keep.
    pub hint: Option<String>,
    /// The organisations that they act for, where the settings ask for such.
    pub acts_for: Vec<ActsFor>,
}

/// What the provider tells who asks for more.
#[derive(Clone, Debug, Deserialize)]
pub struct UserInfo {
    sub: String,
    name: Option<String>,
    email: Option<String>,
    #[serde(default)]
    email_verified: bool,
}

/// Why a token is refused.
#[derive(Clone, Debug)]
pub enum Refused {
    /// None of the keys that we have fits: there may be new ones.
    NoKey,
    Wrong(String),
    Level(String),
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::NoKey => Self::Wrong("it is signed with no key of the provider".to_owned()),
            Refused::Wrong(why) => Self::Wrong(why),
            Refused::Level(level) => Self::Level(level),
        }
    }
}

/// With a secret that both know, whoever knows it could sign: those are not among them.
const ALGORITHMS: [(&str, CoreJwsSigningAlgorithm); 9] = [
    ("RS256", CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256),
    ("RS384", CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384),
    ("RS512", CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512),
    ("PS256", CoreJwsSigningAlgorithm::RsaSsaPssSha256),
    ("PS384", CoreJwsSigningAlgorithm::RsaSsaPssSha384),
    ("PS512", CoreJwsSigningAlgorithm::RsaSsaPssSha512),
    ("ES256", CoreJwsSigningAlgorithm::EcdsaP256Sha256),
    ("ES384", CoreJwsSigningAlgorithm::EcdsaP384Sha384),
    ("EdDSA", CoreJwsSigningAlgorithm::EdDsa),
];

/// A token that was made longer ago, or is of so far ahead, is of another log-in. Seconds.
const OLDEST: i64 = 600;
const AHEAD: i64 = 60;

fn instant(at: OffsetDateTime) -> DateTime<Utc> {
    DateTime::from_timestamp(at.unix_timestamp(), 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

pub fn hold(
    provider: &Provider,
    known: &Known,
    written: &str,
    (nonce, now): (&str, OffsetDateTime),
) -> Result<Vouched, Refused> {
    let wrong = |why: String| Refused::Wrong(why);
    let token: Token = written.parse().map_err(|_| wrong("it is no token".to_owned()))?;
    let supported = &known.metadata.id_token_signing_alg_values_supported;
    let may = |name: &str| supported.is_empty() || supported.iter().any(|one| one == name);
    let algorithms = ALGORITHMS.into_iter().filter(|(name, _)| may(name)).map(|(_, alg)| alg);
    let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(|e| wrong(e.to_string()))?;
    let at = instant(now);
    let is_recent = move |made: DateTime<Utc>| {
        let age = at.timestamp() - made.timestamp();
        if (-AHEAD..=OLDEST).contains(&age) {
            Ok(())
        } else {
            Err("it is of another time".to_owned())
        }
    };
    let client = ClientId::new(provider.client_id.clone());
    let keys = JsonWebKeySet::<CoreJsonWebKey>::new(known.keys.clone());
    let verifier = IdTokenVerifier::new_public_client(client, issuer, keys)
        .set_allowed_algs(algorithms)
        .set_time_fn(move || at)
        .set_issue_time_verifier_fn(is_recent);
    let nonce = Nonce::new(nonce.to_owned());
    let claims = token.claims(&verifier, &nonce).map_err(|error| match error {
        ClaimsVerificationError::SignatureVerification(
            SignatureVerificationError::NoMatchingKey,
        ) => Refused::NoKey,
        ClaimsVerificationError::SignatureVerification(inner) => wrong(inner.to_string()),
        other => wrong(other.to_string()),
    })?;
    read(provider, claims, written)
}

/// All that it says of a level, in whatever claim.
fn levels(claims: &Claims) -> Vec<String> {
    let acr = claims.auth_context_ref().map(|acr| acr.as_str().to_owned());
    let additional = claims.additional_claims();
    let more = additional.security_level.iter().chain(&additional.acrs).cloned();
    let methods = claims.auth_method_refs().into_iter().flatten();
    let methods = methods.map(|method| method.as_str().to_owned());
    acr.into_iter().chain(more).chain(methods).collect()
}

fn read(provider: &Provider, claims: &Claims, written: &str) -> Result<Vouched, Refused> {
    // Where there are several whom it is for, it says to whom it was given.
    let party = claims.authorized_party().map(|party| party.as_str());
    if party.is_some_and(|party| party != provider.client_id) {
        return Err(Refused::Wrong("it was given to somebody else".to_owned()));
    }
    let (said, will_do) = (levels(claims), provider.levels());
    if !will_do.is_empty() && !said.iter().any(|level| will_do.contains(level)) {
        return Err(Refused::Level(said.join(" ")));
    }
    let strong = provider.strong_levels();
    let name = claims.name().and_then(|name| name.get(None)).map(|name| name.as_str().to_owned());
    let email = claims.email().map(|email| email.as_str().to_owned());
    let is_verified = claims.email_verified().unwrap_or(false);
    Ok(Vouched {
        subject: claims.subject().as_str().to_owned(),
        name: name.and_then(|name| kept_name(&name)),
        email: email.map(|email| (email, is_verified)),
        sid: claims.additional_claims().sid.clone(),
        is_strong: said.iter().any(|level| strong.contains(level)),
        is_high: said.iter().any(|level| provider.is_high(level)),
        hint: hint(written),
        acts_for: acts_for(provider, claims),
    })
}

/// Only what was asked for is looked at.
fn acts_for(provider: &Provider, claims: &Claims) -> Vec<ActsFor> {
    let details = claims.additional_claims().authorization_details.as_ref();
    let asked = details.filter(|_| provider.authorization_details.is_some());
    asked.map(acting::told).unwrap_or_default()
}

/// A name as we keep names: one line, and nothing that looks like a national number.
fn kept_name(name: &str) -> Option<String> {
    crate::text::check_line("name", name, 100, true).ok()
}

/// The token itself, unless what it says looks like a national number: such is kept nowhere.
fn hint(written: &str) -> Option<String> {
    let payload = written.split('.').nth(1)?;
    let bytes = URL_SAFE_NO_PAD.decode(payload).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let is_plain = norsk::identity::look_alikes(&text).is_empty();
    is_plain.then(|| written.to_owned())
}

impl Vouched {
    /// What was told besides; of somebody else nothing is taken.
    pub fn take_more(&mut self, more: UserInfo) -> Result<(), Error> {
        if more.sub != self.subject {
            return Err(Error::Wrong("more was told of somebody else".to_owned()));
        }
        self.name = self.name.take().or(more.name.and_then(|name| kept_name(&name)));
        self.email = more.email.map(|email| (email, more.email_verified));
        Ok(())
    }
}
