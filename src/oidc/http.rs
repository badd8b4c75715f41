//! Requests to providers: by https, or to this very machine; no redirects, little time, and little is read.

use std::sync::LazyLock;
use std::time::Duration;

use reqwest::header::HeaderMap;
use reqwest::{Client, StatusCode, redirect};
use serde::de::DeserializeOwned;

use super::Error;
use crate::config::providers::is_safe;

/// More than any answer of theirs.
const MOST: usize = 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

static CLIENT: LazyLock<Result<Client, String>> = LazyLock::new(|| {
    // Only the first of them counts, and all are the same.
    rustls::crypto::ring::default_provider().install_default().ok();
    let client = Client::builder()
        .redirect(redirect::Policy::none())
        .timeout(PATIENCE)
        .pool_max_idle_per_host(0)
        .user_agent("padriver");
    client.build().map_err(|error| error.to_string())
});

fn away(error: impl std::fmt::Display) -> Error {
    Error::Away(error.to_string())
}

async fn send(
    make: impl FnOnce(&Client) -> reqwest::RequestBuilder,
    address: &str,
) -> Result<Answer, Error> {
    if !is_safe(address) {
        return Err(Error::Wrong(format!("{address} is not https")));
    }
    let client = CLIENT.as_ref().map_err(away)?;
    let mut response = make(client).send().await.map_err(away)?;
    let (status, headers) = (response.status(), response.headers().clone());
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(away)? {
        body.extend_from_slice(&chunk);
        if body.len() > MOST {
            return Err(Error::Wrong(format!("{address} says too much")));
        }
    }
    if status.is_server_error() {
        return Err(Error::Away(format!("{address}: {status}")));
    }
    Ok(Answer { status, headers, body })
}

/// A document; with what lets us have it, where that is asked for.
pub async fn get<T: DeserializeOwned>(address: &str, bearer: Option<&str>) -> Result<T, Error> {
    let make = |client: &Client| {
        let request = client.get(address).header("accept", "application/json");
        match bearer {
            Some(token) => request.header("authorization", format!("Bearer {token}")),
            None => request,
        }
    };
    let answer = send(make, address).await?;
    if answer.status != StatusCode::OK {
        return Err(Error::Away(format!("{address}: {}", answer.status)));
    }
    read(address, &answer.body)
}

/// A form, as back channels take it.
pub async fn post(
    address: &str,
    fields: &[(String, String)],
    headers: &[(&'static str, String)],
) -> Result<Answer, Error> {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let make = |client: &Client| {
        let kind = "application/x-www-form-urlencoded";
        let request = client.post(address).header("content-type", kind);
        let request = request.header("accept", "application/json").body(body);
        headers.iter().fold(request, |request, (name, value)| request.header(*name, value))
    };
    send(make, address).await
}

pub fn read<T: DeserializeOwned>(address: &str, body: &[u8]) -> Result<T, Error> {
    serde_json::from_slice(body).map_err(|error| Error::Wrong(format!("{address}: {error}")))
}
