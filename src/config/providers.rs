//! Settings for those who vouch for people (OpenID Connect): which there are, and what is usual with each kind.

use std::fmt;
use std::path::PathBuf;

use serde::Deserialize;

/// One provider, as it stands under `[[provider]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Provider {
    /// In addresses: `id-porten`.
    pub name: String,
    #[serde(default)]
    pub profile: Profile,
    pub issuer: String,
    pub client_id: String,
    /// On the button.
    pub label: Option<String>,
    pub client_secret: Option<Hidden>,
    /// A key of ours (EC P-256, PKCS #8, PEM) that says who we are, in place of a secret.
    pub private_key_file: Option<PathBuf>,
    /// What the provider calls that key.
    pub key_id: Option<String>,
    pub scopes: Option<Vec<String>>,
    /// The levels (`acr`) that will do; the first is asked for.
    pub levels: Option<Vec<String>>,
    /// Those that are worth as much as two steps.
    pub strong_levels: Option<Vec<String>>,
    /// JSON, for a provider that is asked on whose behalf somebody comes.
    pub authorization_details: Option<String>,
    /// Tokens are bound to a key of each log-in.
    #[serde(default)]
    pub dpop: bool,
    /// May somebody who is new come in by it? Without it where anybody may have an account.
    pub makes_accounts: Option<bool>,
    /// Sites that a form may lead to by way of it, besides that of the issuer.
    pub leads_to: Option<Vec<String>>,
    /// The site that may have our logging out in a frame.
    pub framed_by: Option<String>,
}

/// What is usual with a kind of provider.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    #[default]
    Plain,
    IdPorten,
    Ansattporten,
    #[serde(rename = "helseid")]
    HelseId,
    Feide,
    Entra,
}

/// A secret: it is never written to a log.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Hidden(String);

impl Hidden {
    pub fn new(secret: &str) -> Self {
        Self(secret.to_owned())
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

const SUBSTANTIAL: &str = "idporten-loa-substantial";
/// What ID-porten calls its highest level.
pub const HIGH: &str = "idporten-loa-high";
/// Ansattporten is asked by ID-porten's names, and may still answer by the short ones that it had before.
const SHORT_SUBSTANTIAL: &str = "substantial";
const SHORT_HIGH: &str = "high";
/// What Feide calls a log-in with more than a password.
const FEIDE_TWO_STEPS: &str = "urn:mace:feide.no:auth:level:fad08:3";

impl Profile {
    fn label(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::IdPorten => "ID-porten",
            Self::Ansattporten => "Ansattporten",
            Self::HelseId => "HelseID",
            Self::Feide => "Feide",
            Self::Entra => "Microsoft",
        }
    }

    /// Never one that brings a national number along.
    fn scopes(self) -> &'static [&'static str] {
        match self {
            Self::IdPorten => &["openid", "no_pid"],
            Self::Ansattporten => &["openid"],
            Self::HelseId => &["openid", "profile", "helseid://scopes/identity/security_level"],
            Self::Plain | Self::Feide | Self::Entra => &["openid", "profile", "email"],
        }
    }

    fn levels(self) -> &'static [&'static str] {
        match self {
            Self::IdPorten => &[SUBSTANTIAL, HIGH],
            Self::Ansattporten => &[SUBSTANTIAL, HIGH, SHORT_SUBSTANTIAL, SHORT_HIGH],
            _ => &[],
        }
    }

    /// As the claim `acr`, the claim of a security level, or one of `amr` or `acrs` says it. Whoever
    /// comes to Ansattporten by Entra (`entraid`) has a level that nobody vouches for.
    fn strong_levels(self) -> &'static [&'static str] {
        match self {
            Self::IdPorten | Self::Ansattporten => self.levels(),
            Self::HelseId => &["3", "4"],
            Self::Feide => &[FEIDE_TWO_STEPS],
            Self::Entra => &["mfa"],
            Self::Plain => &[],
        }
    }

    fn leads_to(self) -> &'static [&'static str] {
        match self {
            Self::IdPorten => &["https://login.idporten.no"],
            Self::Ansattporten => &["https://login.ansattporten.no"],
            _ => &[],
        }
    }
}

