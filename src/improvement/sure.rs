//! What is most likely a slip and may be right all the same: asked about once, and taken when they say so.

use figures::number::{self, Figure};
use time::{Date, Duration};

use super::said;
use crate::forms::{Alternative, Field, Submitted};
use crate::text::Fault;
use crate::work::{Measured, Shape};

/// The answer: no, until they say that it is right.
pub const SURE: &str = "sikker";
const YES: &str = "ja";
const NO: &str = "nei";

const PART: &str = "improvement-unsure-part";
const OVER: &str = "improvement-unsure-over";
const BELOW: &str = "improvement-unsure-below";
const OLD: &str = "improvement-unsure-old";
/// A day to reach something by that has been.
pub const PAST: &str = "improvement-unsure-past";

const IMPOSSIBLE: &str = "improvement-fault-goal-share";

/// Numbers so long before all others are of another time, or of another year than was typed.
const LONG: Duration = Duration::days(5 * 366);

pub fn field(name: &str) -> Field {
    let all = vec![
        Alternative::new(YES, "improvement-sure-yes"),
        Alternative::new(NO, "improvement-sure-no"),
    ];
    Field::choice(name, "improvement-sure", all)
}

/// Is it to be asked?
pub fn is_asked(sent: &Submitted, name: &str) -> bool {
    !sent.value(name).is_empty()
}

pub fn is_said(sent: &Submitted, name: &str) -> bool {
    sent.value(name) == YES
}

/// From now on it is asked for.
pub fn ask(sent: &mut Submitted, name: &str) {
    sent.set(name, NO);
}

/// Is the measure a number in per cent?
pub fn is_in_percent(measured: &Measured) -> bool {
    said::shape(measured) == Shape::Value && said::is_percent(&measured.definition.unit)
}

/// 0,75 may be 75 %, and 175 a slip.
pub fn number(measured: &Measured, value: f64) -> Option<&'static str> {
    if !is_in_percent(measured) {
        None
    } else if value > 0.0 && value <= 1.0 {
        Some(PART)
    } else {
        (value > 100.0).then_some(OVER).or((value < 0.0).then_some(BELOW))
    }
}

/// A period long before there were any numbers.
pub fn day(measured: &Measured, day: Date, today: Date) -> Option<&'static str> {
    let said = measured.numbers.iter().filter(|one| one.value.is_some());
    let first = said.map(|one| one.day).min().unwrap_or(today);
    (first - day > LONG).then_some(OLD)
}

/// «75 %» is 75 where it is in per cent anyway.
pub fn without_percent(sent: &mut Submitted, name: &str) {
    let typed = sent.value(name).trim();
    let signs = ["%", "prosent", "per cent", "pst.", "pst"];
    let bare = signs.iter().find_map(|sign| typed.strip_suffix(*sign)).map(str::trim_end);
    if let Some(bare) = bare.filter(|bare| !bare.is_empty()).map(str::to_owned) {
        sent.set(name, bare);
    }
}

/// A goal in per cent may be typed with its sign. Without it 0,8 may be 80 %, and 180 a slip; of all no more than
/// all can be reached.
pub fn goal(
    sent: &mut Submitted,
    name: &str,
    (shape, unit): (Option<Shape>, &str),
) -> Option<Fault> {
    let is_share = shape == Some(Shape::Share);
    let is_in_percent = is_share || shape == Some(Shape::Value) && said::is_percent(unit);
    if !is_in_percent {
        return None;
    }
    let typed = sent.value(name).trim().to_owned();
    without_percent(sent, name);
    let is_signed = sent.value(name) != typed;
    let goal = number::plain(sent.value(name))?;
    let is_outside = !(0.0..=100.0).contains(&goal);
    let key = match (is_share, is_outside) {
        (true, true) => IMPOSSIBLE,
        (false, true) if !is_signed => "improvement-fault-goal-over",
        (_, false) if !is_signed && goal > 0.0 && goal <= 1.0 => "improvement-fault-goal-part",
        _ => return None,
    };
    Some(Fault::new(name, key).filled("goal", typed))
}

/// More than all, which no answer makes right.
pub fn is_impossible(doubt: &Fault) -> bool {
    doubt.key == IMPOSSIBLE
}

/// «18 av 24» in the field of what is counted fills in both, and «75 %» is a number.
pub fn spread(sent: &mut Submitted, measured: &Measured, (value, all): (&str, &str)) {
    if is_in_percent(measured) {
        without_percent(sent, value);
    }
    if !said::shape(measured).has_denominator() {
        return;
    }
    if let Figure::Part { of } = number::read(sent.value(value)) {
        let typed = |digits: figures::Digits| {
            let number = digits.comma.or(digits.point).unwrap_or_default();
            number.to_string().replace('.', ",")
        };
        let [above, below] = of.map(typed);
        sent.set(value, above);
        sent.set(all, below);
    }
}
