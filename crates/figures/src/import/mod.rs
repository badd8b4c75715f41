//! A table on its way into the numbers of a measure: what each line says, and what must be asked first.
//!
//! [`read`] is asked again with each answer. Nothing is decided for a cell that its column, or whoever
//! sent it, has not decided; what is left out is told line by line.

mod beside;
mod find;
mod lines;
mod notes;
mod shape;
mod spill;
mod values;
mod whens;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use time::Date;

use crate::period::{Kind, Period};
use crate::table::{Grid, Remark};

/// What the numbers are of.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub shape: Shape,
    pub kind: Kind,
    /// Of a value: is it in per cent?
    pub is_percent: bool,
    /// What a value is in, as the measure says it.
    pub unit: String,
    pub name: String,
    pub numerator: String,
    pub denominator: String,
    pub today: Date,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Some of all.
    Share,
    Count,
    /// So many per something.
    Rate,
    Value,
}

impl Shape {
    fn has_denominator(self) -> bool {
        matches!(self, Self::Share | Self::Rate)
    }

    fn is_counted(self) -> bool {
        !matches!(self, Self::Value)
    }
}

/// What is asked before anything is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// With the lines that a filter hides, or without?
    Hidden,
    /// The same of columns.
    HiddenColumns,
    /// Lines with more numbers than names: are these decimals, or something beside?
    Spilled,
    /// Which column says when, what is counted, and of how many?
    When,
    Value,
    All,
    /// Is the day first, or the month?
    Order,
    /// Of the first line.
    Year,
    /// Are these the numbers of days, and since when?
    Serial,
    /// Four months?
    Tertial,
    /// Does the comma part the decimals, or the point?
    Decimal,
    /// Is 0,45 a part of one?
    Percent,
    /// More than all, in per cent?
    Over,
    /// The numbers without their footnotes?
    Notes,
    /// Is «ingen» 0?
    Nought,
    /// «<5» is no number.
    Bounded,
    /// Some that are more than all: have they changed places?
    Swapped,
    /// Periods that have not begun.
    Future,
    /// Two numbers for one period.
    Twice,
    /// Several shorter periods make up one.
    Finer,
    /// Lines that are not understood.
    Wrong,
}

impl Topic {
    pub const ALL: [Self; 21] = [
        Self::Hidden,
        Self::HiddenColumns,
        Self::Spilled,
        Self::When,
        Self::Value,
        Self::All,
        Self::Order,
        Self::Year,
        Self::Serial,
        Self::Tertial,
        Self::Decimal,
        Self::Percent,
        Self::Over,
        Self::Notes,
        Self::Nought,
        Self::Bounded,
        Self::Swapped,
        Self::Future,
        Self::Twice,
        Self::Finer,
        Self::Wrong,
    ];

    /// What its answer is called in a form.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hidden => "skjulte",
            Self::HiddenColumns => "skjulte_kolonner",
            Self::Spilled => "delt",
            Self::When => "tidskolonne",
            Self::Value => "tallkolonne",
            Self::All => "avkolonne",
            Self::Order => "rekkefolge",
            Self::Year => "aar",
            Self::Serial => "dagnumre",
            Self::Tertial => "tertial",
            Self::Decimal => "desimal",
            Self::Percent => "prosent",
            Self::Over => "over",
            Self::Notes => "fotnoter",
            Self::Nought => "null",
            Self::Bounded => "grense",
            Self::Swapped => "byttet",
            Self::Future => "framtid",
            Self::Twice => "dobbelt",
            Self::Finer => "finere",
            Self::Wrong => "feil",
        }
    }
}

/// Answers, by the names of their topics.
pub type Answers = BTreeMap<String, String>;

#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub topic: Topic,
    pub choices: Vec<Choice>,
    /// One that may be chosen: the answer, or what the table itself tells.
    pub answer: Option<&'static str>,
    pub column: Option<usize>,
    /// A cell that it is about, as it stands.
    pub sample: String,
    /// So many lines it is about.
    pub count: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What it is called in a form; the number of a column, from 0, or a word of its topic's.
    pub value: &'static str,
    /// What the sample would be.
    pub reading: Reading,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    None,
    Text(String),
    Day(Date),
    Number(f64),
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    Point(Point),
    /// Left out, which is said.
    Out(Out),
    /// Hangs on a question.
    Asked(Topic),
    Wrong(Wrong),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub period: Period,
    pub value: f64,
    pub denominator: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    Hidden,
    Total,
    /// Words about the table.
    Note,
    /// No number stands there.
    Missing,
    /// The same stands in another line.
    Same,
    /// Added to another line.
    Summed,
    /// As was answered.
    Chosen,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    NoPeriod,
    /// A year where a month is wanted; a week where a month is.
    Rough,
    Future,
    FarOff,
    /// There is no such day in the order of day and month that was chosen.
    Order,
    NoNumber,
    /// A date: a spreadsheet may have made it of a number.
    Dated,
    Failed,
    Percent,
    /// Hours where the measure is in minutes.
    Unit,
    NotCounted,
    NoDenominator,
    MoreThanAll,
    NothingAtRisk,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// As the spreadsheet numbers it.
    pub number: u32,
    pub when: String,
    pub value: String,
    pub denominator: String,
    /// The words of its footnote, or beside its number.
    pub note: String,
    pub fate: Fate,
}

/// Why nothing at all can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No column says when.
    NoPeriods,
    NoNumbers,
    /// What it is a part of is missing.
    NoDenominator,
}

/// Which column is which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    pub when: usize,
    /// Where the year stands by itself.
    pub year: Option<usize>,
    pub value: Option<usize>,
    pub denominator: Option<usize>,
}

