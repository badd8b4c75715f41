//! What is asked for a letter, and the letter that it becomes.

use crate::app::App;
use crate::forms::{Field, Filled, Form, Format, WHOLE};
use crate::i18n::Text;
use crate::mail::Letter;
use crate::seal::Broken;
use crate::text::{Fault, MISSING};

/// Far more than a letter may hold, so that whoever pastes too much gets it back.
pub const LIMIT: usize = 256 * 1024;

const NAME: usize = 100;
const EMAIL: usize = 254;
const MESSAGE: usize = 5_000;

pub fn form(is_centre: bool) -> Form {
    let help = if is_centre { "contact-message-help-centre" } else { "contact-message-help" };
    let fields = [
        Field::line("navn", "contact-name", NAME)
            .needed()
            .autocompleted("name")
            .saying(MISSING, "contact-fault-name-missing"),
        Field::formatted("epost", "contact-email", EMAIL, Format::Email)
            .needed()
            .helped("contact-email-help")
            .autocompleted("email")
            .saying(MISSING, "contact-fault-email-missing"),
        Field::text("melding", "contact-message", MESSAGE, 7)
            .needed()
            .helped(help)
            .saying(MISSING, "contact-fault-message-missing"),
    ];
    Form::new(LIMIT, fields).hiding(["stempel", "nettsted"])
}

/// The whole form is at fault: the person must just send it again.
pub fn fault_of_stamp(broken: Broken) -> Fault {
    let key = match broken {
        Broken::TooFast => "contact-fault-too-fast",
        Broken::TooOld => "contact-fault-too-old",
        Broken::Forged => "contact-fault-forged",
    };
    Fault::new(WHOLE, key)
}

/// The same form has sent another letter before: this one goes with a stamp of its own.
pub fn fault_of_another() -> Fault {
    Fault::new(WHOLE, "contact-fault-another")
}

/// The network has sent too much: the text stays on the page until it may be sent again.
pub fn fault_of_limit(seconds: u64) -> Fault {
    Fault::new(WHOLE, "contact-fault-too-many").filled("max", seconds.div_ceil(60))
}

/// What a letter is about.
pub struct About<'a> {
    pub title: &'a str,
    pub link: &'a str,
    pub is_centre: bool,
}

/// The letter, in the reader's language, plain about who sent it and how to answer.
pub fn write(app: &App, t: Text, about: &About<'_>, to: &str, letter: &Filled) -> Letter {
    let name = letter.text("navn");
    let About { title, link, is_centre } = *about;
    let (subject, about) = if is_centre {
        ("contact-mail-subject-centre", "contact-mail-about-centre")
    } else {
        ("contact-mail-subject", "contact-mail-about")
    };
    let subject = t.plain_with(subject, "title", title);
    let about = t.plain_with2(about, "name", name, "title", title);
    let answer = t.plain("contact-mail-answer");
    let message = letter.text("melding").trim();
    Letter {
        to: to.to_owned(),
        reply_to: Some(letter.text("epost").to_owned()),
        subject,
        text: format!("{about}\n{link}\n\n{message}\n\n-- \n{answer}\n"),
        id: app.clock.random_id(),
    }
}
