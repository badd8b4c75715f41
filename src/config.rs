//! Settings from flags, environment and a file, checked at start: each fault is one line with what to do.

mod people;
pub mod providers;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use ipnet::IpNet;
use serde::{Deserialize, Serialize};

use crate::files::Place;
use crate::scan::Scanner;

pub use people::People;
pub use providers::{Hidden, Profile, Provider};

/// What every command needs to know.
#[derive(Args, Clone, Debug, Default)]
pub struct Common {
    /// The database: `sqlite:FILE` or `postgres://USER@HOST/NAME` [default: `sqlite:DATA-DIR/padriver.db`]
    #[arg(
        long,
        global = true,
        env = "PADRIVER_DATABASE",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database: Option<String>,
    /// A copy of the database that pages are read from while it does not answer
    #[arg(
        long,
        global = true,
        env = "PADRIVER_DATABASE_REPLICA",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database_replica: Option<String>,
    /// Folder for the search index, files and mail [default: padriver-data]
    #[arg(long, global = true, env = "PADRIVER_DATA_DIR", value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    // The commands that read files call theirs `files`.
    /// Where files and pictures are kept: a folder, or `s3://BUCKET/PREFIX` with credentials and
    /// endpoint in the environment (`AWS_…`) [default: DATA-DIR/files]
    #[arg(
        id = "file_store",
        long = "files",
        global = true,
        env = "PADRIVER_FILES",
        value_name = "URL"
    )]
    pub files: Option<String>,
    /// A settings file (TOML); flags and environment win over it
    #[arg(long, global = true, env = "PADRIVER_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The largest file that an item may have, in MiB, from 1 to 200 [default: 25]
    #[arg(long, global = true, env = "PADRIVER_MAX_FILE_SIZE", value_name = "MIB")]
    pub max_file_size: Option<String>,
    /// Numbers of people below this, from 2 to 1000, are told of to nobody outside their team [default: 5]
    #[arg(long, global = true, env = "PADRIVER_SMALL_NUMBERS", value_name = "PEOPLE")]
    pub small_numbers: Option<String>,
}

