//! The work behind a project on ordinary paper: what it was for, what was counted, what drove it and what was
//! learned, in words. Its charts are on the poster.

use super::drivers::{Placed, outline};
use crate::dates::PartialDate;
use crate::i18n::Text;
use crate::library::sheet::Sheet;
use crate::work::{Shared, SharedCycle};

/// Adds the parts that have something to tell.
pub fn add(sheet: &mut Sheet, shared: &Shared, t: Text) {
    sheet.part("arbeidet", "sharing-work", &aim_and_measures(shared, t), t);
    sheet.part("drivere", "sharing-drivers", &drivers(shared), t);
    sheet.part("tester", "sharing-cycles", &cycles(shared, t), t);
}

/// As it stands, whatever it would mean as `CommonMark`, in one line.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for sign in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if sign.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// A line with its name; nothing where nothing is said. A question has its sign already.
fn named(t: Text, key: &str, said: &str) -> Option<String> {
    let name = t.plain(key);
    let sign = if name.ends_with('?') { "" } else { ":" };
    (!said.trim().is_empty()).then(|| format!("**{}{sign}** {}", literal(&name), literal(said)))
}

fn aim_and_measures(shared: &Shared, t: Text) -> String {
    let aim = &shared.aim;
    let by = aim.by.map(|by| t.partial(&by)).unwrap_or_default();
    let told = [
        Some(literal(&aim.what)).filter(|what| !what.is_empty()),
        named(t, "sharing-aim-whom", &aim.whom),
        named(t, "sharing-aim-much", &aim.much),
        named(t, "sharing-aim-by", &by),
    ];
    let mut lines: Vec<String> = told.into_iter().flatten().collect();
    let measures = shared.measures.iter().map(|measure| {
        let name = format!("- **{}**", literal(&measure.name));
        let definition = literal(&measure.definition);
        if definition.is_empty() { name } else { format!("{name} {definition}") }
    });
    let measures: Vec<String> = measures.collect();
    if !measures.is_empty() {
        lines.push(measures.join("\n"));
    }
    lines.join("\n\n")
}

/// Each under what it serves.
fn drivers(shared: &Shared) -> String {
    let mut lines = Vec::new();
    for one in outline(&shared.drivers) {
        below(shared, &one, 0, &mut lines);
    }
    lines.join("\n")
}

fn below(shared: &Shared, placed: &Placed, depth: usize, lines: &mut Vec<String>) {
    let Some(driver) = shared.drivers.get(placed.at) else { return };
    lines.push(format!("{}- {}", "  ".repeat(depth), literal(&driver.words)));
    for one in &placed.below {
        below(shared, one, depth + 1, lines);
    }
}

fn cycles(shared: &Shared, t: Text) -> String {
    shared.cycles.iter().map(|one| cycle(shared, one, t)).collect::<Vec<_>>().join("\n\n")
}

fn cycle(shared: &Shared, cycle: &SharedCycle, t: Text) -> String {
    let day = |date: PartialDate| t.date(date.first_day());
    let when: Vec<String> = [cycle.from, cycle.to].into_iter().flatten().map(day).collect();
    let plan = format!("**{}** {}", literal(&cycle.plan), literal(&when.join(" – ")));
    let matched = cycle.matched.map(|matched| t.plain(matched.key())).unwrap_or_default();
    let act = cycle.act.map(|act| literal(&t.plain(act.key())));
    let idea = cycle.idea.and_then(|at| shared.drivers.get(at));
    let told = [
        Some(plan),
        idea.and_then(|driver| named(t, "improvement-log-idea", &driver.words)),
        named(t, "sharing-cycle-think", &cycle.prediction),
        Some(literal(&cycle.did)).filter(|did| !did.is_empty()),
        named(t, "sharing-cycle-matched", &matched),
        named(t, "sharing-cycle-learned", &cycle.learned),
        act,
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}
