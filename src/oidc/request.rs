//! What a provider is asked: the address that the browser is led to, and the one that ends the session there.

use form_urlencoded::Serializer;
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use serde::Deserialize;

use super::metadata::Known;
use super::{Error, http, token};
use crate::clock::Clock;
use crate::config::{Profile, Provider};
use crate::i18n::Lang;

/// What is asked, besides what the settings say.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    pub state: &'a str,
    pub nonce: &'a str,
    pub verifier: &'a str,
    /// Where the browser is to be sent back to.
    pub back: &'a str,
    pub lang: Lang,
}

/// Where the provider keeps what was asked (RFC 9126).
#[derive(Deserialize)]
struct Pushed {
    request_uri: String,
}

/// Where the browser is led to log in. What is asked goes ahead by the back channel where that can be.
pub async fn address_of_login(
    provider: &Provider,
    known: &Known,
    clock: &Clock,
    asked: &Asked<'_>,
) -> Result<String, Error> {
    let endpoint = &known.metadata.authorization_endpoint;
    let fields = fields(provider, asked);
    let Some(push) = &known.metadata.pushed_authorization_request_endpoint else {
        if provider.profile == Profile::HelseId {
            return Err(Error::Wrong("HelseID takes pushed requests, and tells of none".into()));
        }
        return Ok(with(endpoint, &fields));
    };
    let (mut pushed, mut headers) = (fields, Vec::new());
    token::authenticate(provider, known, clock, (&mut pushed, &mut headers)).await?;
    let answer = http::post(push, &pushed, &headers).await?;
    if !answer.status.is_success() {
        return Err(Error::Wrong(format!("{push}: {}", token::fault(&answer))));
    }
    let Pushed { request_uri } = http::read(push, &answer.body)?;
    let short = [("client_id", provider.client_id.as_str()), ("request_uri", request_uri.as_str())];
    Ok(with(endpoint, &short.map(|(name, value)| (name.to_owned(), value.to_owned()))))
}

fn fields(provider: &Provider, asked: &Asked<'_>) -> Vec<(String, String)> {
    let verifier = PkceCodeVerifier::new(asked.verifier.to_owned());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    let lang = match asked.lang {
        Lang::Nb => "nb",
        Lang::Nn => "nn nb",
        Lang::Se => "se nb",
        Lang::En => "en",
    };
    let mut fields = vec![
        ("response_type", "code".to_owned()),
        ("client_id", provider.client_id.clone()),
        ("redirect_uri", asked.back.to_owned()),
        ("scope", provider.scopes().join(" ")),
        ("state", asked.state.to_owned()),
        ("nonce", asked.nonce.to_owned()),
        ("code_challenge", challenge.as_str().to_owned()),
        ("code_challenge_method", "S256".to_owned()),
        ("ui_locales", lang.to_owned()),
    ];
    if let Some(level) = provider.levels().into_iter().next() {
        fields.push(("acr_values", level));
    }
    if let Some(details) = &provider.authorization_details {
        fields.push(("authorization_details", details.clone()));
    }
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Where the browser is led to log out there too; none for a provider that has no such place.
pub fn address_of_end(
    provider: &Provider,
    known: &Known,
    hint: Option<&str>,
    back: &str,
) -> Option<String> {
    let endpoint = known.metadata.end_session_endpoint.as_ref()?;
    let mut fields = vec![
        ("client_id".to_owned(), provider.client_id.clone()),
        ("post_logout_redirect_uri".to_owned(), back.to_owned()),
    ];
    fields.extend(hint.map(|hint| ("id_token_hint".to_owned(), hint.to_owned())));
    Some(with(endpoint, &fields))
}

fn with(endpoint: &str, fields: &[(String, String)]) -> String {
    let query = Serializer::new(String::new()).extend_pairs(fields).finish();
    let between = if endpoint.contains('?') { '&' } else { '?' };
    format!("{endpoint}{between}{query}")
}
