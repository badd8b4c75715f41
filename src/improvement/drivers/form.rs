//! The form of one driver: what it asks, what stands in it, and what it makes.

use serde_json::Value;
use uuid::Uuid;

use super::Told;
use crate::app::App;
use crate::forms::{Alternative, Field, Filled, Form, alternatives};
use crate::improvement::said::own;
use crate::improvement::{LIMIT, LINE, SEEN};
use crate::text::Fault;
use crate::web::Visit;
use crate::work::{Driver, Level, Open, SetDriver};

const WORDS: &str = "ord";
const LEVEL: &str = "niva";
pub const UNDER: &str = "under";
pub const MEASURES: &str = "malinger";
pub const TESTS: &str = "utprovinger";
/// The button that takes it away.
pub const TAKE: &str = "ta_bort";

/// A work with all that a driver can hang together with.
pub struct Desk<'a> {
    pub app: &'a App,
    pub visit: &'a Visit,
    pub open: &'a Open,
    pub told: &'a Told<'a>,
    /// The driver that is changed; none for a new one.
    pub driver: Option<&'a Driver>,
}

impl Desk<'_> {
    pub fn form(&self) -> Form {
        let lang = self.open.work.lang.as_str();
        let levels = alternatives(Level::NAMES, |name| Level::named(name).map(Level::key));
        let mut fields = vec![
            Field::line(WORDS, "improvement-drivers-words", LINE)
                .needed()
                .helped("improvement-drivers-words-help"),
            Field::choice(LEVEL, "improvement-drivers-level", levels)
                .needed()
                .helped("improvement-drivers-level-help"),
        ];
        let one = |id: Uuid, text: &str| Alternative::new(id.to_string(), own(lang, text));
        let outline = &self.told.outline;
        let is_other = |driver: &&Driver| self.driver.is_none_or(|own| own.id != driver.id);
        let nearer = outline.of(Level::Primary).chain(outline.of(Level::Secondary));
        let under = nearer.filter(is_other).map(|driver| one(driver.id, &driver.words)).collect();
        let measures = self.told.measures.iter();
        let measures = measures.map(|measure| one(measure.row.id, &measure.definition.name));
        let tests = self.told.cycles.iter();
        let tests = tests.map(|cycle| one(cycle.id, &format!("{}. {}", cycle.nth, cycle.plan)));
        let choices: [(&str, &str, &str, Vec<Alternative>); 3] = [
            (UNDER, "improvement-drivers-under", "improvement-drivers-under-help", under),
            (
                MEASURES,
                "improvement-drivers-measures",
                "improvement-drivers-measures-help",
                measures.collect(),
            ),
            (TESTS, "improvement-drivers-tests", "improvement-drivers-tests-help", tests.collect()),
        ];
        for (key, label, help, options) in choices {
            if !options.is_empty() {
                fields.push(Field::choices(key, label, options).helped(help));
            }
        }
        Form::new(LIMIT, fields).hiding([SEEN, TAKE])
    }

    /// The form with the driver as it stands; of a new one, what it is to serve.
    pub fn prefilled(&self, under: Option<Uuid>) -> Filled {
        let mut filled = Filled::empty();
        let under = under.and_then(|id| self.told.outline.driver(id));
        let level = match (self.driver, under.map(Driver::level)) {
            (Some(driver), _) => driver.level(),
            (None, None) => Level::Primary,
            (None, Some(Level::Primary)) => Level::Secondary,
            (None, Some(_)) => Level::Idea,
        };
        filled.typed.set(LEVEL, level.name());
        let Some(driver) = self.driver else {
            if let Some(under) = under {
                filled.typed.add(UNDER, under.id.to_string());
            }
            return filled;
        };
        let set = SetDriver::of(driver, &self.told.outline, self.told.cycles);
        filled.typed.set(WORDS, set.words);
        for (key, ids) in [(UNDER, set.serves), (MEASURES, set.measures), (TESTS, set.cycles)] {
            for id in ids {
                filled.typed.add(key, id.to_string());
            }
        }
        filled
    }

    /// What was filled in, or why it can't be so.
    pub fn set(&self, filled: &Filled) -> Result<SetDriver, Fault> {
        let level = Level::named(filled.text(LEVEL)).unwrap_or(Level::Idea);
        let ids = |key: &str| -> Vec<Uuid> {
            let chosen = filled.value.get(key).and_then(Value::as_array);
            let chosen = chosen.into_iter().flatten().filter_map(Value::as_str);
            chosen.filter_map(|id| Uuid::try_parse(id).ok()).collect()
        };
        let set = SetDriver {
            level,
            words: filled.text(WORDS).to_owned(),
            serves: ids(UNDER),
            measures: ids(MEASURES),
            cycles: ids(TESTS),
        };
        let mut above = set.serves.iter().filter_map(|id| self.told.outline.driver(*id));
        let Some(wrong) = above.find(|above| above.level() >= level) else { return Ok(set) };
        let key = match level {
            Level::Primary => "improvement-drivers-fault-primary",
            Level::Secondary | Level::Idea => "improvement-drivers-fault-secondary",
        };
        Err(Fault::new(UNDER, key).filled("driver", wrong.words.clone()))
    }
}
