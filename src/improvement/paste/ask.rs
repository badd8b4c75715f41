//! The questions of a table, as fields of a form.

use figures::import::{Answers, Choice, Outcome, Question, Reading, Topic};
use figures::workbook::Sheet;

use super::wanted::Counted;
use super::{DIFFERS, REPLACE, SHEET, WHY};
use crate::forms::{Alternative, Field, Submitted, Wording};
use crate::i18n::{Text, Words};
use crate::improvement::{LINE, said};

pub struct Asker<'a> {
    pub t: Text,
    pub counted: Counted<'a>,
}

impl Asker<'_> {
    /// Which sheet of the workbook.
    pub fn sheet(&self, sheets: &[Sheet]) -> Field {
        let one = |(at, sheet): (usize, &Sheet)| {
            let words = if sheet.is_hidden {
                self.t.with("improvement-paste-sheet-hidden", "name", sheet.name.as_str())
            } else {
                self.t.with("improvement-paste-sheet-named", "name", sheet.name.as_str())
            };
            Alternative::new(at.to_string(), own(&words))
        };
        let all = sheets.iter().enumerate().map(one).collect();
        Field::choice(SHEET, "improvement-paste-sheet", all).needed()
    }

    /// What to do with numbers that differ from those that are there.
    pub fn differs(&self, count: usize) -> Vec<Field> {
        let label = self.t.with("improvement-paste-differs", "count", count);
        let all = vec![
            Alternative::new("behold", "improvement-paste-differs-keep"),
            Alternative::new(REPLACE, "improvement-paste-differs-replace"),
        ];
        let why = Field::line(WHY, "improvement-why", LINE).helped("improvement-why-help");
        vec![
            Field::choice(DIFFERS, own(&label), all).needed(),
            why.needed().shown_when(DIFFERS, &[REPLACE]),
        ]
    }

    pub fn field(&self, question: &Question) -> Field {
        let label = self.label(question);
        let one = |choice: &Choice| {
            let words = self.choice(question, choice);
            Alternative::new(choice.value, own(&words))
        };
        let all = question.choices.iter().map(one).collect();
        Field::choice(question.topic.name(), own(&label), all).needed()
    }

    fn label(&self, question: &Question) -> Words {
        let (t, sample, count) = (self.t, question.sample.as_str(), question.count);
        let counted = self.counted;
        let called = |name: &str| {
            if name.is_empty() { counted.name.to_owned() } else { name.to_owned() }
        };
        match question.topic {
            Topic::Hidden => t.with("improvement-paste-ask-hidden", "count", count),
            Topic::When => t.get("improvement-paste-ask-when"),
            Topic::Value => {
                t.with("improvement-paste-ask-column", "name", called(counted.numerator))
            }
            Topic::All => {
                t.with("improvement-paste-ask-column", "name", called(counted.denominator))
            }
            Topic::Order => t.with("improvement-paste-ask-order", "sample", sample),
            Topic::Year => t.with("improvement-paste-ask-year", "sample", sample),
            Topic::Serial => t.with("improvement-paste-ask-serial", "sample", sample),
            Topic::Tertial => t.get("improvement-paste-ask-tertial"),
            Topic::HiddenColumns => t.with("improvement-paste-ask-hidden-columns", "count", count),
            Topic::Decimal if is_torn(question) => {
                t.with("improvement-paste-ask-torn", "sample", sample)
            }
            Topic::Decimal => t.with("improvement-paste-ask-decimal", "sample", sample),
            Topic::Wrong => t.with("improvement-paste-ask-wrong", "count", count),
            Topic::Spilled if !is_of_decimals(question) => {
                t.with2("improvement-paste-ask-beside", "sample", sample, "count", count)
            }
            topic => t.with2(of_cells(topic), "sample", sample, "count", count),
        }
    }

    fn choice(&self, question: &Question, choice: &Choice) -> Words {
        let (t, sample) = (self.t, question.sample.as_str());
        let reading = self.reading(question, choice);
        match (question.topic, choice.value) {
            (Topic::When | Topic::Value | Topic::All, _) => self.column(choice),
            (Topic::Year, year) => Words::name(t.lang, year, t.lang),
            (Topic::Hidden | Topic::HiddenColumns, "uten") => t.get("improvement-paste-hidden-no"),
            (Topic::Hidden | Topic::HiddenColumns, _) => t.get("improvement-paste-hidden-yes"),
            (Topic::Spilled, "desimal") => {
                t.with("improvement-paste-spilled-decimals", "number", reading)
            }
            (Topic::Spilled, "uten") => t.get("improvement-paste-spilled-without"),
            (Topic::Decimal, "begge") => t.get("improvement-paste-torn-both"),
            (Topic::Decimal, "komma") if is_torn(question) => t.get("improvement-paste-torn-comma"),
            (Topic::Decimal, _) if is_torn(question) => t.get("improvement-paste-torn-point"),
            (Topic::Order, "dag") => t.with("improvement-paste-order-day", "day", reading),
            (Topic::Order, _) => t.with("improvement-paste-order-month", "day", reading),
            (Topic::Serial, "1900") => {
                t.with2("improvement-paste-serial-yes", "sample", sample, "day", reading)
            }
            (Topic::Serial, "1904") => {
                t.with2("improvement-paste-serial-mac", "sample", sample, "day", reading)
            }
            (Topic::Serial | Topic::Tertial, "nei") => t.get("improvement-paste-no"),
            (Topic::Tertial, _) => t.get("improvement-paste-yes"),
            (Topic::Decimal, "komma") => {
                t.with2("improvement-paste-decimal-comma", "sample", sample, "number", reading)
            }
            (Topic::Decimal, _) => {
                t.with2("improvement-paste-decimal-point", "sample", sample, "number", reading)
            }
            (Topic::Percent, "andel") => {
                t.with2("improvement-paste-percent-part", "sample", sample, "number", reading)
            }
            (Topic::Percent, _) => {
                t.with2("improvement-paste-percent-whole", "sample", sample, "number", reading)
            }
            (Topic::Notes, "bruk") => t.with("improvement-paste-notes-use", "number", reading),
            (Topic::Nought, "bruk") => t.get("improvement-paste-nought-use"),
            (Topic::Over, "bruk") => t.get("improvement-paste-over-use"),
            (Topic::Swapped, "bytt") => t.get("improvement-paste-swapped-turn"),
            (Topic::Future, "aaret_for") => {
                t.with("improvement-paste-future-before", "period", reading)
            }
            (Topic::Finer, "hele") => t.get("improvement-paste-finer-whole"),
            (Topic::Wrong, _) => t.get("improvement-paste-wrong-leave"),
            (_, "sum") => t.get("improvement-paste-twice-sum"),
            (_, "forste") => t.get("improvement-paste-twice-first"),
            (_, "siste") => t.get("improvement-paste-twice-last"),
            (_, _) => t.get("improvement-paste-leave"),
        }
    }

    /// What a column is called in the table, else its letter.
    fn column(&self, choice: &Choice) -> Words {
        let t = self.t;
        match &choice.reading {
            Reading::Text(heading) if !heading.is_empty() => {
                Words::name(t.lang, heading.as_str(), t.lang)
            }
            _ => {
                let at: u32 = choice.value.parse().unwrap_or(0);
                let letter = |n: u32| char::from_u32('A' as u32 + n % 26).unwrap_or('?');
                let letters = if at < 26 {
                    letter(at).to_string()
                } else {
                    format!("{}{}", letter(at / 26 - 1), letter(at))
                };
                t.with("improvement-paste-column", "letter", letters)
            }
        }
    }

    fn reading(&self, question: &Question, choice: &Choice) -> String {
        match &choice.reading {
            Reading::Text(text) => text.clone(),
            Reading::Day(day) if question.topic == Topic::Future => {
                said::period(self.t, self.counted.frequency, *day)
            }
            Reading::Day(day) => self.t.date(*day),
            Reading::Number(number) => said::plain(self.t, *number),
            Reading::None if question.topic == Topic::Order => {
                self.t.plain("improvement-paste-no-such-day")
            }
            Reading::None => String::new(),
        }
    }
}

