//! The letter with the code.

use crate::clock::Clock;
use crate::i18n::Text;
use crate::mail::Letter;
use crate::people::{Address, attempts};

/// The code, on a line of its own and never in the subject, which shows on locked screens. Without
/// one, the letter says that this address can't be used yet.
pub fn with_code(t: Text, clock: &Clock, to: &Address, code: Option<&str>) -> Letter {
    let not_you = t.plain("login-mail-not-you");
    let text = match code {
        Some(code) => {
            let here = t.plain("login-mail-code");
            let is_shared = code.len() == attempts::LONG;
            let how = if is_shared { "login-mail-how-shared" } else { "login-mail-how" };
            let how = t.plain_with(how, "minutes", attempts::LASTS.whole_minutes());
            format!("{here}\n\n{}\n\n{how}\n\n{not_you}\n", grouped(code))
        }
        None => format!("{}\n\n{not_you}\n", t.plain("login-mail-not-admitted")),
    };
    Letter {
        to: to.to_string(),
        reply_to: None,
        subject: t.plain("login-mail-subject"),
        text,
        id: clock.random_id(),
    }
}

/// A long code as it is read most easily, four and four; a short one as it is.
fn grouped(code: &str) -> String {
    if code.len() != attempts::LONG {
        return code.to_owned();
    }
    let mut spaced = String::with_capacity(code.len() + 2);
    for (at, digit) in code.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            spaced.push(' ');
        }
        spaced.push(digit);
    }
    spaced
}