/// All that is to be said before anything is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    pub trouble: Option<Trouble>,
    /// What each column is called; empty where nothing says.
    pub headings: Vec<String>,
    pub columns: Columns,
    pub questions: Vec<Question>,
    pub rows: Vec<Row>,
    pub remarks: Vec<Remark>,
}

impl Outcome {
    /// What would be kept.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.rows.iter().filter_map(|row| match row.fate {
            Fate::Point(point) => Some(point),
            _ => None,
        })
    }

    /// What would be kept, with the words that stood beside each number.
    pub fn noted(&self) -> impl Iterator<Item = (Point, &str)> {
        self.rows.iter().filter_map(|row| match row.fate {
            Fate::Point(point) => Some((point, row.note.as_str())),
            _ => None,
        })
    }

    /// Is everything answered, and something there to keep?
    pub fn is_settled(&self) -> bool {
        self.trouble.is_none()
            && self.questions.iter().all(|question| question.answer.is_some())
            && self.points().next().is_some()
    }

    /// What still hangs on an answer.
    pub fn open(&self) -> impl Iterator<Item = Topic> + '_ {
        let open = self.questions.iter().filter(|question| question.answer.is_none());
        open.map(|question| question.topic)
    }
}

/// Reads a table with the answers that there are.
pub fn read(grid: &Grid, wanted: &Wanted, answers: &Answers) -> Outcome {
    let straight = shape::straight(grid);
    let grid = straight.as_ref().unwrap_or(grid);
    let hidden = grid.hidden();
    let answer = answers.get(Topic::HiddenColumns.name()).map(String::as_str);
    if hidden == 0 || answer == Some("med") {
        return read_seen(grid, (wanted, answers), hidden);
    }
    // Nothing is taken out of what nobody sees before they have said so.
    let outcome = read_seen(&grid.seen(), (wanted, answers), hidden);
    if outcome.trouble.is_some() && answer.is_none() {
        return read_seen(grid, (wanted, answers), hidden);
    }
    outcome
}

fn read_seen(grid: &Grid, (wanted, answers): (&Wanted, &Answers), hidden: usize) -> Outcome {
    let with_hidden = answers.get(Topic::Hidden.name()).is_some_and(|answer| answer == "med");
    let spill = spill::found(grid, with_hidden);
    let joins = answers.get(Topic::Spilled.name()).is_some_and(|answer| answer == spill::JOIN);
    let joined = spill.as_ref().filter(|_| joins).and_then(|spill| spill.join(grid));
    let grid = joined.as_ref().unwrap_or(grid);
    let outcome = Outcome { remarks: grid.remarks.clone(), ..Outcome::default() };
    let mut reader = Reader {
        grid,
        wanted,
        answers,
        outcome,
        hidden,
        spill,
        spilled: None,
        shown: Vec::new(),
        first: 0,
        turned: BTreeMap::new(),
        coming: BTreeMap::new(),
        texts: OnceCell::new(),
    };
    if let Err(trouble) = reader.all() {
        reader.outcome.trouble = Some(trouble);
    }
    reader.outcome
}

struct Reader<'a> {
    grid: &'a Grid,
    wanted: &'a Wanted,
    answers: &'a Answers,
    outcome: Outcome,
    /// So many columns are hidden.
    hidden: usize,
    /// Lines with more cells than names, and what was answered of them.
    spill: Option<spill::Spill>,
    spilled: Option<&'static str>,
    /// The lines that count, by their places.
    shown: Vec<usize>,
    /// The first of them that says when.
    first: usize,
    /// What lines would be with the columns the other way round, and a year before.
    turned: BTreeMap<usize, Point>,
    coming: BTreeMap<usize, Point>,
    /// Texts with words in them, which marks of numbers may lead to; gathered when the first mark asks.
    texts: OnceCell<Vec<String>>,
}

impl Reader<'_> {
    fn all(&mut self) -> Result<(), Trouble> {
        self.hidden_columns();
        let with_hidden = self.hidden();
        self.spills();
        self.find(with_hidden)?;
        let whens = self.whens();
        let values = self.values(&whens);
        self.lines(&whens, &values);
        Ok(())
    }

    /// Asks, and tells what was answered. `told` is what the table itself tells.
    fn ask(&mut self, question: Question, told: Option<&'static str>) -> Option<&'static str> {
        let answered = self.answers.get(question.topic.name());
        let chosen = answered.and_then(|answer| {
            question.choices.iter().map(|choice| choice.value).find(|value| value == answer)
        });
        let answer = chosen.or(told);
        self.outcome.questions.push(Question { answer, ..question });
        answer
    }

    /// What was answered has been done: it is asked, and shown.
    fn hidden_columns(&mut self) {
        if self.hidden > 0 {
            let question =
                Question::about(Topic::HiddenColumns, plain(&["uten", "med"]), self.hidden);
            self.ask(question, None);
        }
    }

    /// Lines that a filter hides: whoever copied them may not have seen them.
    fn hidden(&mut self) -> bool {
        let is_filled = |line: &&crate::table::Line| line.cells.iter().any(|cell| !cell.is_empty());
        let count = self.grid.lines.iter().filter(|line| line.is_hidden).filter(is_filled).count();
        if count == 0 {
            return false;
        }
        let choices = plain(&["uten", "med"]);
        let question = Question::about(Topic::Hidden, choices, count);
        self.ask(question, None) == Some("med")
    }
}

fn plain(values: &[&'static str]) -> Vec<Choice> {
    values.iter().map(|value| Choice { value, reading: Reading::None }).collect()
}

impl Question {
    fn about(topic: Topic, choices: Vec<Choice>, count: usize) -> Self {
        Self { topic, choices, answer: None, column: None, sample: String::new(), count }
    }

    fn on(self, column: usize, sample: impl Into<String>) -> Self {
        Self { column: Some(column), sample: sample.into(), ..self }
    }
}
