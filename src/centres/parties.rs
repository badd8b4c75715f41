//! Whom a centre has an agreement with: an organisation, another centre or a municipality.

use time::Date;

use super::{Centre, Network};
use crate::places::Municipality;

/// Which register a party stands in. Organisations come first: they may be called as a centre is.
#[derive(Clone, Copy, Debug)]
pub enum Party<'a> {
    /// By its slug, also one that is not known.
    Organisation,
    Centre(&'a Centre),
    /// By its number, as it was called last.
    Municipality(&'a Municipality),
}

impl Network {
    pub fn party(&self, party: &str) -> Party<'_> {
        if self.organisations.get(party).is_some() {
            return Party::Organisation;
        }
        let place = || self.places.newest(party).map(Party::Municipality);
        self.centre(party).map(Party::Centre).or_else(place).unwrap_or(Party::Organisation)
    }

    /// What it is called on a day; what is not known is told as it was written.
    pub fn party_name<'a>(&'a self, party: &'a str, day: Date) -> &'a str {
        match self.party(party) {
            Party::Organisation => self.organisations.name_on(party, day),
            Party::Centre(centre) => centre.name_on(day),
            Party::Municipality(municipality) => {
                let then = self.places.municipality(party, day);
                &then.unwrap_or(municipality).name
            }
        }
    }
}
