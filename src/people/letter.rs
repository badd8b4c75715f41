//! The letter that tells somebody that a role waits for them.

use time::Date;

use super::Address;
use crate::clock::Clock;
use crate::db::Timestamp;
use crate::i18n::Text;
use crate::mail::Letter;
use crate::rights::RoleKind;

/// What a role is called.
pub fn role_key(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Member => "people-role-member",
        RoleKind::TeamLead => "people-role-team-lead",
        RoleKind::Editor => "people-role-editor",
        RoleKind::Reviewer => "people-role-reviewer",
        RoleKind::CentreLeader => "people-role-centre-leader",
        RoleKind::Coordinator => "people-role-coordinator",
        RoleKind::Administrator => "people-role-administrator",
    }
}

/// What whoever has it does with it.
fn means_key(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Member => "people-means-member",
        RoleKind::TeamLead => "people-means-team-lead",
        RoleKind::Editor => "people-means-editor",
        RoleKind::Reviewer => "people-means-reviewer",
        RoleKind::CentreLeader => "people-means-centre-leader",
        RoleKind::Coordinator => "people-means-coordinator",
        RoleKind::Administrator => "people-means-administrator",
    }
}

/// What an invitation says.
pub struct Invited<'a> {
    pub to: &'a Address,
    pub role: RoleKind,
    /// Where, unless it is everywhere.
    pub place: Option<&'a str>,
    /// Who invites; none for the command line.
    pub by: Option<&'a str>,
    /// The first day that the role no longer holds.
    pub until: Option<Date>,
    pub expires_at: Timestamp,
}

/// What has changed about how somebody logs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    Added,
    Removed,
    Reset,
}

/// Says so, and what to do for one who has not done it. It holds no link: nobody learns to follow one.
pub fn changed(t: Text, clock: &Clock, to: &str, changed: Changed) -> Letter {
    let what = match changed {
        Changed::Added => t.plain("people-mail-step-added"),
        Changed::Removed => t.plain("people-mail-step-removed"),
        Changed::Reset => t.plain("people-mail-step-reset"),
    };
    let not_you = t.plain("people-mail-step-not-you");
    Letter {
        to: to.to_owned(),
        reply_to: None,
        subject: t.plain("people-mail-step-subject"),
        text: format!("{what}\n\n{not_you}\n"),
        id: clock.random_id(),
    }
}

/// `site` is the site's public address. The link leads to the log-in and holds no secret.
pub fn invitation(t: Text, clock: &Clock, site: &str, invited: &Invited<'_>) -> Letter {
    let role = t.plain(role_key(invited.role));
    let what = match invited.place {
        Some(place) => t.plain_with2("people-mail-at", "role", role, "place", place),
        None => t.plain_with("people-mail-everywhere", "role", role),
    };
    let mut about = vec![what, t.plain(means_key(invited.role))];
    let last = invited.until.and_then(Date::previous_day);
    about.extend(last.map(|last| t.plain_with("people-mail-asked-until", "day", t.date(last))));
    about.extend(invited.role.needs_proof().then(|| t.plain("people-mail-proof")));
    about.extend(invited.by.map(|name| t.plain_with("people-mail-by", "name", name)));
    let what = about.join(" ");
    let here = t.plain("people-mail-what");
    let how = t.plain("people-mail-how");
    let until = t.plain_with("people-mail-until", "day", t.day(*invited.expires_at));
    let link = format!("{site}/{}/logg-inn", t.lang.code());
    Letter {
        to: invited.to.to_string(),
        reply_to: None,
        subject: t.plain("people-mail-subject"),
        text: format!("{what}\n\n{here}\n\n{how}\n{link}\n\n{until}\n"),
        id: clock.random_id(),
    }
}

/// What somebody no longer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over<'a> {
    /// With where, unless it was everywhere.
    Role(RoleKind, Option<&'a str>),
    Account,
}

/// Tells them, since they are logged out with it. It holds no link, as above.
pub fn over(t: Text, clock: &Clock, to: &str, over: Over<'_>) -> Letter {
    let (what, more) = match over {
        Over::Role(kind, place) => {
            let role = t.plain(role_key(kind));
            let what = match place {
                Some(place) => {
                    t.plain_with2("people-mail-role-taken-at", "role", role, "place", place)
                }
                None => t.plain_with("people-mail-role-taken", "role", role),
            };
            (what, "people-mail-role-taken-more")
        }
        Over::Account => (t.plain("people-mail-closed"), "people-mail-closed-more"),
    };
    let more = t.plain(more);
    Letter {
        to: to.to_owned(),
        reply_to: None,
        subject: t.plain("people-mail-over-subject"),
        text: format!("{what}\n\n{more}\n"),
        id: clock.random_id(),
    }
}

