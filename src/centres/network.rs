//! All centres together, with the places and organisations they lean on: the answer for any day.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use time::Date;
use uuid::Uuid;

use super::served::{ByMunicipality, Days, Open};
use super::{Area, Centre, CentreFact, Host, rules, store};
use crate::dates::Span;
use crate::db::{CachedEdition, DbErr, Reads};
use crate::organisations::{Organisations, StatedOrganisations};
use crate::places::{self, County, Municipality, Places};
use crate::statements::{self, Faults, File, Raw};

#[derive(Clone, Debug, Default)]
pub struct Network {
    pub places: Arc<Places>,
    pub organisations: Organisations,
    /// By kind, then by address.
    centres: Vec<Centre>,
    by_slug: BTreeMap<String, usize>,
    successors: BTreeMap<String, Vec<usize>>,
    /// Those that a statement points at.
    files: BTreeMap<Uuid, File>,
    pub(super) days: Days,
}

/// A municipality of today with what it was on another day: its names, its county and its centres
/// then.
#[derive(Clone, Debug)]
pub struct MunicipalityAsOf<'a> {
    /// Today's.
    pub code: &'a str,
    pub name: &'a str,
    /// What it was: the main one first; several when they have merged since.
    pub was: Vec<&'a Municipality>,
    /// The counties of those, one for each.
    pub counties: Vec<Option<&'a County>>,
    /// The county of the main one; not known before 1999. The main one has kept the name; where none
    /// has, it is the first of the county that most of them lay in.
    pub county: Option<&'a County>,
    /// The centres that served it, the narrowest first.
    pub centres: Vec<&'a Centre>,
}

/// How closely a centre serves a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Named,
    County,
    /// It was in the county when the statement began, and nobody has said more since.
    Once,
}

/// What a municipality, or a part of it, was on the day that it is told of by.
struct Part<'a> {
    at: Date,
    code: &'a str,
    now: &'a Municipality,
}

/// A county is told to have become those that took at least this part of it.
const PART: usize = 5;

impl Network {
    /// The whole network: one small query while it is the one that was read last.
    pub async fn load(db: &impl Reads) -> Result<Arc<Self>, DbErr> {
        static KEPT: CachedEdition<Network> = CachedEdition::new();
        KEPT.get(db, &[places::EDITION, store::EDITION], || async move {
            let places = Places::load(db).await?;
            let (organisations, centres) = store::raws(db).await?;
            let (mut network, faults) = Self::read(places, &organisations, &centres);
            network.files = statements::files(db).await?;
            let named: BTreeSet<Uuid> = network.papers().collect();
            network.files.retain(|id, _| named.contains(id));
            // They were right when they were stored: newer places may have taken a code away.
            for fault in faults {
                tracing::warn!(%fault, "a stored statement breaks a rule");
            }
            Ok(network)
        })
        .await
    }

    /// Reads what is said; what breaks a rule is told. A centre that can't be read is left out.
    pub fn read(
        places: Arc<Places>,
        organisations: &StatedOrganisations,
        centres: &BTreeMap<String, (Uuid, Vec<Raw>)>,
    ) -> (Self, Faults) {
        let (organisations, mut faults) = Organisations::read(&places, organisations);
        let mut all = Vec::new();
        for (slug, (id, raws)) in centres {
            let read = statements::read_all::<CentreFact>(raws);
            match read.and_then(|said| Centre::new(*id, slug, said)) {
                Ok(centre) => all.push(centre),
                Err(why) => faults.extend(why),
            }
        }
        let network = Self::of(places, organisations, all);
        faults.extend(rules::check(&network));
        (network, faults)
    }

    fn of(places: Arc<Places>, organisations: Organisations, mut centres: Vec<Centre>) -> Self {
        centres.sort_by(|a, b| (a.kind, &a.slug).cmp(&(b.kind, &b.slug)));
        let by_slug = centres.iter().enumerate().map(|(n, c)| (c.slug.clone(), n)).collect();
        let mut successors: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (n, centre) in centres.iter().enumerate() {
            for before in centre.predecessors() {
                successors.entry(before.to_owned()).or_default().push(n);
            }
        }
        Self {
            places,
            organisations,
            centres,
            by_slug,
            successors,
            files: BTreeMap::new(),
            days: Days::default(),
        }
    }

    /// A file that a statement points at: what nobody points at any more is not there.
    pub fn file(&self, id: Uuid) -> Option<&File> {
        self.files.get(&id)
    }

    fn papers(&self) -> impl Iterator<Item = Uuid> {
        let said = self.centres.iter().flat_map(|centre| &centre.statements);
        said.filter_map(|statement| statement.fact.paper()?.file)
    }

    pub fn centres(&self) -> &[Centre] {
        &self.centres
    }

