//! Organisations that take part: municipalities, trusts, schools, units; what they are, part of and became.

mod identity;
mod names;
mod old_slugs;
mod register;
mod says;
mod store;
#[cfg(test)]
mod tests;

pub use identity::{Claim, Known, Placed, id_of};
pub use names::{names, remember, slug_of};
pub use old_slugs::{OldSlugs, are_old};
pub use register::{InMunicipality, Organisation, Organisations};
pub use says::{COLUMNS, Kind, Says, Whole};
pub use store::{Said, lead, old_slugs, put_rows, rename, said};

/// The register's name in the table of statements.
pub const REGISTER: &str = "organisation";

/// What items are filed by when they name an organisation: its slug.
pub const FACET: &str = "organisation";
