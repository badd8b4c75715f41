//! Organisations that take part: municipalities, trusts, schools, units; what they are, part of and became.

mod facts;
mod identity;
mod names;
mod old_slugs;
mod register;
mod registered;
mod store;
#[cfg(test)]
mod tests;

pub use facts::{COLUMNS, Kind, OrganisationFact, Parent};
pub use identity::{Claim, Identity, KnownOrganisations, id_of};
pub use names::{Mentioned, Name, all_names, forget, names, remember, slug_of};
pub use old_slugs::{OldSlugs, are_old};
pub use register::{InMunicipality, Organisation, Organisations};
pub use registered::Registered;
pub use store::{StatedOrganisations, lead, old_slugs, put_rows, rename, said};

/// The register's name in the table of statements.
pub const REGISTER: &str = "organisation";

/// What items are filed by when they name an organisation: its slug.
pub const FACET: &str = "organisation";
