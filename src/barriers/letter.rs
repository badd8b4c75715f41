//! What is asked of somebody who can't use something, and the letter that it becomes.

use super::{list, store};
use crate::app::App;
use crate::forms::{Field, Filled, Form, Format, WHOLE};
use crate::i18n::Text;
use crate::mail::Letter;
use crate::seal::Broken;
use crate::text::{Fault, MISSING};

/// Far more than a report may hold, so that whoever pastes too much gets it back.
const LIMIT: usize = 256 * 1024;

pub const WHERE: &str = "hvor";
const WHAT: &str = "hva";
const WITH: &str = "utstyr";
const EMAIL: &str = "epost";

/// Only what happened is needed: nobody has to say who they are.
pub fn form() -> Form {
    let fields = [
        Field::line(WHERE, "barriers-where", 400).helped("barriers-where-help"),
        Field::text(WHAT, "barriers-what", 5_000, 7)
            .needed()
            .helped("barriers-what-help")
            .saying(MISSING, "barriers-fault-what-missing"),
        Field::line(WITH, "barriers-with", 300).helped("barriers-with-help"),
        Field::formatted(EMAIL, "barriers-email", 254, Format::Email)
            .helped("barriers-email-help")
            .autocompleted("email"),
    ];
    Form::new(LIMIT, fields).hiding(["stempel", "nettsted"])
}

/// The whole form is at fault: the person must just send it again.
pub fn fault_of_stamp(broken: Broken) -> Fault {
    let key = match broken {
        Broken::TooFast => "barriers-fault-too-fast",
        Broken::TooOld => "barriers-fault-too-old",
        Broken::Forged => "barriers-fault-forged",
    };
    Fault::new(WHOLE, key)
}

/// The same form has sent another report before: this one goes with a stamp of its own.
pub fn fault_of_another() -> Fault {
    Fault::new(WHOLE, "barriers-fault-another")
}

/// The network has sent too much: the text stays on the page until it may be sent again.
pub fn fault_of_limit(seconds: u64) -> Fault {
    Fault::new(WHOLE, "barriers-fault-too-many").filled("max", seconds.div_ceil(60))
}

/// The address of `Pådriver <ikke-svar@example.org>`.
pub fn address_in(sender: &str) -> String {
    let inside = sender.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or(sender, |(address, _)| address).trim().to_owned()
}

/// The report as it is kept.
pub fn report(app: &App, filled: &Filled) -> store::Model {
    let said = |key: &str| filled.text(key).trim().to_owned();
    store::Model {
        id: app.clock.new_id(),
        place: said(WHERE),
        words: said(WHAT),
        tools: said(WITH),
        email: Some(said(EMAIL)).filter(|email| !email.is_empty()),
        made_at: app.clock.now().into(),
    }
}

/// The letter, in the reader's language. It is answered where they have said how.
pub fn write(app: &App, t: Text, to: &str, report: &Filled) -> Letter {
    let email = report.text(EMAIL);
    let mut parts = vec![t.plain("barriers-mail-about")];
    for (label, key) in
        [("barriers-where", WHERE), ("barriers-what", WHAT), ("barriers-with", WITH)]
    {
        let said = report.text(key).trim();
        if !said.is_empty() {
            // Quoted, so that nobody takes it for our words.
            let quoted: Vec<String> = said.lines().map(|line| format!("> {line}")).collect();
            parts.push(format!("{}\n{}", t.plain(label), quoted.join("\n")));
        }
    }
    let answer = if email.is_empty() {
        t.plain("barriers-mail-no-answer")
    } else {
        t.plain("barriers-mail-answer")
    };
    let there = format!("{}{}", app.public_url(), list::path(t.lang.code()));
    let kept = t.plain_with("barriers-mail-kept", "address", there);
    parts.push(format!("-- \n{answer}\n{kept}"));
    Letter {
        to: to.to_owned(),
        reply_to: Some(email.to_owned()).filter(|email| !email.is_empty()),
        subject: t.plain("barriers-mail-subject"),
        text: format!("{}\n", parts.join("\n\n")),
        id: app.clock.random_id(),
    }
}
