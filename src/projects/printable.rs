//! A project on paper: how it went, the story part by part, the work behind it, sources, and the facts.

use time::Date;

use super::facts::{self, Facts};
use super::show::heading;
use super::work;
use crate::i18n::Text;
use crate::items::{Link, Shown};
use crate::kinds::{FactLine, Printable, Section, Until};
use crate::library::sheet::Sheet;
use crate::work::Shared;

pub fn printable(shown: &Shown, t: Text) -> Printable {
    let facts: Facts = shown.content.facts_as();
    let tag = facts.outcome.map(|outcome| outcome.tag(t));
    let has_outcome = tag.is_some() || !facts.outcome_note.is_empty();
    let period = if facts.period.is_empty() { String::new() } else { t.period(&facts.period) };
    let status = facts.standing(None).map(|key| t.plain(key)).unwrap_or_default();
    let last = facts.holds_until();
    let after = last.and_then(Date::next_day).and_then(|day| facts.standing(Some(day)));
    let until =
        last.zip(after).map(|(last, key)| Until { fact: "status", last, then: t.plain(key) });
    Printable {
        outcome: has_outcome.then(|| (tag, facts.outcome_note.clone())),
        parts: parts(shown, &facts, t),
        facts: lines(&facts, status, period, t),
        until,
        ..Printable::default()
    }
}

fn parts(shown: &Shown, facts: &Facts, t: Text) -> Vec<Section> {
    let mut sheet = Sheet::of(shown, t);
    for (name, text) in facts.sections.all() {
        let (id, key) = heading(name, facts.status);
        sheet.part(id, key, text, t);
    }
    if let Some(shared) = Shared::of(shown.content.work.as_ref()) {
        work::paper::add(&mut sheet, &shared, t);
    }
    let partner = |name: &String| Link { text: name.clone(), url: None };
    let partners: Vec<Link> = facts.partners.iter().map(partner).collect();
    sheet.links("partnere", t.get("projects-partners"), &partners);
    sheet.links("kilder", t.get("projects-sources"), &facts.sources);
    sheet.links("materiell", t.get("projects-materials"), &facts.materials);
    sheet.parts
}

fn lines(facts: &Facts, status: String, period: String, t: Text) -> Vec<FactLine> {
    let leader = |leader: &facts::Leader| match &leader.name {
        Some(name) if leader.role.is_empty() => name.clone(),
        Some(name) => format!("{name}, {}", leader.role),
        None => leader.role.clone(),
    };
    let count = |key: &str, n: usize| t.with(key, "count", n);
    let responsible = count("projects-fact-responsible", facts.responsible.len());
    let leaders = count("projects-fact-leaders", facts.leaders.len());
    let lines = [
        FactLine::of("status", t.get("projects-fact-status"), [status]),
        FactLine::of("period", t.get("projects-fact-period"), [period]),
        FactLine::of("responsible", responsible, facts.responsible.clone()),
        FactLine::of("leaders", leaders, facts.leaders.iter().map(leader)),
        FactLine::of("funders", t.get("projects-fact-funders"), facts.funders.clone()),
        FactLine::of("aim", t.get("projects-fact-aim"), [facts.aim.clone()]),
        FactLine::of("users", t.get("projects-fact-users"), [facts.user_involvement.clone()]),
        FactLine::of("anchoring", t.get("projects-fact-anchoring"), [facts.anchoring.clone()]),
    ];
    lines.into_iter().flatten().collect()
}
