//! What is asked for a tip, what is wrong with it, and the letter that it becomes.

use std::fmt::Write as _;

use crate::app::App;
use crate::db::{AsDbErr, DbErr, Tx};
use crate::error::Error;
use crate::forms::{Field, Filled, Form, Format, WHOLE};
use crate::i18n::Text;
use crate::limits::{Asker, RateLimiters};
use crate::mail::{self, Letter};
use crate::seal::Broken;
use crate::text::{Fault, MISSING};

use super::links::has_link;
use super::{TipPage, meters};

/// Far more than a tip may hold: whoever pastes a whole report is told that a greeting is short, and
/// keeps what they typed.
pub const LIMIT: usize = 256 * 1024;

const NAME: usize = 60;
const EMAIL: usize = 254;
/// A greeting, not an article: the page has its own words.
const MESSAGE: usize = 500;

pub fn form() -> Form {
    let fields = [
        Field::formatted("til", "tips-to", EMAIL, Format::Email)
            .needed()
            .helped("tips-to-help")
            .saying(MISSING, "tips-fault-to-missing"),
        Field::line("navn", "tips-name", NAME)
            .needed()
            .autocompleted("name")
            .saying(MISSING, "tips-fault-name-missing"),
        Field::formatted("epost", "tips-email", EMAIL, Format::Email)
            .needed()
            .helped("tips-email-help")
            .autocompleted("email")
            .saying(MISSING, "tips-fault-email-missing"),
        Field::text("melding", "tips-message", MESSAGE, 4).helped("tips-message-help"),
    ];
    Form::new(LIMIT, fields).hiding(["stempel", "nettsted"])
}

const LINK: &str = "tips-fault-link";
const EMAIL_LINK: &str = "tips-fault-email-link";
const SEVERAL: &str = "tips-fault-one";

/// What a tip may not hold, however well it is written: more than one address, and links.
pub fn look_through(mut filled: Filled) -> Filled {
    for fault in &mut filled.faults {
        let raw = filled.typed.value(&fault.path).trim();
        // Between quotation marks these are part of the one address; «Kari <kari@…>» has one too.
        let is_several = !raw.contains('"') && raw.matches('@').count() > 1;
        // Several tips may go out, and they come from one.
        if fault.key == Format::NO_EMAIL && fault.path == "til" && is_several {
            fault.key = SEVERAL;
        }
    }
    // What stands before the @ is read by whoever gets the letter.
    let before = filled.text("epost").split('@').next().unwrap_or_default();
    let linked = [
        ("navn", has_link(filled.text("navn")), LINK),
        ("epost", has_link(before), EMAIL_LINK),
        ("melding", has_link(filled.text("melding")), LINK),
    ];
    let faults = linked.into_iter().filter(|(_, is_linked, _)| *is_linked);
    filled.and(faults.map(|(path, _, key)| Fault::new(path, key)))
}

/// The whole form is at fault: the person must just send it again.
pub fn fault_of_stamp(broken: Broken) -> Fault {
    let key = match broken {
        Broken::TooFast => "tips-fault-too-fast",
        Broken::TooOld => "tips-fault-too-old",
        Broken::Forged => "tips-fault-forged",
    };
    Fault::new(WHOLE, key)
}

/// The same form has sent another tip before: this one goes with a stamp of its own.
pub fn fault_of_another() -> Fault {
    Fault::new(WHOLE, "tips-fault-another")
}

/// Which limit was reached, and for how long.
pub fn fault_of_limit(reached: Reached, t: Text) -> Fault {
    let minutes = reached.seconds.div_ceil(60);
    let key = match reached.limit {
        Limit::Tries => "tips-fault-tries",
        Limit::To => "tips-fault-many-to",
        Limit::From => "tips-fault-many-from",
        Limit::Network => "tips-fault-many-network",
        Limit::All => "tips-fault-many-all",
    };
    // A wait is told in hours as soon as that is how people would say it.
    let wait = match minutes {
        0..=90 => t.plain_with("tips-wait-minutes", "count", minutes),
        _ => t.plain_with("tips-wait-hours", "count", minutes.div_ceil(60)),
    };
    Fault::new(WHOLE, key).filled("wait", wait)
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
/// more. Only letters that are sent count: in the transaction that sends them. The meters know
/// addresses only by a digest, and only as long as they count.
pub async fn within_limits(
    tx: &Tx,
    limits: &RateLimiters,
    asker: &Asker,
    tip: &Filled,
) -> Result<(), NotSent> {
    // One address may be written in more ways than one.
    let address = |field: &str| {
        let typed = tip.text(field).trim();
        mail::address(typed).unwrap_or_else(|_| typed.to_owned()).to_lowercase()
    };
    // The one that all share comes last, for it is locked until the letter is written.
    at(Limit::To, limits.count_for_in(tx, &meters::TO, &address("til")).await)?;
    at(Limit::From, limits.count_for_in(tx, &meters::FROM, &address("epost")).await)?;
    at(Limit::Network, limits.count_in(tx, &meters::SENT, asker).await)?;
    at(Limit::All, limits.count_for_in(tx, &meters::ALL, "all").await)
}

/// Why a tip is not sent.
#[derive(Debug)]
pub enum NotSent {
    TooMany(Reached),
    Failed(Error),
}

impl From<DbErr> for NotSent {
    fn from(error: DbErr) -> Self {
        Self::Failed(error.into())
    }
}

impl AsDbErr for NotSent {
    fn as_db_err(&self) -> Option<&DbErr> {
        match self {
            Self::TooMany(_) => None,
            Self::Failed(error) => error.as_db_err(),
        }
    }
}

/// Says which limit was counted against.
pub fn at(limit: Limit, counted: Result<(), Error>) -> Result<(), NotSent> {
    counted.map_err(|error| match error {
        Error::TooMany { retry_after: seconds } => NotSent::TooMany(Reached { limit, seconds }),
        error => NotSent::Failed(error),
    })
}

/// The letter, plain about who asked us to send it and that we don't know who that is.
pub fn write(app: &App, t: Text, target: &TipPage, tip: &Filled) -> Letter {
    let (name, email) = (tip.text("navn"), tip.text("epost"));
    Letter {
        to: tip.text("til").to_owned(),
        reply_to: Some(email.to_owned()),
        subject: subject(t, target, name),
        text: text(t, target, name, email, tip.text("melding").trim()),
        id: app.clock.random_id(),
    }
}

/// What the letter will look like, before anything is typed.
pub fn sample(t: Text, target: &TipPage) -> String {
    let (name, email) = (t.plain("tips-sample-name"), t.plain("tips-sample-email"));
    text(t, target, &name, &email, &t.plain("tips-sample-message"))
}

fn subject(t: Text, target: &TipPage, name: &str) -> String {
    match &target.title {
        Some(title) => t.plain_with2("tips-mail-subject", "name", name, "title", title.as_str()),
        None => t.plain_with("tips-mail-subject-plain", "name", name),
    }
}

fn text(t: Text, target: &TipPage, name: &str, email: &str, message: &str) -> String {
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
