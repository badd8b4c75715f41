//! What a provider says of itself, and its keys: fetched when they are needed, kept for an hour.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use openidconnect::JsonWebKeySet;
use openidconnect::core::CoreJsonWebKey;
use serde::Deserialize;
use time::{Duration, OffsetDateTime};

use super::{Error, http};
use crate::config::Provider;
use crate::config::providers::is_safe;

/// The parts of it that we read.
#[derive(Clone, Debug, Deserialize)]
pub struct Metadata {
    pub issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    pub jwks_uri: String,
    pub userinfo_endpoint: Option<String>,
    pub end_session_endpoint: Option<String>,
    pub pushed_authorization_request_endpoint: Option<String>,
    #[serde(default)]
    pub id_token_signing_alg_values_supported: Vec<String>,
    #[serde(default)]
    pub token_endpoint_auth_methods_supported: Vec<String>,
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}

/// A provider as it was found.
#[derive(Debug)]
pub struct Known {
    pub metadata: Metadata,
    pub keys: Vec<CoreJsonWebKey>,
    found_at: OffsetDateTime,
}

/// So long it is taken for granted.
const KEPT: Duration = Duration::HOUR;
/// And a key that is not there is looked for again after this: a token with a made-up name of a key makes
/// nobody ask the provider all the time.
const AGAIN: Duration = Duration::MINUTE;

/// By the address of the issuer.
static FOUND: Mutex<BTreeMap<String, Arc<Known>>> = Mutex::new(BTreeMap::new());

fn kept(issuer: &str) -> Option<Arc<Known>> {
    FOUND.lock().unwrap_or_else(PoisonError::into_inner).get(issuer).cloned()
}

/// The provider, asked unless it was lately.
pub async fn known(provider: &Provider, now: OffsetDateTime) -> Result<Arc<Known>, Error> {
    match kept(&provider.issuer).filter(|found| now - found.found_at < KEPT) {
        Some(found) => Ok(found),
        None => find(provider, now).await,
    }
}

/// The provider asked anew, for a key that was not there: it may have new ones. None when it was asked just
/// now.
pub async fn with_new_keys(
    provider: &Provider,
    known: &Known,
    now: OffsetDateTime,
) -> Result<Option<Arc<Known>>, Error> {
    if now - known.found_at < AGAIN {
        return Ok(None);
    }
    find(provider, now).await.map(Some)
}

async fn find(provider: &Provider, now: OffsetDateTime) -> Result<Arc<Known>, Error> {
    let issuer = provider.issuer.as_str();
    let address = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
    let metadata: Metadata = http::get(&address, None).await?;
    // Letter for letter: else somebody else could speak for it.
    if metadata.issuer != issuer {
        return Err(Error::Wrong(format!("{address} speaks for {:?}", metadata.issuer)));
    }
    let Metadata { authorization_endpoint, token_endpoint, jwks_uri, .. } = &metadata;
    let more = [
        &metadata.userinfo_endpoint,
        &metadata.end_session_endpoint,
        &metadata.pushed_authorization_request_endpoint,
    ];
    let all = [authorization_endpoint, token_endpoint, jwks_uri].into_iter();
    if let Some(odd) = all.chain(more.into_iter().flatten()).find(|one| !is_safe(one)) {
        return Err(Error::Wrong(format!("{address} leads to {odd:?}, which is not https")));
    }
    let keys: JsonWebKeySet<CoreJsonWebKey> = http::get(jwks_uri, None).await?;
    let found = Arc::new(Known { keys: keys.keys().clone(), metadata, found_at: now });
    let mut all = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    all.insert(issuer.to_owned(), Arc::clone(&found));
    Ok(found)
}
