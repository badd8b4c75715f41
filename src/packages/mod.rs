//! Training packages: ready for a workplace to teach itself, module by module.

mod facts;
mod form;
mod samples;
#[cfg(test)]
mod tests;

use askama::Template;
use serde_json::{Value, json};

use crate::app::{InBar, MenuEntry};
use crate::i18n::Text;
use crate::items::{self, Card, Content, Link, Shown};
use crate::kinds;
use crate::kinds::filters::THEME;
use crate::kinds::sharing::{Schema, Sharing};
use crate::kinds::{CardFoot, Guide, Headings, Kind};
use crate::library::linked::organisation;
use crate::library::offered::{self, AUDIENCE, TIME};
use crate::library::sheet::{self, Sheet};
use crate::markdown;
use crate::pdf::text::{self, Block};
use crate::room::Room;

use facts::Facts;

pub static KIND: Kind = Kind {
    store: items::Kind::of::<Facts>("package"),
    word: "packages-word",
    path: "opplaeringspakker",
    card_foot,
    list: Some(Headings {
        heading: "packages-heading",
        lead: "packages-lead",
        count: "packages-count",
    }),
    filters: &[THEME, AUDIENCE, TIME],
    guide: Some(|content, t| guide(content.facts_as(), t)),
    printable: |shown, t| page(shown, t).on_paper(),
    sharing: Sharing { schema, fact_label, ..Sharing::PLAIN },
    ..Kind::PLAIN
};

pub const ROOM: Room = Room {
    name: "packages",
    kinds: &[&KIND],
    routes: |_| sheet::routes(&KIND, page),
    menu: &[MenuEntry {
        path: "opplaeringspakker",
        label: "web-menu-packages",
        order: 30,
        in_bar: InBar::Always,
    }],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

/// «4 moduler · 2 timer».
fn card_foot(card: &Card, t: Text) -> CardFoot {
    let number = |name: &str| {
        let number = card.facts.get(name).and_then(Value::as_u64)?;
        u32::try_from(number).ok().filter(|number| *number > 0)
    };
    let modules = number("modules").map(|count| t.with("packages-modules", "count", count));
    CardFoot::quietly(modules, number("minutes").map(|minutes| offered::duration(minutes, t)), t)
}

fn guide(facts: Facts, t: Text) -> Guide {
    let mut resources = Vec::new();
    if let Some(minutes) = facts.minutes() {
        resources.push((t.get("packages-time"), offered::duration(minutes, t)));
    }
    if !facts.modules.is_empty() {
        let count = facts.modules.len();
        resources.push((t.get("packages-section-modules"), count.to_string()));
    }
    if !facts.target_groups.is_empty() {
        let groups = offered::audiences(&facts.target_groups, t).join(", ");
        resources.push((t.get("library-filter-audience"), groups));
    }
    // How it was tried out is how others may begin.
    let under = |key: &str, text: String| {
        (!text.is_empty()).then(|| format!("## {}\n\n{text}", t.plain(key)))
    };
    let start: Vec<String> = [
        Some(facts.how_to_start).filter(|text| !text.is_empty()),
        under("packages-section-method", facts.try_out.method),
        under("packages-section-model", facts.try_out.model),
    ]
    .into_iter()
    .flatten()
    .collect();
    Guide {
        is_use: true,
        is_no_model: false,
        how_to_start: start.join("\n\n"),
        how_to_sustain: facts.how_to_sustain,
        what_it_took: String::new(),
        resources,
        materials: Vec::new(),
    }
}

fn schema(content: &Content) -> Schema {
    let facts: Facts = content.facts_as();
    let work = facts.minutes().map(|minutes| {
        json!({ "@type": "CourseInstance", "courseMode": "Onsite",
            "courseWorkload": format!("PT{minutes}M") })
    });
    let taught: Vec<&str> = facts.modules.iter().map(|module| module.title.as_str()).collect();
    Schema::of("Course")
        .with("teaches", taught)
        .with("abstract", facts.aim.clone())
        .with("hasCourseInstance", work)
        .with("license", facts.licence_url.clone().or_else(|| facts.licence.clone()))
        .with("version", facts.version.clone())
        .with("provider", facts.publisher.as_deref().map(organisation))
}

fn fact_label(name: &str) -> Option<&'static str> {
    Some(match name {
        "aim" => "packages-section-aim",
        "target_groups" => "library-filter-audience",
        "modules" => "packages-section-modules",
        "method" => "packages-section-method",
        "model" => "packages-section-model",
        "experience" => "packages-section-experience",
        "how_to_start" => "packages-section-how-to-start",
        "how_to_sustain" => "packages-section-how-to-sustain",
        "licence" => "library-fact-licence",
        "licence_url" => "library-licence-url",
        "publisher" => "library-fact-publisher",
        "version" => "library-fact-version",
        "revised" => "library-fact-revised",
        _ => return None,
    })
}

