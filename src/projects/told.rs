//! A project on paper: how it went, the story part by part, sources, and the facts.

use super::facts::{self, Facts};
use super::show::heading;
use crate::i18n::Text;
use crate::library::{Content, Line, Part, PartBody, Told};

pub fn told(content: &Content, t: Text) -> Told {
    let facts = facts::read(&content.facts);
    let tag = facts.outcome.map(|outcome| outcome.tag(t));
    let has_says = tag.is_some() || !facts.outcome_note.is_empty();
    let period = if facts.period.is_empty() { String::new() } else { t.period(&facts.period) };
    let status = facts.status.map(|status| t.plain(status.key())).unwrap_or_default();
    Told {
        byline: Vec::new(),
        says: has_says.then(|| (tag, facts.outcome_note.clone())),
        parts: parts(&facts, t),
        facts: lines(&facts, status, period, t),
    }
}

fn parts(facts: &Facts, t: Text) -> Vec<Part> {
    let mut parts = Vec::new();
    for (name, text) in facts.sections.all() {
        if !text.is_empty() {
            let (id, key) = heading(name);
            parts.push(Part { id, heading: t.get(key), body: PartBody::Text(text.to_owned()) });
        }
    }
    let mut more = |id: &'static str, heading, body, is_empty: bool| {
        if !is_empty {
            parts.push(Part { id, heading, body });
        }
    };
    let (partners, sources, materials) =
        (facts.partners.clone(), facts.sources.clone(), facts.materials.clone());
    let no = (partners.is_empty(), sources.is_empty(), materials.is_empty());
    more("partnere", t.get("projects-partners"), PartBody::Lines(partners), no.0);
    more("kilder", t.get("projects-sources"), PartBody::Links(sources), no.1);
    more("materiell", t.get("projects-materials"), PartBody::Links(materials), no.2);
    parts
}

fn lines(facts: &Facts, status: String, period: String, t: Text) -> Vec<Line> {
    let leader = |leader: &facts::Leader| match &leader.name {
        Some(name) if leader.role.is_empty() => name.clone(),
        Some(name) => format!("{name}, {}", leader.role),
        None => leader.role.clone(),
    };
    let count = |key: &str, n: usize| t.with(key, "count", n);
    let responsible = count("projects-fact-responsible", facts.responsible.len());
    let leaders = count("projects-fact-leaders", facts.leaders.len());
    let lines = [
        Line::of("status", t.get("projects-fact-status"), [status]),
        Line::of("period", t.get("projects-fact-period"), [period]),
        Line::of("responsible", responsible, facts.responsible.clone()),
        Line::of("leaders", leaders, facts.leaders.iter().map(leader)),
        Line::of("funders", t.get("projects-fact-funders"), facts.funders.clone()),
        Line::of("aim", t.get("projects-fact-aim"), [facts.aim.clone()]),
        Line::of("users", t.get("projects-fact-users"), [facts.user_involvement.clone()]),
        Line::of("anchoring", t.get("projects-fact-anchoring"), [facts.anchoring.clone()]),
    ];
    lines.into_iter().flatten().collect()
}
