//! Organisations that take part: municipalities, trusts, schools, units; what they are, part of and became.

mod names;
mod register;
mod says;
#[cfg(test)]
mod tests;

pub use names::{names, organisation, remember, slug_of};
pub use register::{Organisation, Organisations};
pub use says::{COLUMNS, Kind, Says};

/// The register's name in the table of statements.
pub const REGISTER: &str = "organisation";
