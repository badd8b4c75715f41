//! What was typed, what is wrong with it, and the letter that it becomes.

use crate::app::App;
use crate::i18n::Text;
use crate::mail::{self, Letter};
use crate::seal::Broken;
use crate::text::{Fault as TextFault, Why, check_line, check_prose};
use crate::web::form::Fields;

const NAME: usize = 100;
const EMAIL: usize = 254;
const MESSAGE: usize = 5_000;

/// Just as it was typed, so that a refused form can show it again.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub name: String,
    pub email: String,
    pub message: String,
}

/// What is wrong with a field; the message's key, and for one of length the limit.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    pub field: &'static str,
    key: &'static str,
    limit: Option<usize>,
}

impl Fault {
    pub fn words(&self, t: Text) -> String {
        match self.limit {
            Some(limit) => t.plain_with(self.key, "max", limit),
            None => t.plain(self.key),
        }
    }

    /// The whole form is at fault: the person must just send it again.
    pub fn of_stamp(broken: Broken) -> Self {
        let key = match broken {
            Broken::TooFast => "contact-fault-too-fast",
            Broken::TooOld | Broken::Forged => "contact-fault-too-old",
        };
        Self { field: "send", key, limit: None }
    }

    /// The network has sent too much: the text stays on the page until it may be sent again.
    pub fn of_limit(seconds: u64) -> Self {
        let minutes = usize::try_from(seconds.div_ceil(60)).unwrap_or(60);
        Self { field: "send", key: "contact-fault-too-many", limit: Some(minutes) }
    }

    fn of_text(field: &'static str, missing: &'static str, fault: &TextFault) -> Self {
        let (key, limit) = match &fault.why {
            Why::TooLong { max, .. } => ("contact-fault-too-long", Some(*max)),
            Why::ControlCharacter { .. } => ("contact-fault-control", None),
            Why::IdentityNumber => ("contact-fault-identity", None),
            Why::Missing | Why::Unknown(_) | Why::Malformed(_) => (missing, None),
        };
        Self { field, key, limit }
    }
}

impl Draft {
    pub fn read(fields: &Fields) -> Self {
        let text = |name: &str| fields.get(name).to_owned();
        Self { name: text("navn"), email: text("epost"), message: text("melding") }
    }

    /// Everything that must be mended, in the order of the form.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if let Err(fault) = check_line("navn", &self.name, NAME, true) {
            faults.push(Fault::of_text("navn", "contact-fault-name-missing", &fault));
        }
        match check_line("epost", &self.email, EMAIL, true) {
            Err(fault) => {
                faults.push(Fault::of_text("epost", "contact-fault-email-missing", &fault));
            }
            Ok(email) if !mail::is_address(&email) => {
                faults.push(Fault { field: "epost", key: "contact-fault-email", limit: None });
            }
            Ok(_) => {}
        }
        match check_prose("melding", &self.message, MESSAGE) {
            Err(fault) => {
                faults.push(Fault::of_text("melding", "contact-fault-message-missing", &fault));
            }
            Ok(message) if message.trim().is_empty() => faults.push(Fault {
                field: "melding",
                key: "contact-fault-message-missing",
                limit: None,
            }),
            Ok(_) => {}
        }
        faults
    }
}

/// What a letter is about.
pub struct About<'a> {
    pub title: &'a str,
    pub link: &'a str,
    pub is_centre: bool,
}

/// The letter, in the reader's language, plain about who sent it and how to answer.
pub fn write(app: &App, t: Text, about: &About<'_>, to: &str, draft: &Draft) -> Letter {
    let name = draft.name.trim();
    let About { title, link, is_centre } = *about;
    let (subject, about) = if is_centre {
        ("contact-mail-subject-centre", "contact-mail-about-centre")
    } else {
        ("contact-mail-subject", "contact-mail-about")
    };
    let subject = t.plain_with(subject, "title", title);
    let about = t.plain_with2(about, "name", name, "title", title);
    let answer = t.plain("contact-mail-answer");
    let message = draft.message.trim();
    Letter {
        to: to.to_owned(),
        reply_to: Some(draft.email.trim().to_owned()),
        subject,
        text: format!("{about}\n{link}\n\n{message}\n\n-- \n{answer}\n"),
        id: app.clock.random_id(),
    }
}
