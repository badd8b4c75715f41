//! What was typed, what is wrong with it, and the letter that it becomes.

use std::fmt::Write as _;

use crate::app::App;
use crate::error::Error;
use crate::i18n::Text;
use crate::library::{Fault as TextFault, Why, check_line, check_prose};
use crate::mail::{self, Letter};
use crate::web::form::Fields;
use crate::web::seal::Broken;

use super::Target;

const NAME: usize = 60;
const EMAIL: usize = 254;
/// A greeting, not an article: the page has its own words.
const MESSAGE: usize = 500;

/// Just as it was typed, so that a refused form can show it again.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub to: String,
    pub name: String,
    pub email: String,
    pub message: String,
}

/// What is wrong with a field, in words.
#[derive(Clone, Debug)]
pub struct Fault {
    pub field: &'static str,
    key: &'static str,
    number: Option<usize>,
}

impl Fault {
    fn new(field: &'static str, key: &'static str) -> Self {
        Self { field, key, number: None }
    }

    pub fn words(&self, t: Text) -> String {
        match self.number {
            Some(number) => t.plain_with(self.key, "max", number),
            None => t.plain(self.key),
        }
    }

    /// The whole form is at fault: the person must just send it again.
    pub fn of_stamp(broken: Broken) -> Self {
        let key = match broken {
            Broken::TooFast => "tips-fault-too-fast",
            Broken::TooOld | Broken::Forged => "tips-fault-too-old",
        };
        Self::new("send", key)
    }

    pub fn of_limit(seconds: u64) -> Self {
        let minutes = usize::try_from(seconds.div_ceil(60)).unwrap_or(60);
        Self { field: "send", key: "tips-fault-too-many", number: Some(minutes) }
    }

    fn of_text(field: &'static str, missing: &'static str, fault: &TextFault) -> Self {
        let (key, number) = match &fault.why {
            Why::TooLong { max, .. } => ("tips-fault-too-long", Some(*max)),
            Why::ControlCharacter { .. } => ("tips-fault-control", None),
            Why::IdentityNumber => ("tips-fault-identity", None),
            Why::Missing | Why::Unknown(_) | Why::Malformed(_) => (missing, None),
        };
        Self { field, key, number }
    }
}

impl Draft {
    pub fn read(fields: &Fields) -> Self {
        let text = |name: &str| fields.get(name).to_owned();
        Self { to: text("til"), name: text("navn"), email: text("epost"), message: text("melding") }
    }

    /// Everything that must be mended, in the order of the form.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        faults.extend(address("til", &self.to, "tips-fault-to-missing"));
        match check_line("navn", &self.name, NAME, true) {
            Err(fault) => faults.push(Fault::of_text("navn", "tips-fault-name-missing", &fault)),
            Ok(name) if has_link(&name) => faults.push(Fault::new("navn", "tips-fault-link")),
            Ok(_) => {}
        }
        faults.extend(address("epost", &self.email, "tips-fault-email-missing"));
        match check_prose("melding", &self.message, MESSAGE) {
            Err(fault) => faults.push(Fault::of_text("melding", "tips-fault-control", &fault)),
            Ok(text) if has_link(&text) => faults.push(Fault::new("melding", "tips-fault-link")),
            Ok(_) => {}
        }
        faults
    }
}

/// One address, and only one.
fn address(field: &'static str, raw: &str, missing: &'static str) -> Option<Fault> {
    match check_line(field, raw, EMAIL, true) {
        Err(fault) => Some(Fault::of_text(field, missing, &fault)),
        Ok(text) if text.contains([',', ';', ' ']) || text.matches('@').count() > 1 => {
            Some(Fault::new(field, "tips-fault-one"))
        }
        Ok(text) if !mail::is_address(&text) => Some(Fault::new(field, "tips-fault-address")),
        Ok(_) => None,
    }
}

/// Endings that addresses on the web have; a full stop inside a word is mostly a slip of the finger.
const ENDINGS: [&str; 40] = [
    "no", "com", "net", "org", "info", "biz", "eu", "se", "dk", "fi", "is", "uk", "de", "fr", "nl",
    "ru", "cn", "io", "co", "me", "tv", "cc", "ly", "gl", "to", "app", "dev", "xyz", "top", "shop",
    "site", "online", "store", "club", "live", "link", "click", "page", "pro", "ws",
];

/// Is there something that a mail program would make a link of?
pub fn has_link(text: &str) -> bool {
    let text = text.to_lowercase();
    if text.contains("://") || text.contains("www.") || text.contains('@') {
        return true;
    }
    let is_between = |c: char| c.is_whitespace() || "<>()[]{}\"'«»,;:!?*_|\\".contains(c);
    text.split(is_between).any(|word| {
        let host = word.split('/').next().unwrap_or_default().trim_matches('.');
        let Some((name, ending)) = host.rsplit_once('.') else { return false };
        // `f.eks`, `kl.10` and `bl.a` are no addresses; `padriver.no` is.
        name.chars().count() >= 2
            && name.chars().any(char::is_alphabetic)
            && (ENDINGS.contains(&ending) || ending.starts_with("xn--"))
    })
}

/// So many letters to one address, in the name of one address and from all of us: no more. The
/// meters know addresses only by a digest, and only as long as they count.
pub fn within_limits(app: &App, draft: &Draft) -> Result<(), u64> {
    let meter = |address: &str, role: &str| {
        let address = address.trim().to_lowercase();
        crate::files::digest(format!("{role}:{address}").as_bytes())
    };
    let limits = &app.limits;
    for counted in [
        limits.tips_of_all.count("all"),
        limits.tips_of_address.count(&meter(&draft.to, "to")),
        limits.tips_of_address.count(&meter(&draft.email, "from")),
    ] {
        if let Err(Error::TooMany { retry_after }) = counted {
            return Err(retry_after);
        }
    }
    Ok(())
}

/// The letter, plain about who asked us to send it and that we don't know who that is.
pub fn write(app: &App, t: Text, target: &Target, draft: &Draft) -> Letter {
    let name = draft.name.trim();
    let email = draft.email.trim();
    Letter {
        to: draft.to.trim().to_owned(),
        reply_to: Some(email.to_owned()),
        subject: subject(t, target, name),
        text: text(t, target, name, email, draft.message.trim()),
        id: app.clock.random_id(),
    }
}

/// What the letter will look like, before anything is typed.
pub fn sample(t: Text, target: &Target) -> String {
    let (name, email) = (t.plain("tips-sample-name"), t.plain("tips-sample-email"));
    text(t, target, &name, &email, &t.plain("tips-sample-message"))
}

fn subject(t: Text, target: &Target, name: &str) -> String {
    match &target.title {
        Some(title) => t.plain_with2("tips-mail-subject", "name", name, "title", title.as_str()),
        None => t.plain_with("tips-mail-subject-plain", "name", name),
    }
}

fn text(t: Text, target: &Target, name: &str, email: &str, message: &str) -> String {
    let mut text = t.plain_with2("tips-mail-about", "name", name, "email", email);
    text.push_str("\n\n");
    if let Some(title) = &target.title {
        text.push_str(title);
        text.push('\n');
    }
    text.push_str(&target.href);
    if !message.is_empty() {
        // Quoted, so that nobody takes it for our words.
        let quoted: Vec<String> = message.lines().map(|line| format!("> {line}")).collect();
        let says = t.plain_with("tips-mail-says", "name", name);
        let _ = write!(text, "\n\n{says}\n{}", quoted.join("\n"));
    }
    let _ = writeln!(text, "\n\n-- \n{}", t.plain("tips-mail-foot"));
    text
}