struct ModuleView {
    number: usize,
    title: String,
    time: Option<String>,
    html: String,
    materials: Vec<Link>,
    checklist: Vec<String>,
    questions: Vec<String>,
}

#[derive(Template)]
#[template(path = "packages/modules.html")]
struct Modules {
    t: Text,
    /// The reader's language where the package is in another; else empty.
    ours: &'static str,
    all: Vec<ModuleView>,
}

const IDS: [&str; 12] = [
    "modul-1", "modul-2", "modul-3", "modul-4", "modul-5", "modul-6", "modul-7", "modul-8",
    "modul-9", "modul-10", "modul-11", "modul-12",
];

/// A module for paper: what the template shows, in the same order.
fn on_paper(module: &facts::Module, number: usize, t: Text) -> Vec<Block> {
    let mut blocks = vec![kinds::heading(3, &format!("{number}. {}", module.title))];
    if let Some(minutes) = module.minutes {
        blocks.push(Block::Par { c: text::line(&offered::duration(minutes, t)) });
    }
    blocks.extend(text::of(&module.text, 4));
    let heading = |key: &str| kinds::heading(4, t.get(key).as_str());
    if !module.materials.is_empty() {
        blocks.push(heading("packages-module-materials"));
        blocks.push(kinds::link_list(&module.materials));
    }
    for (key, lines) in [
        ("packages-module-checklist", &module.checklist),
        ("packages-module-questions", &module.questions),
    ] {
        if !lines.is_empty() {
            blocks.push(heading(key));
            blocks.push(kinds::line_list(lines));
        }
    }
    blocks
}

fn page(shown: &Shown, t: Text) -> Sheet {
    let facts: Facts = shown.content.facts_as();
    let total = facts.minutes().map(|minutes| offered::duration(minutes, t));
    let mut sheet = Sheet::of(shown, t);
    sheet.meta.extend(total.clone());
    sheet.part("mal", "packages-section-aim", &facts.aim, t);
    sheet.part("om", "packages-section-about", &shown.content.body, t);
    let mut blocks = Vec::new();
    let modules: Vec<ModuleView> = facts
        .modules
        .into_iter()
        .zip(1..)
        .map(|(module, number)| {
            let id = IDS.get(number - 1).copied().unwrap_or("modul");
            blocks.extend(on_paper(&module, number, t));
            let place = markdown::Placement::part(id, &module.title, t).showing(&sheet.figures);
            let html = markdown::render(&module.text, &place).html;
            ModuleView {
                number,
                title: module.title,
                time: module.minutes.map(|minutes| offered::duration(minutes, t)),
                html,
                materials: module.materials,
                checklist: module.checklist,
                questions: module.questions,
            }
        })
        .collect();
    if !modules.is_empty() {
        let ours = if shown.item.lang == t.lang.code() { "" } else { t.lang.code() };
        let count = modules.len();
        let html = Modules { t, ours, all: modules }.render().unwrap_or_default();
        sheet.html_part("moduler", t.get("packages-section-modules"), html, blocks);
        sheet.fact("modules", t.get("packages-section-modules"), Some(count.to_string()));
    }
    sheet.part("metode", "packages-section-method", &facts.try_out.method, t);
    sheet.part("modell", "packages-section-model", &facts.try_out.model, t);
    sheet.part("erfaringer", "packages-section-experience", &facts.experience, t);
    sheet.part("kom-i-gang", "packages-section-how-to-start", &facts.how_to_start, t);
    sheet.part("hold-ved-like", "packages-section-how-to-sustain", &facts.how_to_sustain, t);
    sheet.fact("time", t.get("packages-time"), total);
    sheet.fact(
        "audience",
        t.get("library-filter-audience"),
        offered::audiences(&facts.target_groups, t),
    );
    let licence = (facts.licence, facts.licence_url);
    sheet.edition(licence, facts.publisher, facts.version, facts.revised, t);
    sheet
}
