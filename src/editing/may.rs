//! Who may do what with a text: small questions of a person and an item, asked again in each
//! transaction that writes.
//!
//! What somebody writes is private until it is handed in or shared. Naming a centre or an organisation
//! shares it with those who edit and review there; handing it in with whoever says yes. Until then the
//! whole country's roles open nothing, nor does anybody see that it is there.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::items::Working;
use crate::rights::RoleKind::{CentreLeader, Coordinator, Editor, Reviewer};
use crate::rights::{RoleKind, Who};

/// Pages of the site itself, which only coordinators begin, are theirs together from the first word.
const OF_SITE: &str = "page";

/// Is it still its writer's alone, but for those whom they have shared it with? What nobody in particular
/// began, and what was passed on by one who has left, is nobody's to keep back; what was handed in once
/// has been seen.
pub fn is_private(item: &Working) -> bool {
    let is_begun = item.item.published_at.is_none() && item.item.kind != OF_SITE;
    is_begun && item.began.is_some() && !item.was_handed_in
}

/// What decides who may do what with a text, and no more of it.
#[derive(Clone, Copy, Debug)]
pub struct Ownership<'a> {
    /// The centre or organisation that it belongs to.
    pub owner: Option<Uuid>,
    pub is_private: bool,
    pub is_published: bool,
    pub began: Option<Uuid>,
    pub kept_at: Option<Uuid>,
    /// Who has had a hand in it since it last was public.
    pub writers: &'a BTreeSet<Uuid>,
}

impl<'a> From<&'a Working> for Ownership<'a> {
    fn from(item: &'a Working) -> Self {
        Self {
            owner: item.item.centre_id,
            is_private: is_private(item),
            is_published: item.item.published_at.is_some(),
            began: item.began,
            kept_at: item.kept_at,
            writers: &item.writers,
        }
    }
}

/// What can be done with a text. The page of who may do what asks the same question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Changes the text. What nobody has published yet is also its own writer's, or theirs it was
    /// passed on to.
    Write,
    /// Reads it before it is public.
    Read,
    /// Says yes to it. Nobody does who has had a hand in it since it last was public.
    Review,
    /// Makes it public, once another has said yes to it.
    Publish,
    /// Archives what is public, takes it away, and brings it back.
    Retire,
}

impl Does {
    pub fn may(self, who: &Who, of: Ownership<'_>) -> bool {
        match self {
            // Whoever began it may go on with it when it is public, as long as they write for its place: nothing
            // of that is public before others have said yes to it and published it.
            Self::Write => {
                let is_at_home = of.owner.is_none_or(|at| who.writes_for(at));
                holds(who, of) || of.began == Some(who.id) && is_at_home
            }
            Self::Read => Self::Write.may(who, of) || is_one_of(who, of, &[Reviewer]),
            Self::Review => {
                is_one_of(who, of, &[Reviewer, CentreLeader]) && !of.writers.contains(&who.id)
            }
            Self::Publish => is_one_of(who, of, &[Editor, Reviewer, CentreLeader]),
            Self::Retire => is_one_of(who, of, &[Editor, CentreLeader]),
        }
    }
}

/// One of these roles at the centre or organisation that the item belongs to, or the whole country's.
fn is_one_of(who: &Who, of: Ownership<'_>, kinds: &[RoleKind]) -> bool {
    let at_owner = |at: Uuid| kinds.iter().any(|kind| who.is_at(*kind, at));
    let is_of_country = who.is(Coordinator) && !of.is_private;
    is_of_country || of.owner.is_some_and(at_owner)
}

/// As one who edits there, or because nobody has published it yet and it is theirs, or was passed on to them.
fn holds(who: &Who, of: Ownership<'_>) -> bool {
    let has_role_at = |at: Uuid| who.roles.iter().any(|role| role.at == Some(at));
    // When their place has become another, who is still at the one that it was written for goes on with it.
    let is_kept = |at: Uuid| has_role_at(at) || of.owner.is_some_and(has_role_at);
    let is_theirs = of.began == Some(who.id) || of.kept_at.is_some_and(is_kept);
    is_theirs && !of.is_published || is_one_of(who, of, &[Editor, CentreLeader])
}

/// May they change the text as one who edits there, or because nobody has published it yet and it is theirs?
pub fn hold(who: &Who, item: &Working) -> bool {
    holds(who, item.into())
}

/// May they throw its draft away? Of a text that is public whoever only began it throws away what nobody
/// else has written in.
pub fn discard(who: &Who, item: &Working) -> bool {
    let is_alone = item.writers.iter().all(|writer| *writer == who.id);
    hold(who, item) || write(who, item) && is_alone
}

pub fn write(who: &Who, item: &Working) -> bool {
    Does::Write.may(who, item.into())
}

pub fn read(who: &Who, item: &Working) -> bool {
    Does::Read.may(who, item.into())
}

pub fn review(who: &Who, item: &Working) -> bool {
    Does::Review.may(who, item.into())
}

pub fn publish(who: &Who, item: &Working) -> bool {
    Does::Publish.may(who, item.into())
}

pub fn retire(who: &Who, item: &Working) -> bool {
    Does::Retire.may(who, item.into())
}

/// May they begin such a text? Pages that no list leads to are of the site itself.
pub fn begin(who: &Who, is_listed: bool) -> bool {
    is_listed || who.is(Coordinator)
}