/// What the server needs besides.
#[derive(Args, Clone, Debug, Default)]
pub struct Serving {
    /// Where the site answers [default: 127.0.0.1:8080]
    #[arg(long, env = "PADRIVER_LISTEN", value_name = "ADDR")]
    pub listen: Option<String>,
    /// Where liveness, readiness and metrics answer; keep it from the public [default: 127.0.0.1:8081]
    #[arg(long, env = "PADRIVER_INTERNAL_LISTEN", value_name = "ADDR")]
    pub internal_listen: Option<String>,
    /// The site's public address, as in `https://padriver.example.org` [default: `http://LISTEN`]
    #[arg(long, env = "PADRIVER_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// The mail server, as in `smtp://localhost:25`; without one, letters become files in DATA-DIR/mail
    #[arg(long, env = "PADRIVER_SMTP_URL", value_name = "URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// The sender of letters; without one, `Pådriver <ikke-svar@padriver.invalid>`
    #[arg(long, env = "PADRIVER_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// Limits on how often one visitor may ask: on or off [default: on]
    #[arg(long, env = "PADRIVER_RATE_LIMITS", value_name = "on|off")]
    pub rate_limits: Option<String>,
    /// Proxies whose X-Forwarded-For is believed: addresses and ranges, comma between
    #[arg(long, env = "PADRIVER_TRUSTED_PROXIES", value_name = "IP,IP/BITS,…")]
    pub trusted_proxies: Option<String>,
    /// The accessibility statement on uustatus.no, linked from every page
    #[arg(long, env = "PADRIVER_ACCESSIBILITY_STATEMENT", value_name = "URL")]
    pub accessibility_statement: Option<String>,
    /// Whom readers tell about faults and hindrances on the pages, shown at the foot of each
    #[arg(long, env = "PADRIVER_FEEDBACK_ADDRESS", value_name = "ADDRESS")]
    pub feedback_address: Option<String>,
    /// Memory for pages that are the same for all, in MiB, from 0 to 65536; 0 keeps none [default: 64]
    #[arg(long, env = "PADRIVER_PAGE_CACHE", value_name = "MIB")]
    pub page_cache: Option<String>,
    /// A virus scanner that speaks as clamd does: `tcp://HOST:PORT` or `unix:/PATH`; without one, files
    /// that people send in are looked at by us alone
    #[arg(long, env = "PADRIVER_VIRUS_SCANNER", value_name = "ADDR")]
    pub virus_scanner: Option<String>,
    /// How often a copy hands its search index to new ones, in minutes, from 0 to 10080; 0 is never
    /// [default: 60 with `PostgreSQL`, 0 with `SQLite`]
    #[arg(long, env = "PADRIVER_INDEX_SNAPSHOT", value_name = "MINUTES")]
    pub index_snapshot: Option<String>,
    /// Logs as json or text [default: json]
    #[arg(long, env = "PADRIVER_LOG_FORMAT", value_name = "json|text")]
    pub log_format: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Filed {
    database: Option<String>,
    database_replica: Option<String>,
    data_dir: Option<PathBuf>,
    files: Option<String>,
    listen: Option<String>,
    internal_listen: Option<String>,
    public_url: Option<String>,
    smtp_url: Option<String>,
    mail_from: Option<String>,
    rate_limits: Option<String>,
    trusted_proxies: Option<String>,
    accessibility_statement: Option<String>,
    feedback_address: Option<String>,
    log_format: Option<String>,
    virus_scanner: Option<String>,
    max_file_size: Option<u64>,
    page_cache: Option<u64>,
    index_snapshot: Option<u64>,
    small_numbers: Option<u64>,
    #[serde(default)]
    limits: RateLimits,
    #[serde(default)]
    people: People,
    #[serde(default)]
    provider: Vec<Provider>,
}

/// How often one visitor may ask: somebody who is known, else a network.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct RateLimits {
    pub on: bool,
    pub forms_per_hour: u32,
    pub searches_per_minute: u32,
    pub pdfs_per_minute: u32,
    /// Pages that cost far more to make than others.
    pub heavy_reads_per_minute: u32,
    /// How long such a page may take to make.
    pub heavy_read_seconds: u32,
    pub api_per_second: u32,
    pub api_burst: u32,
    pub api_here_per_second: u32,
    /// Forms, right or wrong, from one network.
    pub tip_tries_per_hour: u32,
    pub tips_per_network_per_day: u32,
    /// In the name of one address.
    pub tips_per_sender_per_day: u32,
    /// To one address.
    pub tips_per_address_per_day: u32,
    pub tips_in_all_per_hour: u32,
    /// Codes that somebody in one network asks for, and tries at typing them, apart.
    pub log_ins_per_network_per_hour: u32,
    /// Invitations that one person sends.
    pub invitations_per_hour: u32,
    /// Roles that one person asks for.
    pub role_requests_per_hour: u32,
    /// Files that one person sends in.
    pub uploads_per_hour: u32,
    /// Codes that confirm that an address is to follow something: to one address, that somebody in one
    /// network asks for, and of all together.
    pub follow_codes_per_address_per_day: u32,
    pub follow_codes_per_network_per_hour: u32,
    pub follow_codes_in_all_per_hour: u32,
}

impl Default for RateLimits {
    fn default() -> Self {
        Self {
            on: true,
            forms_per_hour: 20,
            searches_per_minute: 60,
            pdfs_per_minute: 20,
            heavy_reads_per_minute: 60,
            heavy_read_seconds: 10,
            api_per_second: 5,
            api_burst: 10,
            api_here_per_second: 1000,
            tip_tries_per_hour: 60,
            tips_per_network_per_day: 20,
            tips_per_sender_per_day: 10,
            tips_per_address_per_day: 3,
            tips_in_all_per_hour: 200,
            log_ins_per_network_per_hour: 600,
            invitations_per_hour: 60,
            role_requests_per_hour: 10,
            uploads_per_hour: 120,
            follow_codes_per_address_per_day: 5,
            follow_codes_per_network_per_hour: 20,
            follow_codes_in_all_per_hour: 200,
        }
    }
}

impl RateLimits {
    /// How long a heavy page may take to make; nought would let none through.
    pub fn heavy_read(&self) -> Duration {
        Duration::from_secs(self.heavy_read_seconds.max(1).into())
    }
}

/// The settings, whole and checked.
#[derive(Clone, Debug)]
pub struct Settings {
    pub database: String,
    pub database_replica: Option<String>,
    pub data_dir: PathBuf,
    /// Where files and pictures are kept.
    pub files: Place,
    pub listen: SocketAddr,
    pub internal_listen: SocketAddr,
    pub public_url: Option<String>,
    pub smtp_url: Option<String>,
    pub mail_from: String,
    pub limits: RateLimits,
    pub people: People,
    /// Those who vouch for people.
    pub providers: Vec<Provider>,
    pub trusted_proxies: Vec<IpNet>,
    pub accessibility_statement: Option<String>,
    pub feedback_address: Option<String>,
    /// Looks at what people send in.
    pub virus_scanner: Option<Scanner>,
    pub json_logs: bool,
    /// In bytes.
    pub max_file_size: u64,
    /// In bytes.
    pub page_cache: u64,
    /// How often the index is handed to new copies, if it is.
    pub index_snapshot: Option<Duration>,
    /// People that are fewer are told of to nobody outside their team.
    pub small_numbers: u32,
}

