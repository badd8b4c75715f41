//! The letters to those who follow: the code that confirms the address, and what is new.

use std::fmt::Write as _;

use super::leave;
use super::subscriptions::{LASTS, Model};
use crate::app::App;
use crate::clock::Clock;
use crate::i18n::Text;
use crate::items::Item;
use crate::mail::{Digest, Letter};
use crate::people::Address;

/// The code stands on a line of its own, and never in the subject, which shows on locked screens.
pub fn with_code(t: Text, clock: &Clock, to: &Address, title: &str, code: &str) -> Letter {
    let here = t.plain_with("follow-mail-code", "title", title);
    let how = t.plain_with("follow-mail-how", "minutes", LASTS.whole_minutes());
    let not_you = t.plain("follow-mail-not-you");
    Letter {
        to: to.to_string(),
        reply_to: None,
        subject: t.plain("follow-mail-code-subject"),
        text: format!("{here}\n\n{code}\n\n{how}\n\n{not_you}\n"),
        id: clock.random_id(),
    }
}

/// So many are named in a letter.
const NAMED: usize = 30;

/// What is new: titles and where they are read, and nothing that asks for a log-in.
pub fn with_news(app: &App, t: Text, row: &Model, title: &str, items: &[Item]) -> Digest {
    let (site, lang) = (app.public_url(), t.lang.code());
    let mut text = t.plain_with2("follow-mail-news", "count", items.len(), "title", title);
    text.push('\n');
    for item in items.iter().take(NAMED) {
        let Some(kind) = app.kinds.named(&item.kind) else { continue };
        let word = t.plain(kind.word);
        let _ =
            writeln!(text, "\n{word}: {}\n{site}/{lang}/{}/{}", item.title, kind.path, item.slug);
    }
    if items.len() > NAMED {
        let more = t.plain_with("follow-mail-more", "count", items.len() - NAMED);
        let _ = writeln!(text, "\n{more}\n{site}/{lang}/folg{}", row.followed);
    }
    let end = format!("{site}/{lang}/folg/avmelding/{}", leave::token(&app.seal, row.id));
    let _ = writeln!(text, "\n-- \n{}\n{end}", t.plain("follow-mail-leave"));
    let letter = Letter {
        to: row.address.clone(),
        reply_to: None,
        subject: t.plain_with("follow-mail-subject", "title", title),
        text,
        id: app.clock.random_id(),
    };
    Digest { letter, leave: end }
}
