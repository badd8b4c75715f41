//! The settings as a file, without what must stay secret: to know again how the site was set up.

use serde::Serialize;

use crate::config::{RateLimits, Settings};

/// By the names that a settings file has them.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Told<'a> {
    database: String,
    data_dir: String,
    files: String,
    listen: String,
    internal_listen: String,
    public_url: Option<&'a str>,
    smtp_url: Option<String>,
    mail_from: &'a str,
    trusted_proxies: String,
    accessibility_statement: Option<&'a str>,
    feedback_address: Option<&'a str>,
    log_format: &'static str,
    max_file_size: u64,
    page_cache: u64,
    index_snapshot: u64,
    small_numbers: u32,
    limits: RateLimits,
}

/// As a settings file. Passwords in addresses are left out, and all parameters behind a `?`.
pub fn without_secrets(settings: &Settings) -> Result<String, super::Error> {
    let proxies: Vec<String> = settings.trusted_proxies.iter().map(ToString::to_string).collect();
    let told = Told {
        database: bare(&settings.database),
        data_dir: settings.data_dir.display().to_string(),
        files: settings.files.to_string(),
        listen: settings.listen.to_string(),
        internal_listen: settings.internal_listen.to_string(),
        public_url: settings.public_url.as_deref(),
        smtp_url: settings.smtp_url.as_deref().map(bare),
        mail_from: &settings.mail_from,
        trusted_proxies: proxies.join(", "),
        accessibility_statement: settings.accessibility_statement.as_deref(),
        feedback_address: settings.feedback_address.as_deref(),
        log_format: if settings.json_logs { "json" } else { "text" },
        max_file_size: settings.max_file_size >> 20,
        page_cache: settings.page_cache >> 20,
        index_snapshot: settings.index_snapshot.map_or(0, |every| every.as_secs() / 60),
        small_numbers: settings.small_numbers,
        limits: settings.limits,
    };
    let text = toml::to_string_pretty(&told).map_err(|e| super::Error::Failed(e.to_string()))?;
    Ok(format!("# How the site was set up. Passwords are not here.\n{text}"))
}

/// An address without its password and without what stands behind the `?`.
fn bare(address: &str) -> String {
    let address = address.split_once('?').map_or(address, |(before, _)| before);
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let Some((who, host)) = rest.rsplit_once('@') else { return address.to_owned() };
    let user = who.split_once(':').map_or(who, |(user, _)| user);
    format!("{scheme}://{user}@{host}")
}