impl Settings {
    /// Flags and environment first, then the file, then what is usual.
    pub fn read(common: &Common, serving: &Serving) -> Result<Self, String> {
        let filed = match &common.config {
            Some(path) => file(path)?,
            None => Filed::default(),
        };
        let data_dir = common.data_dir.clone().or(filed.data_dir).unwrap_or("padriver-data".into());
        let database = common.database.clone().or(filed.database);
        let database = database
            .unwrap_or_else(|| format!("sqlite:{}", data_dir.join("padriver.db").display()));
        let or = |flag: &Option<String>, file: Option<String>| flag.clone().or(file);
        let file_place = match or(&common.files, filed.files) {
            Some(written) => {
                Place::parse(&written).map_err(|why| format!("files: the place {why}"))?
            }
            None => Place::Folder(data_dir.join("files")),
        };
        let mut limits = filed.limits;
        if let Some(on) = or(&serving.rate_limits, filed.rate_limits) {
            limits.on = choice("rate-limits", &on, "on", "off")?;
        }
        let log_format = or(&serving.log_format, filed.log_format).unwrap_or("json".into());
        let index_snapshot = snapshot(serving, filed.index_snapshot, &database)?;
        let trusted = or(&serving.trusted_proxies, filed.trusted_proxies).unwrap_or_default();
        Ok(Self {
            database,
            database_replica: or(&common.database_replica, filed.database_replica),
            data_dir,
            files: file_place,
            listen: address("listen", or(&serving.listen, filed.listen), "127.0.0.1:8080")?,
            internal_listen: address(
                "internal-listen",
                or(&serving.internal_listen, filed.internal_listen),
                "127.0.0.1:8081",
            )?,
            public_url: web_address("public-url", or(&serving.public_url, filed.public_url))?,
            smtp_url: or(&serving.smtp_url, filed.smtp_url),
            mail_from: or(&serving.mail_from, filed.mail_from)
                .unwrap_or("Pådriver <ikke-svar@padriver.invalid>".into()),
            limits,
            people: filed.people.checked()?,
            providers: providers::checked(filed.provider)?,
            trusted_proxies: proxies(&trusted)?,
            accessibility_statement: web_address(
                "accessibility-statement",
                or(&serving.accessibility_statement, filed.accessibility_statement),
            )?,
            feedback_address: mail_address(
                "feedback-address",
                or(&serving.feedback_address, filed.feedback_address),
            )?,
            virus_scanner: scanner(or(&serving.virus_scanner, filed.virus_scanner))?,
            json_logs: choice("log-format", &log_format, "json", "text")?,
            max_file_size: MAX_FILE_SIZE
                .read(common.max_file_size.as_deref(), filed.max_file_size)?,
            page_cache: PAGE_CACHE.read(serving.page_cache.as_deref(), filed.page_cache)?,
            index_snapshot,
            small_numbers: people(common.small_numbers.as_deref(), filed.small_numbers)?,
        })
    }

    /// The site's public address, without a `/` at its end.
    pub fn site(&self) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }

    /// One of those who vouch for people.
    pub fn provider(&self, name: &str) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.name == name)
    }

    /// The folder of a part of the data, such as `index`.
    pub fn folder(&self, part: &str) -> PathBuf {
        self.data_dir.join(part)
    }

    /// Where the catalogue is kept: beside the index, for it can be made anew as that can.
    pub fn catalogue_file(&self) -> PathBuf {
        self.folder("index").join("catalogue")
    }
}

fn file(path: &Path) -> Result<Filed, String> {
    let text = std::fs::read_to_string(path)
        .map_err(|e| format!("the settings file {} can't be read: {e}", path.display()))?;
    toml::from_str(&text)
        .map_err(|e| format!("the settings file {}: {}", path.display(), e.message()))
}

fn choice(name: &str, given: &str, yes: &str, no: &str) -> Result<bool, String> {
    match given {
        given if given == yes => Ok(true),
        given if given == no => Ok(false),
        _ => Err(format!("{name}: {given:?} is not one of {yes}, {no}")),
    }
}

/// A setting in MiB.
struct Megabytes {
    name: &'static str,
    usual: u64,
    least: u64,
    most: u64,
}

const MAX_FILE_SIZE: Megabytes =
    Megabytes { name: "max-file-size", usual: crate::files::MAX_SIZE >> 20, least: 1, most: 200 };

const PAGE_CACHE: Megabytes = Megabytes { name: "page-cache", usual: 64, least: 0, most: 65_536 };

