//! The team of a work: who is in it and who is asked, who else sees the work, who in the leadership stands
//! behind it, and the display on the ward.

pub mod anchor;
pub mod board;
pub mod change;
pub mod invite;
mod letter;
pub mod sharing;
pub mod show;
#[cfg(test)]
mod tests;

use crate::i18n::{Lang, Text, Words};
use crate::limits::{Declared, per_hour};
use crate::work::Work;

/// Invitations to teams that one person sends.
pub const INVITATIONS: Declared = Declared {
    name: "team_invitations",
    shared: true,
    quota: |limits| per_hour(limits.invitations_per_hour),
};

/// Words of the team's own, in the language that they wrote them in.
fn own(t: Text, work: &Work, text: &str) -> Words {
    Words::name(t.lang, text, Lang::parse(&work.lang).unwrap_or(Lang::Nb))
}
