//! A provider of the tests' own on loopback (OpenID Connect): it demands all that it may, and lies when told to.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::clock::Clock;
use crate::config;
use crate::oidc::keys::SigningKey;

pub const CLIENT: &str = "padriver";
const SECRET: &str = "hemmelig & rart";
/// Whom it vouches for.
pub const SUBJECT: &str = "sub-1";

/// By what a token is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// The key that it tells of.
    Own,
    /// Another, under the name of that.
    Other,
    /// Nothing at all.
    Unsigned,
    /// The secret that both know.
    Shared,
    /// Its public key, which everybody knows, as if that were a secret.
    PublicKey,
}

type Bend = Arc<dyn Fn(&mut Value) + Send + Sync>;

struct Inner {
    issuer: String,
    clock: Clock,
    key: SigningKey,
    key_id: String,
    /// What it says of itself, besides the usual.
    metadata: Value,
    /// Does what it likes with the claims of a token.
    bend: Bend,
    signed: Signed,
    userinfo: Value,
    /// What was asked, by the code that it gave or by where it keeps it.
    asked: BTreeMap<String, HashMap<String, String>>,
    /// Assertions and proofs that it has seen: none is taken twice.
    seen: Vec<String>,
    wants_dpop: bool,
    count: u32,
}

pub struct Provider {
    pub issuer: String,
    inner: Shared,
    task: JoinHandle<()>,
}

type Shared = Arc<Mutex<Inner>>;

fn lock(shared: &Shared) -> MutexGuard<'_, Inner> {
    shared.lock().unwrap()
}

