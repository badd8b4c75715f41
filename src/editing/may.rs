//! Who may do what with a text: small questions of a person and an item, asked again in each
//! transaction that writes.
//!
//! What somebody writes is private until it is handed in or shared. Naming a centre or an organisation
//! shares it with those who edit and review there; handing it in with whoever says yes. Until then the
//! whole country's roles open nothing, nor does anybody see that it is there.

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

/// One of these roles at the centre or organisation that the item belongs to, or the whole country's.
fn is_one_of(who: &Who, item: &Working, kinds: &[RoleKind]) -> bool {
    let at_owner = |at: Uuid| kinds.iter().any(|kind| who.is_at(*kind, at));
    let is_of_country = who.is(Coordinator) && !is_private(item);
    is_of_country || item.item.centre_id.is_some_and(at_owner)
}

/// May they change the text as one who edits there, or because nobody has published it yet and it is
/// theirs, or was passed on to them?
pub fn hold(who: &Who, item: &Working) -> bool {
    let has_role_at = |at: Uuid| who.roles.iter().any(|role| role.at == Some(at));
    let is_theirs = item.began == Some(who.id) || item.kept_at.is_some_and(has_role_at);
    is_theirs && item.item.published_at.is_none() || is_one_of(who, item, &[Editor, CentreLeader])
}

/// May they change the text? Whoever began it may go on with it when it is public, as long as they write
/// for its place: nothing of that is public before others have said yes to it and published it.
pub fn write(who: &Who, item: &Working) -> bool {
    let is_at_home = item.item.centre_id.is_none_or(|at| write_for(who, at));
    hold(who, item) || item.began == Some(who.id) && is_at_home
}

/// May they throw its draft away? Of a text that is public whoever only began it throws away what nobody
/// else has written in.
pub fn discard(who: &Who, item: &Working) -> bool {
    let is_alone = item.writers.iter().all(|writer| *writer == who.id);
    hold(who, item) || write(who, item) && is_alone
}

/// May they read it before it is public?
pub fn read(who: &Who, item: &Working) -> bool {
    write(who, item) || is_one_of(who, item, &[Reviewer])
}

/// May they say yes to it? Nobody does who has had a hand in it since it last was public.
pub fn review(who: &Who, item: &Working) -> bool {
    is_one_of(who, item, &[Reviewer, CentreLeader]) && !item.writers.contains(&who.id)
}

/// May they make it public, once another has said yes to it?
pub fn publish(who: &Who, item: &Working) -> bool {
    is_one_of(who, item, &[Editor, Reviewer, CentreLeader])
}

/// May they archive what is public, take it away, and bring it back?
pub fn retire(who: &Who, item: &Working) -> bool {
    is_one_of(who, item, &[Editor, CentreLeader])
}

/// May they write in the name of this centre or organisation?
pub fn write_for(who: &Who, centre: Uuid) -> bool {
    who.is(Coordinator) || who.roles.iter().any(|role| role.at == Some(centre))
}