/// Are both signs used for decimals?
fn is_torn(question: &Question) -> bool {
    question.choices.iter().any(|choice| choice.value == "begge")
}

/// May what stands behind the last name be decimals?
fn is_of_decimals(question: &Question) -> bool {
    question.choices.iter().any(|choice| choice.value == "desimal")
}

/// A question about so many cells, of which one is shown.
fn of_cells(topic: Topic) -> &'static str {
    match topic {
        Topic::Percent => "improvement-paste-ask-percent",
        Topic::Spilled => "improvement-paste-ask-spilled",
        Topic::Over => "improvement-paste-ask-over",
        Topic::Nought => "improvement-paste-ask-nought",
        Topic::Bounded => "improvement-paste-ask-bounded",
        Topic::Swapped => "improvement-paste-ask-swapped",
        Topic::Future => "improvement-paste-ask-future",
        Topic::Twice => "improvement-paste-ask-twice",
        Topic::Finer => "improvement-paste-ask-finer",
        _ => "improvement-paste-ask-notes",
    }
}

/// The answers of a form.
pub fn answers(sent: &Submitted) -> Answers {
    let answer = |topic: Topic| (topic.name().to_owned(), sent.value(topic.name()).to_owned());
    Topic::ALL.into_iter().map(answer).filter(|(_, answer)| !answer.is_empty()).collect()
}

/// Puts the answers that the table itself gives where they are shown, and takes away those that are no
/// longer asked for: another answer may have made them void.
pub fn settle(sent: &mut Submitted, outcome: &Outcome) {
    for topic in Topic::ALL {
        let question = outcome.questions.iter().find(|question| question.topic == topic);
        match question.map(|question| question.answer) {
            Some(Some(answer)) => sent.set(topic.name(), answer),
            _ => {
                sent.take(topic.name());
            }
        }
    }
}

fn own(words: &Words) -> Wording {
    said::own(words.lang().code(), words.as_str())
}