    pub fn centre(&self, slug: &str) -> Option<&Centre> {
        self.by_slug.get(slug).map(|n| &self.centres[*n])
    }

    /// The centres there were that day.
    pub fn on(&self, day: Date) -> impl Iterator<Item = &Centre> {
        self.centres.iter().filter(move |centre| centre.is_on(day))
    }

    pub fn successors(&self, slug: &str) -> impl Iterator<Item = &Centre> {
        self.successors.get(slug).into_iter().flatten().map(|n| &self.centres[*n])
    }

    /// Everything that a centre came of, and everything that came of it, itself among them, in the
    /// order they began.
    pub fn line_of<'a>(&'a self, centre: &'a Centre) -> Vec<&'a Centre> {
        let mut found: BTreeMap<&str, &Centre> = BTreeMap::new();
        for forward in [false, true] {
            let mut next = vec![centre];
            let mut seen = BTreeSet::new();
            while let Some(centre) = next.pop() {
                if !seen.insert(&centre.slug) {
                    continue;
                }
                found.insert(&centre.slug, centre);
                if forward {
                    next.extend(self.successors(&centre.slug));
                } else {
                    next.extend(centre.predecessors().into_iter().filter_map(|s| self.centre(s)));
                }
            }
        }
        let mut line: Vec<&Centre> = found.into_values().collect();
        line.sort_by_key(|centre| (centre.valid.first_day(), centre.kind, &centre.slug));
        line
    }

