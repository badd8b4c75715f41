//! What was typed, what is wrong with it, and the letter that it becomes.

use std::fmt::Write as _;

use crate::app::App;
use crate::error::Error;
use crate::i18n::Text;
use crate::limits::Asker;
use crate::mail::{self, Letter};
use crate::seal::Broken;
use crate::text::{Fault as TextFault, Why, check_line, check_prose};
use crate::web::form::Fields;

use super::links::has_link;
use super::{Target, meters};

const NAME: usize = 60;
const EMAIL: usize = 254;
/// A greeting, not an article: the page has its own words.
const MESSAGE: usize = 500;
/// So much of what was typed is given back; all that is longer is far too long anyway.
const ECHOED: usize = 5_000;

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
            // A wait is told in hours as soon as that is how people would say it.
            Some(minutes) if self.field == "send" => {
                let wait = match minutes {
                    0..=90 => t.plain_with("tips-wait-minutes", "count", minutes),
                    _ => t.plain_with("tips-wait-hours", "count", minutes.div_ceil(60)),
                };
                t.plain_with(self.key, "wait", wait)
            }
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

    /// Which limit was reached, and for how long.
    pub fn of_limit(reached: Reached) -> Self {
        let minutes = usize::try_from(reached.seconds.div_ceil(60)).unwrap_or(60);
        let key = match reached.limit {
            Limit::Tries => "tips-fault-tries",
            Limit::To => "tips-fault-many-to",
            Limit::From => "tips-fault-many-from",
            Limit::Network => "tips-fault-many-network",
            Limit::All => "tips-fault-many-all",
        };
        Self { field: "send", key, number: Some(minutes) }
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
        let text = |name: &str| fields.get(name).chars().take(ECHOED).collect();
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
        let email = address("epost", &self.email, "tips-fault-email-missing");
        // What stands before the @ is read by whoever gets the letter.
        let before = self.email.split('@').next().unwrap_or_default();
        let linked = || has_link(before).then(|| Fault::new("epost", "tips-fault-email-link"));
        faults.extend(email.or_else(linked));
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

/// Which limit was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    Tries,
    To,
    From,
    Network,
    All,
}

#[derive(Clone, Copy, Debug)]
pub struct Reached {
    pub limit: Limit,
    /// Until it may be tried again.
    pub seconds: u64,
}

/// So many letters to one address, in the name of one, from one network and from all of us: no
/// more. Only letters that are sent count. The meters know addresses only by a digest, and only as
/// long as they count.
pub fn within_limits(app: &App, asker: &Asker, draft: &Draft) -> Result<(), Refused> {
    let digest = |address: &str| {
        let address = address.trim().to_lowercase();
        crate::files::digest(address.as_bytes())
    };
    let limits = &app.limits;
    // The narrowest first: a letter that is refused there counts in none of the others.
    at(Limit::To, limits.count_for(&meters::TO, &digest(&draft.to)))?;
    at(Limit::From, limits.count_for(&meters::FROM, &digest(&draft.email)))?;
    at(Limit::Network, limits.count(&meters::SENT, asker))?;
    at(Limit::All, limits.count_for(&meters::ALL, "all"))
}

/// What was refused, and which limit was counted against.
pub type Refused = (Limit, Error);

pub fn at(limit: Limit, counted: Result<(), Error>) -> Result<(), Refused> {
    counted.map_err(|error| (limit, error))
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