fn given_or(given: Option<&Vec<String>>, usual: &[&'static str]) -> Vec<String> {
    given.cloned().unwrap_or_else(|| usual.iter().map(|one| (*one).to_owned()).collect())
}

impl Provider {
    pub fn label(&self) -> &str {
        let usual = Some(self.profile.label()).filter(|label| !label.is_empty());
        self.label.as_deref().or(usual).unwrap_or(&self.name)
    }

    pub fn scopes(&self) -> Vec<String> {
        given_or(self.scopes.as_ref(), self.profile.scopes())
    }

    pub fn levels(&self) -> Vec<String> {
        given_or(self.levels.as_ref(), self.profile.levels())
    }

    /// Is it the level that lets no session last long?
    pub fn is_high(&self, level: &str) -> bool {
        level == HIGH || self.profile == Profile::Ansattporten && level == SHORT_HIGH
    }

    pub fn strong_levels(&self) -> Vec<String> {
        given_or(self.strong_levels.as_ref(), self.profile.strong_levels())
    }

    /// The site of the issuer, and others on the way.
    pub fn origins(&self) -> Vec<String> {
        let mut origins = given_or(self.leads_to.as_ref(), self.profile.leads_to());
        origins.extend(origin(&self.issuer));
        origins
    }

    pub fn framed_by(&self) -> Option<String> {
        let usual = || self.profile.leads_to().first().map(|site| (*site).to_owned());
        self.framed_by.clone().or_else(usual).or_else(|| origin(&self.issuer))
    }

    fn check(&self) -> Result<(), String> {
        let is_sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.name.is_empty() || !self.name.chars().all(is_sound) {
            return Err("name: small letters, digits and - only, for it stands in addresses".into());
        }
        if !is_safe(&self.issuer) || self.issuer.contains(['?', '#', '\\']) {
            return Err(format!("issuer: {:?} must start with https://", self.issuer));
        }
        let mut sites = self.leads_to.iter().flatten().chain(&self.framed_by);
        if let Some(odd) = sites.find(|site| origin(site).as_deref() != Some(site.as_str())) {
            return Err(format!("{odd:?} is no site, as in https://login.idporten.no"));
        }
        match (&self.client_secret, &self.private_key_file) {
            (Some(_), Some(_)) => Err("client-secret or private-key-file, not both".into()),
            (None, None) => Err("client-secret or private-key-file is missing".into()),
            (Some(_), None) if self.profile == Profile::HelseId => {
                Err("HelseID takes no client-secret: give it a private-key-file".into())
            }
            _ => Ok(()),
        }
    }
}

/// Https, or this very machine.
pub fn is_safe(address: &str) -> bool {
    let host = |rest: &str| {
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let authority = &rest[..end];
        let is_port = |port: &str| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
        let parts = authority.rsplit_once(':').filter(|(_, port)| is_port(port));
        let name = parts.map_or(authority, |(name, _)| name);
        matches!(name, "127.0.0.1" | "localhost" | "[::1]")
    };
    address.starts_with("https://") || address.strip_prefix("http://").is_some_and(host)
}

/// `https://idporten.no` of whatever stands behind it.
fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next().filter(|authority| !authority.is_empty())?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    let is_sound = is_safe(address) && authority.chars().all(is_plain);
    is_sound.then(|| format!("{scheme}://{authority}"))
}

/// Each by itself, and no two of a name.
pub(super) fn checked(providers: Vec<Provider>) -> Result<Vec<Provider>, String> {
    for (at, one) in providers.iter().enumerate() {
        one.check().map_err(|why| format!("provider: {}: {why}", one.name))?;
        if providers[..at].iter().any(|other| other.name == one.name) {
            return Err(format!("provider: {}: there are two of that name", one.name));
        }
    }
    Ok(providers)
}