    /// The counties that its area was told by.
    pub fn county_codes(&self, centre: &Centre) -> Vec<String> {
        let counties = centre.areas().filter_map(|(area, _)| match area {
            Area::County(code) => Some(code.clone()),
            _ => None,
        });
        counties.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// What a county that a source names is on the day: those that at least one in five of its
    /// municipalities lie in. Itself, when nothing is known of it then.
    pub fn counties_on<'a>(&'a self, code: &'a str, day: Date) -> Vec<&'a str> {
        let counties = self.places.counties();
        if counties.get(code).is_none_or(|county| county.is_on(day)) {
            return vec![code];
        }
        let its = self.of_county(code, day);
        let mut reached: BTreeMap<&str, usize> = BTreeMap::new();
        for county in its.iter().filter_map(|m| self.places.county_on(m, day)) {
            *reached.entry(&county.code).or_default() += 1;
        }
        reached.retain(|_, count| *count * PART >= its.len());
        if reached.is_empty() { vec![code] } else { reached.into_keys().collect() }
    }

    /// The host municipality and the unit in it, as they were called when the statement began.
    pub fn host_name(&self, host: &Host, valid: Span) -> String {
        let day = self.first_known(host, valid);
        let then = self.places.municipality(&host.municipality, day);
        let name = then.or_else(|| self.places.newest(&host.municipality));
        let name = name.map_or(host.municipality.as_str(), |municipality| &municipality.name);
        match &host.organisation {
            Some(slug) => format!("{name} ({})", self.organisations.name_on(slug, day)),
            None => name.to_owned(),
        }
    }

    /// What the host municipality is that day, when that is called something else now.
    pub fn host_now<'a>(&'a self, host: &Host, valid: Span, day: Date) -> Option<&'a Municipality> {
        let began = self.first_known(host, valid);
        let then = self.places.municipality(&host.municipality, began)?;
        self.host_on(host, valid, day).filter(|now| !now.shares_name(then))
    }

    pub(super) fn first_known(&self, host: &Host, valid: Span) -> Date {
        self.places.first_known(&host.municipality, valid)
    }

    /// Hosts in the order of time: each span, and who held it.
    pub fn hosts_of(&self, centre: &Centre) -> Vec<(Span, Vec<String>)> {
        let mut spans: BTreeMap<Span, Vec<String>> = BTreeMap::new();
        for (host, statement) in centre.hosts() {
            let name = self.host_name(host, statement.valid);
            let names = spans.entry(statement.valid).or_default();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        spans.into_iter().collect()
    }

    /// The host municipality on another day than the one it was named on.
    pub fn host_on<'a>(&'a self, host: &Host, valid: Span, day: Date) -> Option<&'a Municipality> {
        let began = self.first_known(host, valid);
        let then = self.places.municipality(&host.municipality, began)?;
        main_of(then, self.places.follow(&host.municipality, began, day))
    }

    /// The centres of that day of which no source says for which municipalities they are, with the
    /// counties of the day in which they are said to be.
    pub(super) fn work_out_open(&self, day: Date) -> Open {
        let open = |centre: &'_ Centre| {
            let areas = centre.areas().filter(|(area, s)| s.valid.contains(day) && area.is_open());
            areas.map(|(area, _)| area.somewhere_in().to_vec()).reduce(|mut all, more| {
                all.extend(more);
                all
            })
        };
        // What the counties have become, but not what took only a small part of them.
        let known = |codes: Vec<String>| -> BTreeSet<String> {
            let now = self.places.filed_under(&codes, &[]).counties;
            let of = now.iter().filter_map(|code| self.places.counties().get(code));
            of.filter(|county| county.is_on(day)).map(|county| county.code.clone()).collect()
        };
        let on = self.centres.iter().enumerate().filter(|(_, centre)| centre.is_on(day));
        on.filter_map(|(n, centre)| Some((n, known(open(centre)?)))).collect()
    }

    /// The centres that the municipality is host or satellite of that day.
    pub fn held_by<'a>(&'a self, code: &str, day: Date) -> Vec<(&'a Centre, bool)> {
        let mut held = Vec::new();
        for centre in self.on(day) {
            let its = centre.on(day).filter_map(|s| match &s.fact {
                CentreFact::Host(host) => Some((host, s.valid, true)),
                CentreFact::Satellite(host) => Some((host, s.valid, false)),
                _ => None,
            });
            let is_here = |(host, valid, _): &(&Host, Span, bool)| {
                self.host_on(host, *valid, day).is_some_and(|m| m.code == code)
            };
            let found = its.filter(is_here).map(|(.., is_host)| is_host).max();
            held.extend(found.map(|is_host| (centre, is_host)));
        }
        held
    }

    /// Who hosted what the centre came of, where that was another municipality: each predecessor with
    /// a known host, the last before, and its hosts.
    pub fn moved_from<'a>(&'a self, centre: &'a Centre) -> Vec<(&'a Centre, Vec<String>)> {
        let Some(first) = centre.valid.first_day() else { return Vec::new() };
        let here = |of: &'a Centre| -> BTreeSet<&'a str> {
            let codes = of.hosts().filter_map(|(host, s)| self.host_on(host, s.valid, first));
            codes.map(|m| m.code.as_str()).collect()
        };
        let own = here(centre);
        let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
        let mut next = centre.predecessors();
        while let Some(slug) = next.pop() {
            let Some(before) = self.centre(slug).filter(|_| seen.insert(slug)) else { continue };
            let hosts = here(before);
            if hosts.is_empty() {
                next.extend(before.predecessors());
            } else if !own.is_empty() && hosts.is_disjoint(&own) {
                let names = self.hosts_of(before).pop().map(|(_, names)| names);
                found.push((before, names.unwrap_or_default()));
            }
        }
        found
    }

    /// Who served each municipality that day, by its code then, the narrowest first. One that has come
    /// of several has the centres of each.
    pub(super) fn work_out(&self, day: Date) -> ByMunicipality {
        let mut found: BTreeMap<&str, BTreeMap<usize, Reach>> = BTreeMap::new();
        let mut told: BTreeMap<&str, Vec<Part<'_>>> = BTreeMap::new();
        for (n, centre) in self.centres.iter().enumerate().filter(|(_, c)| c.is_on(day)) {
            for statement in centre.on(day) {
                let (reach, served) = match &statement.fact {
                    CentreFact::Area(Area::County(code)) => {
                        (Reach::County, self.county_parts(code, day))
                    }
                    CentreFact::Area(
                        Area::Municipalities(codes) | Area::Of { municipalities: codes, .. },
                    ) => (Reach::Named, self.followed(codes, statement.valid, day)),
                    _ => continue,
                };
                for part in served {
                    let reaches = found.entry(&part.now.code).or_default();
                    let known = reaches.entry(n).or_insert(reach);
                    *known = reach.min(*known);
                    told.entry(&part.now.code).or_default().push(part);
                }
            }
        }
        self.add_once(day, &told, &mut found);
        let sorted = |reaches: BTreeMap<usize, Reach>| {
            let mut centres: Vec<(Reach, usize)> =
                reaches.into_iter().map(|(n, reach)| (reach, n)).collect();
            centres.sort_unstable();
            centres.into_iter().map(|(_, n)| n).collect()
        };
        found.into_iter().map(|(code, reaches)| (code.to_owned(), sorted(reaches))).collect()
    }

    /// Those that nobody has told of since they left a county still belong to its centre, also when
    /// they have become part of a municipality whose other parts are told of.
    fn add_once<'a>(
        &'a self,
        day: Date,
        told: &BTreeMap<&str, Vec<Part<'_>>>,
        found: &mut BTreeMap<&'a str, BTreeMap<usize, Reach>>,
    ) {
        for (n, code, valid) in self.county_areas(day) {
            let Some(began) = valid.first_day() else { continue };
            for municipality in self.places.on(began).filter(|m| m.county() == code) {
                for now in self.places.follow(&municipality.code, began, day) {
                    let reaches = found.entry(&now.code).or_default();
                    let parts = told.get(now.code.as_str()).map(Vec::as_slice).unwrap_or_default();
                    let is_told = || parts.iter().any(|part| self.is_of(municipality, began, part));
                    if !reaches.contains_key(&n) && !is_told() {
                        reaches.insert(n, Reach::Once);
                    }
                }
            }
        }
    }

    /// Is what the municipality was on `day` in the part that is told of?
    fn is_of(&self, municipality: &Municipality, day: Date, part: &Part<'_>) -> bool {
        let became = |from: &str, since, until, to: &str| {
            self.places.follow(from, since, until).iter().any(|m| m.code == to)
        };
        if day <= part.at {
            became(&municipality.code, day, part.at, part.code)
        } else {
            became(part.code, part.at, day, &municipality.code)
        }
    }

    /// The centres of that day whose area is a county: which, the county, and since when.
    fn county_areas(&self, day: Date) -> impl Iterator<Item = (usize, &str, Span)> {
        let on = self.centres.iter().enumerate().filter(move |(_, centre)| centre.is_on(day));
        on.flat_map(move |(n, centre)| {
            centre.on(day).filter_map(move |s| match &s.fact {
                CentreFact::Area(Area::County(code)) => Some((n, code.as_str(), s.valid)),
                _ => None,
            })
        })
    }

    fn followed<'a>(&'a self, codes: &'a [String], valid: Span, day: Date) -> Vec<Part<'a>> {
        let mut parts = Vec::new();
        for code in codes {
            let host = Host { municipality: code.clone(), organisation: None };
            let at = self.first_known(&host, valid);
            let followed = self.places.follow(code, at, day);
            parts.extend(followed.into_iter().map(|now| Part { at, code, now }));
        }
        parts
    }

    /// What is in the county that day; of a county that is no more, what its municipalities became.
    pub fn of_county(&self, code: &str, day: Date) -> Vec<&Municipality> {
        let mut found: Vec<_> =
            self.county_parts(code, day).into_iter().map(|part| part.now).collect();
        found.sort_by(|a, b| a.code.cmp(&b.code));
        found.dedup_by(|a, b| a.code == b.code);
        found
    }

    fn county_parts(&self, code: &str, day: Date) -> Vec<Part<'_>> {
        let Some(county) = self.places.counties().get(code) else { return Vec::new() };
        let at = match county.valid_to.and_then(Date::previous_day) {
            _ if county.is_on(day) => day,
            Some(last) if last < day => last,
            _ => county.valid_from,
        };
        let there = self.places.on(at).filter(|m| m.county() == code);
        let mut parts = Vec::new();
        for then in there {
            let followed =
                if at == day { vec![then] } else { self.places.follow(&then.code, at, day) };
            parts.extend(followed.into_iter().map(|now| Part { at, code: &then.code, now }));
        }
        parts
    }

    /// Each municipality of today, told as of `day`.
    pub fn map_on(&self, day: Date, today: Date) -> Vec<MunicipalityAsOf<'_>> {
        let serving = self.serving(day);
        let then = |now| {
            let municipality: &Municipality = now;
            let mut was = self.places.follow(&municipality.code, today, day);
            let all = was.clone();
            // The one that kept the name; else one of the county that most of them lay in.
            was.sort_by_key(|m| {
                (!m.shares_name(municipality), Reverse(how_many_in(&all, m.county())))
            });
            let main = was.first().copied();
            let counties: Vec<_> = was.iter().map(|m| self.places.county_on(m, day)).collect();
            MunicipalityAsOf {
                code: &municipality.code,
                name: &municipality.name,
                was,
                county: counties.first().copied().flatten(),
                counties,
                centres: main.map(|main| serving.of(&main.code).collect()).unwrap_or_default(),
            }
        };
        self.places.on(today).map(then).collect()
    }
}

impl MunicipalityAsOf<'_> {
    /// What it was, by name; one that lay in another county than the main one has that in brackets.
    pub fn was_called(&self) -> Vec<String> {
        let told = |(was, county): (&&Municipality, Option<&County>)| match county {
            Some(its) if Some(its) != self.county => format!("{} ({})", was.name, its.name),
            _ => was.name.clone(),
        };
        self.was.iter().zip(self.counties.iter().copied()).map(told).collect()
    }
}

/// How many of them lay in the county.
fn how_many_in(all: &[&Municipality], county: &str) -> usize {
    all.iter().filter(|municipality| municipality.county() == county).count()
}

/// Of several, the one that has kept the name; else the first.
fn main_of<'a>(like: &Municipality, of: Vec<&'a Municipality>) -> Option<&'a Municipality> {
    of.iter().find(|m| m.shares_name(like)).or_else(|| of.first()).copied()
}
