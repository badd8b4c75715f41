//! From the code that the browser brings back to whom the provider vouches for.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::json;

use super::claims::{self, Refused, Vouched};
use super::http::Answer;
use super::keys::SigningKey;
use super::metadata::{Known, with_new_keys};
use super::{Asked, Error, http};
use crate::clock::Clock;
use crate::config::{Hidden, Provider};

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
    access_token: String,
}

/// What a back channel says when it says no.
#[derive(Deserialize)]
struct Fault {
    error: String,
    #[serde(default)]
    error_description: String,
}

/// Fields and headers of a request that is being made.
type Parts<'a> = (&'a mut Vec<(String, String)>, &'a mut Vec<(&'static str, String)>);

/// An assertion is good for so many seconds.
const ASSERTED: i64 = 30;

/// Exchanges the code, and holds what comes against what was asked.
pub async fn vouched(
    provider: &Provider,
    known: &Known,
    clock: &Clock,
    (asked, code): (&Asked<'_>, &str),
) -> Result<Vouched, Error> {
    let tokens = exchange(provider, known, clock, (asked, code)).await?;
    let now = clock.now();
    let held = claims::hold(provider, known, &tokens.id_token, (asked.nonce, now));
    let mut vouched = match held {
        Ok(vouched) => vouched,
        Err(Refused::NoKey) => match with_new_keys(provider, known, now).await? {
            Some(anew) => claims::hold(provider, &anew, &tokens.id_token, (asked.nonce, now))?,
            None => return Err(Refused::NoKey.into()),
        },
        Err(refused) => return Err(refused.into()),
    };
    // Bound tokens are of use at the token endpoint alone, for us.
    let asks_more = vouched.email.is_none() && provider.scopes().iter().any(|one| one == "email");
    let endpoint = known.metadata.userinfo_endpoint.as_ref();
    if let Some(endpoint) = endpoint.filter(|_| asks_more && !provider.dpop) {
        let more: claims::UserInfo = http::get(endpoint, Some(&tokens.access_token)).await?;
        vouched.take_more(more)?;
    }
    Ok(vouched)
}

async fn exchange(
    provider: &Provider,
    known: &Known,
    clock: &Clock,
    (asked, code): (&Asked<'_>, &str),
) -> Result<Tokens, Error> {
    let endpoint = &known.metadata.token_endpoint;
    let own_key = if provider.dpop { Some(SigningKey::new()?) } else { None };
    let mut nonce = None;
    // A provider that wants a nonce in the proof says which, once.
    for is_last in [false, true] {
        let mut fields: Vec<(String, String)> = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", asked.back),
            ("code_verifier", asked.verifier),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        let mut headers = Vec::new();
        authenticate(provider, known, clock, (&mut fields, &mut headers)).await?;
        if let Some(key) = &own_key {
            headers.push(("dpop", proof(key, clock, endpoint, nonce.as_deref())?));
        }
        let answer = http::post(endpoint, &fields, &headers).await?;
        if answer.status.is_success() {
            return http::read(endpoint, &answer.body);
        }
        let wanted = answer.headers.get("dpop-nonce").and_then(|value| value.to_str().ok());
        match wanted.filter(|_| own_key.is_some() && !is_last) {
            Some(wanted) => nonce = Some(wanted.to_owned()),
            None => return Err(Error::Wrong(format!("{endpoint}: {}", fault(&answer)))),
        }
    }
    Err(Error::Wrong(format!("{endpoint} wants ever more nonces")))
}

/// The proof that whoever asks has the key (RFC 9449).
fn proof(
    key: &SigningKey,
    clock: &Clock,
    endpoint: &str,
    nonce: Option<&str>,
) -> Result<String, Error> {
    let header = json!({ "typ": "dpop+jwt", "alg": "ES256", "jwk": key.public() });
    let mut claims = json!({
        "jti": clock.random_id(), "htm": "POST", "htu": endpoint,
        "iat": clock.now().unix_timestamp(),
    });
    if let Some(nonce) = nonce {
        claims["nonce"] = nonce.into();
    }
    key.sign(&header, &claims)
}

/// Says who we are: by a key of ours, else by a secret.
pub async fn authenticate(
    provider: &Provider,
    known: &Known,
    clock: &Clock,
    (fields, headers): Parts<'_>,
) -> Result<(), Error> {
    // A request that is pushed says who we are already, and nothing may stand twice (RFC 6749, 3.1).
    let mut add = |name: &str, value: &str| {
        if !fields.iter().any(|(there, _)| there == name) {
            fields.push((name.to_owned(), value.to_owned()));
        }
    };
    if let Some(file) = &provider.private_key_file {
        let key = SigningKey::read(file).await?;
        let mut header = json!({ "alg": "ES256", "typ": "JWT" });
        if let Some(id) = &provider.key_id {
            header["kid"] = id.as_str().into();
        }
        let now = clock.now().unix_timestamp();
        let claims = json!({
            "iss": provider.client_id, "sub": provider.client_id, "aud": provider.issuer,
            "jti": clock.random_id(), "iat": now, "nbf": now, "exp": now + ASSERTED,
        });
        add("client_id", &provider.client_id);
        add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        add("client_assertion", &key.sign(&header, &claims)?);
        return Ok(());
    }
    let secret = provider.client_secret.as_ref().map_or("", Hidden::reveal);
    let methods = &known.metadata.token_endpoint_auth_methods_supported;
    let takes = |method: &str| methods.iter().any(|one| one == method);
    if takes("client_secret_post") && !takes("client_secret_basic") {
        add("client_id", &provider.client_id);
        add("client_secret", secret);
    } else {
        let encoded =
            |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let pair = format!("{}:{}", encoded(&provider.client_id), encoded(secret));
        headers.push(("authorization", format!("Basic {}", STANDARD.encode(pair))));
    }
    Ok(())
}

/// What went wrong, as the log is told: never what was sent.
pub fn fault(answer: &Answer) -> String {
    match serde_json::from_slice::<Fault>(&answer.body) {
        Ok(Fault { error, error_description }) => format!("{error} {error_description}"),
        Err(_) => answer.status.to_string(),
    }
}
