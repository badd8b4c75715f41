//! Where roles are held: what an organisation or a centre is called.

use time::Date;
use uuid::Uuid;

use crate::centres::Network;

/// The name that day; none for an id that is nobody's.
pub fn name(network: &Network, place: Uuid, day: Date) -> Option<&str> {
    let centre = network.centres().iter().find(|centre| centre.id == place);
    let organisation = || network.organisations.iter().find(|one| one.id == place);
    let of_centre = centre.map(|centre| centre.name_on(day));
    of_centre.or_else(|| organisation().map(|one| one.name_on(day)))
}

/// The id of a centre or an organisation by its slug.
pub fn by_slug(network: &Network, slug: &str) -> Option<Uuid> {
    let centre = network.centre(slug).map(|centre| centre.id);
    let organisation = || network.organisations.iter().find(|one| one.slug == slug);
    centre.or_else(|| organisation().map(|one| one.id))
}
