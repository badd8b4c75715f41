//! Who is served by which centre on a day: worked out once for a day, and kept as long as the network is the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use time::Date;

use super::{Centre, Network};

/// By the code of the municipality that day: its centres as the network has them in order, the narrowest first.
pub type ByMunicipality = BTreeMap<String, Vec<usize>>;
/// Those of which no source says for which municipalities they are, with the counties in which they are said to be.
pub type Open = Vec<(usize, BTreeSet<String>)>;

#[derive(Debug)]
struct Day {
    served: ByMunicipality,
    open: Open,
}

/// More than the days that pages are usually asked for; whoever walks through all of them has them worked out anew.
const MOST: usize = 64;

#[derive(Debug, Default)]
pub struct Days(Mutex<HashMap<Date, Arc<Day>>>);

impl Days {
    fn on(&self, network: &Network, day: Date) -> Arc<Day> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept().get(&day) {
            return Arc::clone(found);
        }
        // Two who ask at once may both work it out.
        let made =
            Arc::new(Day { served: network.work_out(day), open: network.work_out_open(day) });
        let mut kept = kept();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(day, Arc::clone(&made));
        made
    }
}

/// A copy may be changed, so it begins with nothing.
impl Clone for Days {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// Who is there for whom on one day.
pub struct Serving<'a> {
    network: &'a Network,
    day: Arc<Day>,
}

impl<'a> Serving<'a> {
    /// The centres of a municipality of that day, the narrowest first.
    pub fn of(&self, municipality: &str) -> impl Iterator<Item = &'a Centre> {
        let its = self.day.served.get(municipality).into_iter().flatten();
        its.map(|n| &self.network.centres()[*n])
    }

    /// The codes of the municipalities that a centre serves.
    pub fn by(&self, centre: &Centre) -> impl Iterator<Item = &str> {
        let its =
            |all: &[usize]| all.iter().any(|n| self.network.centres()[*n].slug == centre.slug);
        let served = self.day.served.iter();
        served.filter(move |(_, all)| its(all)).map(|(code, _)| code.as_str())
    }

    /// The centres that no source gives municipalities, with the counties of that day in which they are said to be.
    pub fn open(&self) -> impl Iterator<Item = (&'a Centre, &BTreeSet<String>)> {
        self.day.open.iter().map(|(n, counties)| (&self.network.centres()[*n], counties))
    }

    /// Those that are for somebody in the county; for whom, no source says.
    pub fn maybe(&self, county: &str) -> impl Iterator<Item = &'a Centre> {
        self.open().filter(move |(_, counties)| counties.contains(county)).map(|(centre, _)| centre)
    }
}

impl Network {
    /// Who served whom that day. One that has come of several has the centres of each.
    pub fn serving(&self, day: Date) -> Serving<'_> {
        Serving { network: self, day: self.days.on(self, day) }
    }
}
