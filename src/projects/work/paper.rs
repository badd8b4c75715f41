//! The work behind a project on ordinary paper: what it was for, what was counted, what drove it and what was
//! learned, in words. Its charts are on the poster.

use crate::dates::PartialDate;
use crate::i18n::Text;
use crate::library::sheet::Sheet;
use crate::work::{Level, Shared, SharedCycle};

/// Adds the parts that have something to tell.
pub fn add(sheet: &mut Sheet, shared: &Shared, t: Text) {
    sheet.part("arbeidet", "sharing-work", &aim_and_measures(shared, t), t);
    sheet.part("drivere", "sharing-drivers", &drivers(shared, t), t);
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

/// A line with its name; nothing where nothing is said.
fn named(t: Text, key: &str, said: &str) -> Option<String> {
    let name = t.plain(key);
    // A question has its own mark.
    let mark = if name.ends_with('?') { "" } else { ":" };
    (!said.trim().is_empty()).then(|| format!("**{}{mark}** {}", literal(&name), literal(said)))
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

fn drivers(shared: &Shared, t: Text) -> String {
    let of_level = |level: Level| {
        let of = shared.drivers.iter().filter(|driver| driver.level == level);
        let lines: Vec<String> = of.map(|driver| format!("- {}", literal(&driver.words))).collect();
        let heading = literal(&t.plain(level.key()));
        (!lines.is_empty()).then(|| format!("**{heading}**\n\n{}", lines.join("\n")))
    };
    let levels = [Level::Primary, Level::Secondary, Level::Idea].into_iter().filter_map(of_level);
    levels.collect::<Vec<_>>().join("\n\n")
}

fn cycles(shared: &Shared, t: Text) -> String {
    shared.cycles.iter().map(|one| cycle(one, t)).collect::<Vec<_>>().join("\n\n")
}

fn cycle(cycle: &SharedCycle, t: Text) -> String {
    let day = |date: PartialDate| t.date(date.first_day());
    let when: Vec<String> = [cycle.from, cycle.to].into_iter().flatten().map(day).collect();
    let plan = format!("**{}** {}", literal(&cycle.plan), literal(&when.join(" – ")));
    let matched = cycle.matched.map(|matched| t.plain(matched.key())).unwrap_or_default();
    let act = cycle.act.map(|act| literal(&t.plain(act.key())));
    let told = [
        Some(plan),
        named(t, "sharing-cycle-think", &cycle.prediction),
        Some(literal(&cycle.did)).filter(|did| !did.is_empty()),
        named(t, "sharing-cycle-matched", &matched),
        named(t, "sharing-cycle-learned", &cycle.learned),
        act,
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}
