//! Pådriver with one kind more, added by a crate of its own: agreements, with who the other party is
//! and which form they have. `cargo run --example extra_kind -- demo` serves it.
//!
//! A kind is plain data that a room hands in. What is said here is all that it takes to be imported,
//! exported, listed with a filter and counts, searched, followed, printed and looked back at.

use std::process::ExitCode;

use padriver::app::{InBar, MenuEntry};
use padriver::forms::{self, Alternative, Field};
use padriver::i18n::{Lang, Text};
use padriver::items::{self, Shown};
use padriver::kinds::filters::{COUNTY, THEME};
use padriver::kinds::sharing::{Schema, Sharing};
use padriver::kinds::{CardFoot, Filter, Headings, Kind, Order};
use padriver::library::article::{self, Details, Fact};
use padriver::library::fields::LIMIT;
use padriver::room::Room;
use padriver::site::Site;
use padriver::text::{Fault, check_line};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Every key begins with the name of the room, and stands in nb, nn and en.
pub static ROOM: Room = Room {
    name: "agreements",
    kinds: &[&KIND],
    words: &[
        (Lang::Nb, include_str!("nb.ftl")),
        (Lang::Nn, include_str!("nn.ftl")),
        (Lang::En, include_str!("en.ftl")),
    ],
    routes: |_| article::routes(&KIND, details),
    menu: &[MenuEntry {
        path: "avtaler",
        label: "agreements-heading",
        order: 45,
        in_bar: InBar::Never,
    }],
    ..Room::EMPTY
};

static KIND: Kind = Kind {
    store: items::Kind::of::<Facts>("agreement"),
    word: "agreements-word",
    path: "avtaler",
    is_dated: true,
    card_foot: |card, t| {
        let facts: Facts = card.facts_as();
        CardFoot::quietly(facts.form.map(|form| t.get(form.key())), None, t)
    },
    list: Some(Headings {
        heading: "agreements-heading",
        lead: "agreements-lead",
        count: "agreements-count",
    }),
    filters: &[FORM, THEME, COUNTY],
    printable: |shown, t| details(shown, t).on_paper(),
    sharing: Sharing {
        schema: |_| Schema::of("DigitalDocument"),
        fact_label: |name| match name {
            "form" => Some("agreements-form"),
            "party" => Some("agreements-party"),
            _ => None,
        },
        ..Sharing::PLAIN
    },
    ..Kind::PLAIN
};

/// Search narrows by it too, on its page and in the API.
const FORM: Filter = Filter {
    facet: "agreement_form",
    parameter: "avtaleform",
    heading: "agreements-form",
    order: Order::Fixed(&["framework", "cooperation"]),
    open: true,
    searched: true,
    label: |_, value, t| AgreementType::named(value).map(|form| t.get(form.key())),
};

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AgreementType {
    Framework,
    Cooperation,
}

impl AgreementType {
    fn named(name: &str) -> Option<Self> {
        [Self::Framework, Self::Cooperation].into_iter().find(|form| form.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Framework => "framework",
            Self::Cooperation => "cooperation",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Framework => "agreements-form-framework",
            Self::Cooperation => "agreements-form-cooperation",
        }
    }
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Facts {
    form: Option<AgreementType>,
    /// With whom.
    party: String,
}

/// No name of a party is longer.
const LONGEST: usize = 300;

impl items::Facts for Facts {
    fn form() -> forms::Form {
        let forms = [AgreementType::Framework, AgreementType::Cooperation];
        let forms = forms.map(|form| Alternative::new(form.name(), form.key()));
        let fields = [
            Field::choice("form", "agreements-form", forms.into()),
            Field::line("party", "agreements-party", LONGEST),
        ];
        forms::Form::new(LIMIT, fields)
    }

    fn check(&mut self) -> Vec<Fault> {
        match check_line("facts.party", &self.party, LONGEST, false) {
            Ok(party) => self.party = party,
            Err(fault) => return vec![fault],
        }
        Vec::new()
    }

    fn facets(&self) -> Vec<(&'static str, String)> {
        let form = self.form.map(|form| ("agreement_form", form.name().to_owned()));
        form.into_iter().collect()
    }

    fn card(&self) -> Value {
        json!({ "form": self.form })
    }

    fn organisations(&self) -> Vec<String> {
        vec![self.party.clone()]
    }
}

fn details(shown: &Shown, t: Text) -> Details {
    let facts: Facts = shown.content.facts_as();
    let fact = |key: &'static str, value: String| Fact { key, name: t.get(key), value };
    let form = facts.form.map(|form| fact("agreements-form", t.plain(form.key())));
    let party = Some(facts.party).filter(|party| !party.is_empty());
    let party = party.map(|party| fact("agreements-party", party));
    Details { facts: form.into_iter().chain(party).collect(), ..Details::default() }
}

fn main() -> ExitCode {
    padriver::cli::run(&Site::default().with(&ROOM))
}