impl Provider {
    pub async fn start(clock: &Clock) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let inner = Inner {
            issuer: issuer.clone(),
            clock: clock.clone(),
            key: SigningKey::new().unwrap(),
            key_id: "first".to_owned(),
            metadata: json!({}),
            bend: Arc::new(|_: &mut Value| {}),
            signed: Signed::Own,
            userinfo: json!({ "sub": SUBJECT }),
            asked: BTreeMap::new(),
            seen: Vec::new(),
            wants_dpop: false,
            count: 0,
        };
        let inner = Arc::new(Mutex::new(inner));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(metadata))
            .route("/jwks", get(jwks))
            .route("/par", post(pushed))
            .route("/token", post(token))
            .route("/userinfo", get(userinfo))
            .with_state(Arc::clone(&inner));
        let task = tokio::spawn(async move {
            axum::serve(listener, router).await.unwrap();
        });
        Self { issuer, inner, task }
    }

    /// As our settings name it.
    pub fn settings(&self, profile: config::Profile) -> config::Provider {
        config::Provider {
            name: "double".to_owned(),
            profile,
            issuer: self.issuer.clone(),
            client_id: CLIENT.to_owned(),
            label: Some("Dobbeltgjengeren".to_owned()),
            client_secret: Some(config::Hidden::new(SECRET)),
            private_key_file: None,
            key_id: None,
            scopes: None,
            levels: None,
            strong_levels: None,
            authorization_details: None,
            dpop: false,
            makes_accounts: None,
            leads_to: None,
            framed_by: None,
        }
    }

    /// From the next token on.
    pub fn bend(&self, bend: impl Fn(&mut Value) + Send + Sync + 'static) {
        lock(&self.inner).bend = Arc::new(bend);
    }

    pub fn sign_by(&self, signed: Signed) {
        lock(&self.inner).signed = signed;
    }

    /// A new key, under another name.
    pub fn rotate(&self) {
        let mut inner = lock(&self.inner);
        inner.key = SigningKey::new().unwrap();
        inner.key_id = "second".to_owned();
    }

    /// What it says of itself besides the usual, or instead.
    pub fn say(&self, metadata: Value) {
        lock(&self.inner).metadata = metadata;
    }

    pub fn tell_more(&self, userinfo: Value) {
        lock(&self.inner).userinfo = userinfo;
    }

    pub fn want_dpop(&self) {
        lock(&self.inner).wants_dpop = true;
    }

    /// Somebody comes to this address and logs in there: where the browser is sent back to.
    pub fn log_in(&self, location: &str) -> String {
        let mut inner = lock(&self.inner);
        let start = format!("{}/authorize?", self.issuer);
        let query = location.strip_prefix(&start).unwrap_or_else(|| panic!("{location}"));
        let mut asked = pairs(query.as_bytes());
        if let Some(kept) = asked.remove("request_uri") {
            asked = inner.asked.remove(&kept).expect("it was pushed, and comes once");
        }
        demand(&asked);
        inner.count += 1;
        let code = format!("code-{}", inner.count);
        let mut back = form_urlencoded::Serializer::new(String::new());
        back.append_pair("code", &code).append_pair("state", &asked["state"]);
        back.append_pair("iss", &self.issuer);
        let site = asked["redirect_uri"].strip_prefix("https://padriver.example").unwrap();
        let there = format!("{site}?{}", back.finish());
        inner.asked.insert(code, asked);
        there
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn pairs(text: &[u8]) -> HashMap<String, String> {
    form_urlencoded::parse(text).into_owned().collect()
}

/// What the strictest of them demand.
fn demand(asked: &HashMap<String, String>) {
    for (name, value) in [
        ("response_type", "code"),
        ("client_id", CLIENT),
        ("code_challenge_method", "S256"),
        ("redirect_uri", "https://padriver.example/innlogging/double"),
    ] {
        assert_eq!(asked.get(name).map(String::as_str), Some(value), "{name}");
    }
    for (name, least) in [("state", 32), ("nonce", 32), ("code_challenge", 43)] {
        assert!(asked[name].len() >= least && !asked[name].contains('='), "{name}");
    }
    let scopes: Vec<&str> = asked["scope"].split(' ').collect();
    assert!(scopes.contains(&"openid") && !scopes.contains(&"pid"));
    assert!(["nb", "nn nb", "se nb", "en"].contains(&asked["ui_locales"].as_str()));
}

async fn metadata(State(inner): State<Shared>) -> Json<Value> {
    let inner = lock(&inner);
    let at = |path: &str| format!("{}/{path}", inner.issuer);
    let mut said = json!({
        "issuer": inner.issuer, "authorization_endpoint": at("authorize"),
        "token_endpoint": at("token"), "jwks_uri": at("jwks"), "userinfo_endpoint": at("userinfo"),
        "end_session_endpoint": at("end"),
        "id_token_signing_alg_values_supported": ["ES256"],
        "authorization_response_iss_parameter_supported": true,
    });
    for (name, value) in inner.metadata.as_object().unwrap() {
        said[name] = value.clone();
    }
    Json(said)
}

async fn jwks(State(inner): State<Shared>) -> Json<Value> {
    let inner = lock(&inner);
    let mut key = inner.key.public();
    key["kid"] = inner.key_id.as_str().into();
    key["use"] = "sig".into();
    key["alg"] = "ES256".into();
    Json(json!({ "keys": [{ "kty": "unheard-of" }, key] }))
}

fn no(why: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": why }))).into_response()
}

/// The claims of a token of theirs, once.
fn opened(inner: &mut Inner, token: &str) -> Option<(Value, Value)> {
    if inner.seen.iter().any(|one| one == token) {
        return None;
    }
    inner.seen.push(token.to_owned());
    let part = |n: usize| {
        let bytes = URL_SAFE_NO_PAD.decode(token.split('.').nth(n)?).ok()?;
        serde_json::from_slice::<Value>(&bytes).ok()
    };
    Some((part(0)?, part(1)?))
}

/// Is it we who ask? By the secret, or by an assertion that is short and comes once.
fn is_ours(inner: &mut Inner, headers: &HeaderMap, form: &HashMap<String, String>) -> bool {
    if let Some(assertion) = form.get("client_assertion") {
        let Some((header, claims)) = opened(inner, assertion) else { return false };
        let lasts = claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap();
        return header["alg"] == "ES256"
            && claims["iss"] == CLIENT
            && claims["sub"] == CLIENT
            && claims["aud"] == inner.issuer.as_str()
            && lasts <= 60;
    }
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let pair = format!("{}:{}", encoded(CLIENT), encoded(SECRET));
    let wanted = format!("Basic {}", STANDARD.encode(pair));
    let given = headers.get("authorization").and_then(|given| given.to_str().ok());
    given == Some(wanted.as_str())
}

/// The fields of a form, in which none may stand twice.
fn once(fields: Vec<(String, String)>) -> Option<HashMap<String, String>> {
    let count = fields.len();
    let form: HashMap<String, String> = fields.into_iter().collect();
    (form.len() == count).then_some(form)
}

async fn pushed(
    State(inner): State<Shared>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let mut inner = lock(&inner);
    let Some(form) = once(fields) else { return no("invalid_request") };
    if !is_ours(&mut inner, &headers, &form) {
        return no("invalid_client");
    }
    inner.count += 1;
    let kept = format!("urn:ietf:params:oauth:request_uri:{}", inner.count);
    inner.asked.insert(kept.clone(), form);
    (StatusCode::CREATED, Json(json!({ "request_uri": kept, "expires_in": 60 }))).into_response()
}

async fn token(
    State(inner): State<Shared>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let mut inner = lock(&inner);
    let Some(form) = once(fields) else { return no("invalid_request") };
    if !is_ours(&mut inner, &headers, &form) {
        return no("invalid_client");
    }
    if inner.wants_dpop {
        let proof = headers.get("dpop").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let Some((header, claims)) = opened(&mut inner, proof) else { return no("invalid_proof") };
        let endpoint = format!("{}/token", inner.issuer);
        let is_bound = header["typ"] == "dpop+jwt" && header["jwk"]["x"].is_string();
        if !is_bound || claims["htm"] != "POST" || claims["htu"] != endpoint.as_str() {
            return no("invalid_proof");
        }
        if claims["nonce"] != "en gang" {
            let mut response = no("use_dpop_nonce");
            response.headers_mut().insert("dpop-nonce", "en gang".parse().unwrap());
            return response;
        }
    }
    let code = form.get("code").cloned().unwrap_or_default();
    let Some(asked) = inner.asked.remove(&code) else { return no("invalid_grant") };
    let verifier = form.get("code_verifier").cloned().unwrap_or_default();
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
    let is_same = form.get("redirect_uri") == asked.get("redirect_uri");
    if challenge != asked["code_challenge"] || !is_same {
        return no("invalid_grant");
    }
    let id_token = inner.id_token(&asked["nonce"]);
    Json(json!({ "id_token": id_token, "access_token": "a", "token_type": "Bearer" }))
        .into_response()
}

async fn userinfo(State(inner): State<Shared>, headers: HeaderMap) -> Response {
    match headers.get("authorization").and_then(|value| value.to_str().ok()) {
        Some("Bearer a") => Json(lock(&inner).userinfo.clone()).into_response(),
        _ => StatusCode::UNAUTHORIZED.into_response(),
    }
}

impl Inner {
    fn id_token(&self, nonce: &str) -> String {
        let now = self.clock.now().unix_timestamp();
        let mut claims = json!({
            "iss": self.issuer, "sub": SUBJECT, "aud": CLIENT, "exp": now + 300, "iat": now,
            "nonce": nonce, "sid": "sid-1", "acr": "idporten-loa-substantial",
        });
        (self.bend)(&mut claims);
        let header = |alg: &str| json!({ "alg": alg, "kid": self.key_id });
        let part = |value: Value| URL_SAFE_NO_PAD.encode(value.to_string());
        match self.signed {
            Signed::Own => self.key.sign(&header("ES256"), &claims).unwrap(),
            Signed::Other => SigningKey::new().unwrap().sign(&header("ES256"), &claims).unwrap(),
            Signed::Unsigned => format!("{}.{}.", part(header("none")), part(claims)),
            Signed::Shared | Signed::PublicKey => {
                let said = format!("{}.{}", part(header("HS256")), part(claims));
                let secret = match self.signed {
                    Signed::Shared => SECRET.to_owned(),
                    _ => self.key.public().to_string(),
                };
                let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, secret.as_bytes());
                let tag = ring::hmac::sign(&key, said.as_bytes());
                format!("{said}.{}", URL_SAFE_NO_PAD.encode(tag))
            }
        }
    }
}
