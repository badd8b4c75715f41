//! A passkey of a test's own: makes a key and signs with it as a phone does (`WebAuthn`, attestation «none»).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING as ES256, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The site that it is bound to, as `TestApp` is called.
const DOMAIN: &str = "padriver.example";

/// What an authenticator says of itself: somebody was there, it was its owner, and a key comes along.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const WITH_KEY: u8 = 0x40;

pub struct Passkey {
    pair: EcdsaKeyPair,
    id: [u8; 16],
    pub counter: u32,
    pub origin: String,
    /// Has its owner shown a finger, a face or a PIN?
    pub is_verified: bool,
}

impl Passkey {
    pub fn new(id: u8) -> Self {
        let chance = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ES256, &chance).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ES256, made.as_ref(), &chance).unwrap();
        let origin = format!("https://{DOMAIN}");
        Self { pair, id: [id; 16], counter: 1, origin, is_verified: true }
    }

    fn client_data(&self, kind: &str, options: &Value) -> String {
        let challenge = &options["publicKey"]["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
    }

    fn authenticator_data(&self, more: u8) -> Vec<u8> {
        let verified = if self.is_verified { VERIFIED } else { 0 };
        let mut data = Sha256::digest(DOMAIN.as_bytes()).to_vec();
        data.push(PRESENT | verified | more);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// Makes the key that was asked for: what the browser sends back.
    pub fn create(&self, options: &Value) -> String {
        let mut data = self.authenticator_data(WITH_KEY);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(self.id);
        // COSE: EC2, ES256, P-256, x, y.
        let point: &[u8] = self.pair.public_key().as_ref();
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point[33..65]);
        // CBOR: {"fmt": "none", "attStmt": {}, "authData": …}
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(&data);
        let id = BASE64.encode(self.id);
        json!({
            "id": id, "rawId": id, "type": "public-key", "extensions": {},
            "response": {
                "attestationObject": BASE64.encode(object),
                "clientDataJSON": BASE64.encode(self.client_data("webauthn.create", options)),
            },
        })
        .to_string()
    }

    /// Signs what was asked.
    pub fn show(&mut self, options: &Value) -> String {
        self.counter += 1;
        let (client, data) =
            (self.client_data("webauthn.get", options), self.authenticator_data(0));
        let signed = [data.as_slice(), &Sha256::digest(client.as_bytes())[..]].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &signed).unwrap();
        let id = BASE64.encode(self.id);
        json!({
            "id": id, "rawId": id, "type": "public-key", "extensions": {},
            "response": {
                "authenticatorData": BASE64.encode(data),
                "clientDataJSON": BASE64.encode(client),
                "signature": BASE64.encode(signature),
                "userHandle": null,
            },
        })
        .to_string()
    }
}
