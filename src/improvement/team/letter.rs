//! The letter that asks somebody into a team. It names nobody, and holds no secret.

use crate::clock::Clock;
use crate::db::Timestamp;
use crate::i18n::Text;
use crate::mail::Letter;
use crate::people::Address;
use crate::work::{TeamRole, Work};

pub struct Asked<'a> {
    pub to: &'a Address,
    pub work: &'a Work,
    pub role: TeamRole,
    pub expires_at: Timestamp,
}

/// `site` is the site's public address. The link leads to the log-in.
pub fn invitation(t: Text, clock: &Clock, site: &str, asked: &Asked<'_>) -> Letter {
    let Asked { to, work, role, expires_at } = asked;
    let (title, place, role) = (work.title.as_str(), work.place.as_str(), t.plain(role.key()));
    let what = if place.is_empty() {
        t.with2("team-mail-asked-alone", "title", title, "role", role)
    } else {
        t.with3("team-mail-asked", "title", title, "place", place, "role", role)
    };
    let (about, how) = (t.plain("team-mail-about"), t.plain("team-mail-how"));
    let until = t.plain_with("team-mail-until", "day", t.day(**expires_at));
    let link = format!("{site}/{}/logg-inn", t.lang.code());
    Letter {
        to: to.to_string(),
        reply_to: None,
        subject: t.plain("team-mail-subject"),
        text: format!("{}\n\n{about}\n\n{how}\n{link}\n\n{until}\n", what.as_str()),
        id: clock.random_id(),
    }
}
