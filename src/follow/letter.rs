//! The letters to those who follow: the code that confirms the address, and what is new.

use std::fmt::Write as _;

use super::leave;
use super::subscriptions::{LASTS, Model};
use crate::app::App;
use crate::centres::Network;
use crate::clock::Clock;
use crate::dates::oslo_day;
use crate::i18n::Text;
use crate::items::Item;
use crate::mail::{Digest, Letter};
use crate::people::{Address, places};

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

/// Its lead, if it has one, and whose it is since when.
fn about(t: Text, network: &Network, item: &Item) -> Vec<String> {
    let lead = item.lead.split_whitespace().collect::<Vec<_>>().join(" ");
    let published = item.published_at.map(|at| *at);
    let whose = published
        .zip(item.centre_id)
        .and_then(|(at, centre)| places::name(network, centre, oslo_day(at)));
    let day = published.map(|at| t.plain_with("follow-mail-published", "day", t.day(at)));
    let since: Vec<String> = whose.map(str::to_owned).into_iter().chain(day).collect();
    [lead, since.join(", ")].into_iter().filter(|line| !line.is_empty()).collect()
}

/// So many are named in a letter.
const NAMED: usize = 30;

/// What is new: what each is about, whose it is, since when and where it is read, and nothing that asks for a log-in.
pub fn with_news(
    (app, network): (&App, &Network),
    t: Text,
    row: &Model,
    (title, items): (&str, &[Item]),
) -> Digest {
    let (site, lang) = (app.public_url(), t.lang.code());
    let mut text = t.plain_with2("follow-mail-news", "count", items.len(), "title", title);
    text.push('\n');
    for item in items.iter().take(NAMED) {
        let Some(kind) = app.kinds.named(&item.kind) else { continue };
        let _ = writeln!(text, "\n{}: {}", t.plain(kind.word), item.title);
        for line in about(t, network, item) {
            let _ = writeln!(text, "{line}");
        }
        let _ = writeln!(text, "{site}/{lang}/{}/{}", kind.path, item.slug);
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
