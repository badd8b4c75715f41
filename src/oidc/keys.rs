//! Keys of ours, by which a provider knows us and by which tokens are bound (ES256).

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING as ES256, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};

use super::Error;

pub struct SigningKey(EcdsaKeyPair);

fn broken(why: impl std::fmt::Display) -> Error {
    Error::Away(format!("our own key: {why}"))
}

impl SigningKey {
    /// From a file in PKCS #8, PEM. It is read each time, so that a new one counts at once.
    pub async fn read(file: &Path) -> Result<Self, Error> {
        let text = tokio::fs::read_to_string(file).await.map_err(broken)?;
        let lines = text.lines().filter(|line| !line.starts_with("-----"));
        let inside: String = lines.map(str::trim).collect();
        let bytes = STANDARD.decode(inside).map_err(broken)?;
        Self::of(&bytes)
    }

    /// One that is used for a single log-in.
    pub fn new() -> Result<Self, Error> {
        let made = EcdsaKeyPair::generate_pkcs8(&ES256, &SystemRandom::new()).map_err(broken)?;
        Self::of(made.as_ref())
    }

    fn of(bytes: &[u8]) -> Result<Self, Error> {
        EcdsaKeyPair::from_pkcs8(&ES256, bytes, &SystemRandom::new()).map(Self).map_err(broken)
    }

    /// The public half (RFC 7517).
    pub fn public(&self) -> Value {
        let point: &[u8] = self.0.public_key().as_ref();
        let part = |from: usize| URL_SAFE_NO_PAD.encode(point.get(from..from + 32).unwrap_or(&[]));
        json!({ "kty": "EC", "crv": "P-256", "x": part(1), "y": part(33) })
    }

    /// A token of ours (RFC 7515).
    pub fn sign(&self, header: &Value, claims: &Value) -> Result<String, Error> {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let said = format!("{}.{}", part(header), part(claims));
        let signature = self.0.sign(&SystemRandom::new(), said.as_bytes()).map_err(broken)?;
        Ok(format!("{said}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }
}