impl Megabytes {
    /// In bytes.
    fn read(&self, given: Option<&str>, filed: Option<u64>) -> Result<u64, String> {
        let Self { name, usual, least, most } = self;
        let size = match given {
            Some(given) => given.trim().parse().ok(),
            None => Some(filed.unwrap_or(*usual)),
        };
        match size {
            Some(size) if (*least..=*most).contains(&size) => Ok(size << 20),
            _ => {
                let given =
                    given.map_or_else(|| filed.unwrap_or_default().to_string(), str::to_owned);
                Err(format!("{name}: {given:?} is not a number of MiB from {least} to {most}"))
            }
        }
    }
}

/// A SQLite file has one program, which keeps its index beside it.
fn snapshot(
    serving: &Serving,
    filed: Option<u64>,
    database: &str,
) -> Result<Option<Duration>, String> {
    let usual = if database.starts_with("sqlite:") { 0 } else { 60 };
    minutes("index-snapshot", serving.index_snapshot.as_deref(), filed.unwrap_or(usual))
}

/// 0 is never.
fn minutes(name: &str, given: Option<&str>, usual: u64) -> Result<Option<Duration>, String> {
    /// A week.
    const MOST: u64 = 10_080;
    let read = given.map_or(Some(usual), |given| given.trim().parse().ok());
    match read {
        Some(0) => Ok(None),
        Some(minutes @ 1..=MOST) => Ok(Some(Duration::from_mins(minutes))),
        _ => {
            let given = given.map_or_else(|| usual.to_string(), str::to_owned);
            Err(format!("{name}: {given:?} is not a number of minutes from 0 to {MOST}"))
        }
    }
}

/// The limit may be drawn wider or closer, and never left out.
fn people(given: Option<&str>, filed: Option<u64>) -> Result<u32, String> {
    let usual = filed.unwrap_or(5);
    let read = given.map_or(Some(usual), |given| given.trim().parse().ok());
    let people = read.and_then(|people| u32::try_from(people).ok());
    people.filter(|people| (2..=1000).contains(people)).ok_or_else(|| {
        let given = given.map_or_else(|| usual.to_string(), str::to_owned);
        format!("small-numbers: {given:?} is not a number of people from 2 to 1000")
    })
}

fn address(name: &str, given: Option<String>, usual: &str) -> Result<SocketAddr, String> {
    let given = given.unwrap_or_else(|| usual.to_owned());
    given.parse().map_err(|_| {
        format!("{name}: {given:?} is no address with a port, as in 127.0.0.1:8080 or [::]:8080")
    })
}

/// Proxies as the settings name them, comma between: `10.0.0.7`, `10.0.0.0/24`, `2001:db8::/64`.
fn proxies(written: &str) -> Result<Vec<IpNet>, String> {
    let each = written.split(',').map(str::trim).filter(|one| !one.is_empty());
    each.map(|one| range(one).map_err(|why| format!("trusted-proxies: {one:?} {why}"))).collect()
}

fn range(written: &str) -> Result<IpNet, String> {
    if let Ok(address) = written.parse::<IpAddr>() {
        return Ok(IpNet::from(address.to_canonical()));
    }
    let net: IpNet = written.parse().map_err(|_| {
        "is no IP address and no range, as in 10.0.0.7, 10.0.0.0/24 or 2001:db8::/64".to_owned()
    })?;
    let narrowest = if net.addr().is_ipv4() { 8 } else { 7 };
    if net.prefix_len() < narrowest {
        return Err("is far too wide: anybody could choose an address of their own".to_owned());
    }
    if net.trunc() != net {
        return Err(format!("is an address within a range: is {} meant?", net.trunc()));
    }
    Ok(net)
}

fn scanner(given: Option<String>) -> Result<Option<Scanner>, String> {
    let scanner = given.map(|written| Scanner::parse(&written)).transpose();
    scanner.map_err(|why| format!("virus-scanner: {why}"))
}

fn mail_address(name: &str, given: Option<String>) -> Result<Option<String>, String> {
    match given {
        Some(given) => match crate::mail::address(&given) {
            Ok(_) => Ok(Some(given)),
            Err(why) => Err(format!("{name}: {given:?} {why}, as in navn@kommune.no")),
        },
        None => Ok(None),
    }
}

fn web_address(name: &str, given: Option<String>) -> Result<Option<String>, String> {
    let Some(given) = given else { return Ok(None) };
    let trimmed = given.trim_end_matches('/');
    if !(trimmed.starts_with("https://") || trimmed.starts_with("http://")) {
        return Err(format!("{name}: {given:?} must start with https:// or http://"));
    }
    Ok(Some(trimmed.to_owned()))
}
