//! What is asked when a work is shared: of each measure, and how it went.

use serde_json::Value;

use super::Desk;
use crate::forms::{Alternative, Field, Filled, Form, alternatives};
use crate::i18n::Text;
use crate::improvement::{LIMIT, PROSE, said};
use crate::projects::Outcome;
use crate::work::Measured;

pub const SHOWN: &str = "vis";
pub const PEOPLE: &str = "folk";
pub const OPEN: &str = "apne";
pub const LIVE: &str = "folg";

const OUTCOME: &str = "utfall";
const EVIDENCE: &str = "grunnlag";

fn key(n: usize) -> String {
    format!("maling_{n}")
}

/// What was ticked of the measure with this place in the list.
pub fn ticked(filled: &Filled, n: usize) -> impl Iterator<Item = &str> {
    let ticked = filled.value.get(key(n)).and_then(Value::as_array);
    ticked.into_iter().flatten().filter_map(Value::as_str)
}

/// How it went, and what that is known by.
pub fn outcome(filled: &Filled) -> (Option<Outcome>, String) {
    (Outcome::named(filled.text(OUTCOME)), filled.text(EVIDENCE).to_owned())
}

impl Desk {
    pub fn form(&self, t: Text) -> Form {
        let outcomes = alternatives(Outcome::NAMES, |name| Outcome::named(name).map(Outcome::key));
        let measures = self.measures.iter().enumerate().map(|(n, measured)| {
            let options = [
                (SHOWN, "sharing-measure-shown"),
                (PEOPLE, "sharing-measure-people"),
                (LIVE, "sharing-measure-live"),
                (OPEN, "sharing-measure-open"),
            ];
            let options = options.map(|(value, words)| Alternative::new(value, words));
            let name = said::own(&self.open.work.lang, &measured.definition.name);
            let field = Field::choices(&key(n), name, options.into());
            let told = self.told_of(measured, t).join(" ");
            if told.is_empty() { field } else { field.helped(said::own(t.lang.code(), &told)) }
        });
        let mut fields: Vec<Field> = measures.collect();
        let outcome = Field::choice(OUTCOME, "sharing-outcome", outcomes);
        fields.push(match self.outcome {
            None => outcome.helped("sharing-outcome-help"),
            // It stays where nothing else is chosen.
            Some(there) => {
                let told = t.plain_with("sharing-outcome-there", "outcome", t.plain(there.key()));
                outcome.helped(said::own(t.lang.code(), &told))
            }
        });
        fields.push(
            Field::text(EVIDENCE, "sharing-evidence", PROSE, 3).helped("sharing-evidence-help"),
        );
        Form::new(LIMIT, fields).hiding([super::AT_ONCE])
    }

    /// What is to be known of a measure before it is shared.
    fn told_of(&self, measured: &Measured, t: Text) -> Vec<String> {
        let least = self.least.0;
        let mut told = Vec::new();
        match self.least.hidden_of(measured) {
            0 => {}
            _ if measured.is_share_of_unknown() => {
                told.push(t.plain_with("sharing-of-unknown", "least", least));
            }
            count => told.push(t.plain_with2("sharing-few", "count", count, "least", least)),
        }
        if measured.is_of_rare_events() {
            told.push(t.plain("sharing-rare"));
        }
        if self.waits_for_approval(measured) {
            told.push(t.plain("sharing-people-waits"));
        }
        told
    }

    /// The form as it is opened: as it was shared last, or all of it shown and nothing more.
    pub fn usual(&self) -> Filled {
        let mut filled = Filled::empty();
        for (n, measured) in self.measures.iter().enumerate() {
            let usual = self.usual_of(measured);
            let was_left_out = !self.before.is_empty()
                && self.before.iter().all(|choice| choice.measure != measured.row.id);
            let ticked = [
                (SHOWN, !was_left_out),
                (PEOPLE, usual.counts_people),
                (LIVE, usual.is_live),
                (OPEN, usual.is_open),
            ];
            for (value, _) in ticked.into_iter().filter(|(_, is_ticked)| *is_ticked) {
                filled.typed.add(key(n), value);
            }
        }
        filled
    }
}