/// Who asks for which role, where, and why.
pub struct Asks<'a> {
    pub to: &'a str,
    pub who: &'a str,
    pub role: RoleKind,
    pub place: &'a str,
    pub why: &'a str,
    /// Where it is answered.
    pub link: &'a str,
}

/// To whoever can answer.
pub fn asks(t: Text, clock: &Clock, asks: &Asks<'_>) -> Letter {
    let Asks { to, who, role, place, why, link } = *asks;
    let role = t.plain(role_key(role));
    let by = t.plain_with("people-mail-asks-by", "name", who);
    let what = t.plain_with2("people-mail-asks", "role", role, "place", place);
    let how = t.plain("people-mail-asks-how");
    Letter {
        to: to.to_owned(),
        reply_to: None,
        subject: t.plain_with("people-mail-asks-subject", "place", place),
        text: format!("{by} {what}\n\n«{why}»\n\n{how}\n{link}\n"),
        id: clock.random_id(),
    }
}

/// What was answered, with the last day of the role, or the reason.
pub struct Answered<'a> {
    pub to: &'a str,
    pub role: RoleKind,
    pub place: &'a str,
    pub is_yes: bool,
    pub until: Option<Date>,
    pub reason: &'a str,
    /// One's own page.
    pub link: &'a str,
}

/// To whoever has asked.
pub fn answered(t: Text, clock: &Clock, answered: &Answered<'_>) -> Letter {
    let Answered { to, role, place, is_yes, until, reason, link } = *answered;
    let key = if is_yes { "people-mail-asked-yes" } else { "people-mail-asked-no" };
    let mut text = t.plain_with2(key, "role", t.plain(role_key(role)), "place", place);
    if let Some(last) = until.and_then(Date::previous_day) {
        text = format!("{text} {}", t.plain_with("people-mail-asked-until", "day", t.date(last)));
    }
    if !reason.is_empty() {
        text = format!("{text}\n\n«{reason}»");
    }
    Letter {
        to: to.to_owned(),
        reply_to: None,
        subject: t.plain_with("people-mail-asked-subject", "place", place),
        text: format!("{text}\n\n{link}\n"),
        id: clock.random_id(),
    }
}

/// How far the erasing of an account has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// It is done on that day.
    Asked(Timestamp),
    /// They have thought again.
    Stayed,
    Gone,
}

/// Says so, and what to do for one who has not asked for it. It holds no link, as above.
pub fn leaving(t: Text, clock: &Clock, to: &str, leaving: Leaving) -> Letter {
    let what = match leaving {
        Leaving::Asked(due) => t.plain_with("people-mail-leaving-asked", "day", t.day(*due)),
        Leaving::Stayed => t.plain("people-mail-leaving-stayed"),
        Leaving::Gone => t.plain("people-mail-leaving-gone"),
    };
    let more = match leaving {
        Leaving::Asked(_) => t.plain("people-mail-leaving-undo"),
        Leaving::Stayed => t.plain("people-mail-leaving-not-you"),
        Leaving::Gone => t.plain("people-mail-leaving-thanks"),
    };
    Letter {
        to: to.to_owned(),
        reply_to: None,
        subject: t.plain("people-mail-leaving-subject"),
        text: format!("{what}\n\n{more}\n"),
        id: clock.random_id(),
    }
}

/// The code that shows an address to be somebody's. It holds no link: it is typed where it was asked for.
pub fn address_code(t: Text, clock: &Clock, to: &str, code: &str) -> Letter {
    let (what, not_you) =
        (t.plain("people-mail-address-code"), t.plain("people-mail-address-not-you"));
    Letter {
        to: to.to_owned(),
        reply_to: None,
        subject: t.plain("people-mail-address-subject"),
        text: format!("{what}\n\n{code}\n\n{not_you}\n"),
        id: clock.random_id(),
    }
}

/// Tells the addresses that were there before of one more. It does not name it.
pub fn address_added(t: Text, clock: &Clock, to: &str) -> Letter {
    let what = t.plain("people-mail-address-added");
    let not_you = t.plain("people-mail-leaving-not-you");
    Letter {
        to: to.to_owned(),
        reply_to: None,
        subject: t.plain("people-mail-leaving-subject"),
        text: format!("{what}\n\n{not_you}\n"),
        id: clock.random_id(),
    }
}
