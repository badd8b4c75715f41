//! Who may do what with a text: small questions of a person and an item, asked again in each
//! transaction that writes.

use uuid::Uuid;

use crate::items::Working;
use crate::rights::RoleKind::{CentreLeader, Coordinator, Editor, Reviewer};
use crate::rights::{RoleKind, Who};

/// One of these roles at the centre or organisation that the item belongs to, or the whole country's.
fn is_one_of(who: &Who, item: &Working, kinds: &[RoleKind]) -> bool {
    let at_owner = |at: Uuid| kinds.iter().any(|kind| who.is_at(*kind, at));
    who.is(Coordinator) || item.item.centre_id.is_some_and(at_owner)
}

/// May they change the text? What nobody has published yet is also its own writer's, or theirs it was
/// passed on to.
pub fn write(who: &Who, item: &Working) -> bool {
    let has_role_at = |at: Uuid| who.roles.iter().any(|role| role.at == Some(at));
    let is_theirs = item.began == Some(who.id) || item.kept_at.is_some_and(has_role_at);
    is_theirs && item.item.published_at.is_none() || who.edits_for(item.item.centre_id)
}

/// May they read it before it is public?
pub fn read(who: &Who, item: &Working) -> bool {
    write(who, item) || is_one_of(who, item, &[Reviewer])
}

/// May they say yes to it? Nobody does who has had a hand in it since it last was public.
pub fn review(who: &Who, item: &Working) -> bool {
    who.reviews_for(item.item.centre_id) && !item.writers.contains(&who.id)
}

/// May they make it public, once another has said yes to it?
pub fn publish(who: &Who, item: &Working) -> bool {
    is_one_of(who, item, &[Editor, Reviewer, CentreLeader])
}

/// May they archive what is public, take it away, and bring it back?
pub fn retire(who: &Who, item: &Working) -> bool {
    who.edits_for(item.item.centre_id)
}

/// May they write in the name of this centre or organisation?
pub fn write_for(who: &Who, centre: Uuid) -> bool {
    who.is(Coordinator) || who.roles.iter().any(|role| role.at == Some(centre))
}
