//! Which column says when, which what, and where the headings end.

use super::beside::{is_beside, is_no_whole, is_share, words};
use super::{Choice, Columns, Question, Reader, Reading, Shape, Topic, Trouble};
use crate::clean::clean;
use crate::number::{self, Figure};
use crate::period::{self, Kind, When};
use crate::table::{COLUMNS, Cell};
use crate::words::is_total;

/// What a cell of any sort says of when.
pub(super) fn when(cell: &Cell) -> Option<When> {
    match cell {
        Cell::Text(text) => period::read(text),
        Cell::Day { day, .. } => {
            let period = Kind::Day.around(*day);
            Some(When::Known(period::Known { period, hour: None }))
        }
        Cell::Number { value, percent: false } => {
            let is_year = value.fract() == 0.0 && (1900.0..2100.0).contains(value);
            let is_serial = (20_000.0..80_000.0).contains(value);
            if is_year || value.fract() == 0.0 && !is_serial {
                period::read(&value.to_string())
            } else {
                is_serial.then_some(When::Serial(*value))
            }
        }
        _ => None,
    }
}

/// What it says of how many.
pub(super) fn figure(cell: &Cell) -> Figure {
    match cell {
        Cell::Empty => Figure::Missing,
        Cell::Text(text) => number::read(text),
        Cell::Number { value, percent } => {
            let value = if *percent { value * 100.0 } else { *value };
            // What arithmetic in the spreadsheet has left behind: 0.30000000000000004.
            let value = (value * 1e9).round() / 1e9;
            let digits = number::Digits {
                comma: Some(value),
                point: Some(value),
                percent: *percent,
                unit: None,
            };
            Figure::Number(digits)
        }
        Cell::Day { .. } => Figure::Words,
        Cell::Failed(_) => Figure::Failed,
    }
}

pub(super) fn is_number(figure: &Figure) -> bool {
    matches!(
        figure,
        Figure::Number(_) | Figure::Noted { .. } | Figure::Bounded | Figure::Part { .. }
    )
}

/// A number alone may be a year or the number of a day: it says less than a date.
pub(super) fn is_strong(when: Option<When>) -> bool {
    match when {
        Some(When::Known(known)) => known.period.kind != Kind::Year,
        Some(When::Either { .. } | When::Yearless(_)) => true,
        Some(When::Serial(_)) | None => false,
    }
}

/// Digits alone, such as `202501`, are a number as well.
pub(super) fn is_sure(cell: &Cell) -> bool {
    is_strong(when(cell)) && !matches!(figure(cell), Figure::Number(_))
}

/// The numbers of columns as they stand in a form.
const NUMBERS: [&str; COLUMNS] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
    "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32",
    "33", "34", "35", "36", "37", "38", "39", "40", "41", "42", "43", "44", "45", "46", "47", "48",
    "49", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59",
];

impl Reader<'_> {
    pub(super) fn find(&mut self, with_hidden: bool) -> Result<(), Trouble> {
        let width = self.grid.width().min(COLUMNS);
        let shown: Vec<usize> = (0..self.grid.lines.len())
            .filter(|line| with_hidden || !self.grid.lines[*line].is_hidden)
            .collect();
        self.shown = shown;
        let when = self.when_column(width)?;
        self.first = self
            .shown
            .iter()
            .copied()
            .find(|line| self::when(self.grid.cell(*line, when)).is_some())
            .unwrap_or(0);
        self.outcome.columns = Columns { when, ..Columns::default() };
        self.outcome.columns.year = self.year_column(width, when);
        self.outcome.headings = (0..width).map(|column| self.heading(column)).collect();
        self.name_choices(Topic::When);
        self.number_columns(width)
    }

    fn when_column(&mut self, width: usize) -> Result<usize, Trouble> {
        let counted = |is_it: &dyn Fn(&Cell) -> bool| -> Vec<usize> {
            let of = |column: usize| {
                self.shown.iter().filter(|line| is_it(self.grid.cell(**line, column))).count()
            };
            (0..width).map(of).collect()
        };
        let sure = counted(&is_sure);
        let strong = counted(&|cell| is_strong(when(cell)));
        let weak = counted(&|cell| {
            let years =
                |when| matches!(when, When::Known(known) if known.period.kind == Kind::Year);
            when(cell).is_some_and(|when| matches!(when, When::Serial(_)) || years(when))
        });
        let counts = [sure, strong, weak].into_iter().find(|all| all.iter().any(|n| *n > 0));
        let counts = counts.ok_or(Trouble::NoPeriods)?;
        let most = counts.iter().copied().max().unwrap_or(0);
        let best: Vec<usize> = (0..width).filter(|column| counts[*column] == most).collect();
        // A column of which some cells are in doubt is one all the same.
        let others = (0..width).filter(|column| counts[*column] * 2 > most);
        let choices: Vec<Choice> = others.map(column_choice).collect();
        if choices.len() < 2 {
            return best.first().copied().ok_or(Trouble::NoPeriods);
        }
        let told = if best.len() == 1 { Some(NUMBERS[best[0]]) } else { None };
        let question = Question::about(Topic::When, choices, most);
        let answer = self.ask(question, told);
        let chosen = answer.and_then(|answer| answer.parse().ok());
        Ok(chosen.unwrap_or(best[0]))
    }

    /// A column of years beside one of months.
    fn year_column(&self, width: usize, when: usize) -> Option<usize> {
        let is_yearless = |line: &&usize| {
            matches!(self::when(self.grid.cell(**line, when)), Some(When::Yearless(_)))
        };
        self.shown.iter().find(is_yearless)?;
        let is_year = |cell: &Cell| matches!(self::when(cell), Some(When::Known(known)) if known.period.kind == Kind::Year);
        (0..width).filter(|column| *column != when).find(|column| {
            let data = self.shown.iter().filter(|line| **line >= self.first);
            let filled: Vec<&Cell> =
                data.map(|line| self.grid.cell(*line, *column)).filter(|c| !c.is_empty()).collect();
            !filled.is_empty() && filled.iter().all(|cell| is_year(cell))
        })
    }

    /// What the lines above the numbers call a column; a line with one cell is the table's title.
    fn heading(&self, column: usize) -> String {
        let mut words: Vec<String> = Vec::new();
        for line in self.shown.iter().copied().filter(|line| *line < self.first) {
            if self.has_figures(line) {
                continue;
            }
            let filled = self.grid.lines[line].cells.iter().filter(|cell| !cell.is_empty()).count();
            let word = clean(&self.grid.cell(line, column).shown());
            let is_title = filled < 2 && self.grid.width() > 1;
            if !word.is_empty() && !is_title && !words.contains(&word) {
                words.push(word.chars().take(60).collect());
            }
        }
        words.join(" ")
    }

    /// Numbers other than years: whatever stands beside them is no heading.
    fn has_figures(&self, line: usize) -> bool {
        let is_year = |cell: &Cell| matches!(when(cell), Some(When::Known(known)) if known.period.kind == Kind::Year);
        let cells = &self.grid.lines[line].cells;
        cells.iter().any(|cell| is_number(&figure(cell)) && !is_year(cell))
    }

    /// Choices of columns are made before their headings are known.
    fn name_choices(&mut self, topic: Topic) {
        let headings = &self.outcome.headings;
        for question in self.outcome.questions.iter_mut().filter(|one| one.topic == topic) {
            for choice in &mut question.choices {
                let column: usize = choice.value.parse().unwrap_or(0);
                choice.reading = Reading::Text(headings.get(column).cloned().unwrap_or_default());
            }
        }
    }

    /// Which columns hold numbers.
    fn number_columns(&mut self, width: usize) -> Result<(), Trouble> {
        let Columns { when, year, .. } = self.outcome.columns;
        let free = (0..width).filter(|column| *column != when && Some(*column) != year);
        let free: Vec<usize> = free.collect();
        let all: Vec<usize> =
            free.iter().copied().filter(|column| self.has_numbers(*column)).collect();
        let above = [self.wanted.name.clone(), self.wanted.numerator.clone()];
        if all.is_empty() {
            let column = self.dim_column(&free, &above).ok_or(Trouble::NoNumbers)?;
            self.outcome.columns.value = Some(column);
            return Ok(());
        }
        if !self.wanted.shape.has_denominator() {
            let told = self.called(&all, &above).or_else(|| self.only(&all, &above));
            // The one that is called so may have no numbers: then no other is taken for it unasked.
            let all = self.with_named(&free, all, &above);
            let told = told.filter(|_| all.1.is_none());
            self.outcome.columns.value = self.which(Topic::Value, &all.0, told);
            return Ok(());
        }
        let parts: Vec<usize> =
            all.iter().copied().filter(|column| self.has_parts(*column)).collect();
        if let [one] = parts[..] {
            self.outcome.columns.value = Some(one);
            return Ok(());
        }
        if all.len() < 2 {
            return Err(Trouble::NoDenominator);
        }
        let below = [self.wanted.denominator.clone()];
        let ((all, no_above), (_, no_below)) =
            (self.with_named(&free, all.clone(), &above[1..]), self.with_named(&free, all, &below));
        let all: Vec<usize> = free
            .into_iter()
            .filter(|column| all.contains(column) || [no_above, no_below].contains(&Some(*column)))
            .collect();
        let names = (&above[1..], below);
        let (above, below) = self.pair(&all);
        let is_own = |column: &usize, names: &[String]| !self.is_other(*column, names);
        let heading = |column: &usize| self.outcome.headings[*column].as_str();
        let above = above
            .filter(|column| no_above.is_none() && is_own(column, names.0))
            .filter(|column| !is_share(heading(column), names.0));
        let below = below
            .filter(|column| no_below.is_none() && is_own(column, &names.1))
            .filter(|column| !is_no_whole(heading(column), &names.1));
        let value = self.which(Topic::Value, &all, above);
        self.outcome.columns.value = value;
        let rest: Vec<usize> =
            all.iter().copied().filter(|column| Some(*column) != value).collect();
        let below = below.filter(|column| rest.contains(column));
        self.outcome.columns.denominator = self.which(Topic::All, &rest, below);
        Ok(())
    }

    /// What is counted, and of how many, where names or numbers tell.
    fn pair(&self, all: &[usize]) -> (Option<usize>, Option<usize>) {
        let above = self.called(all, std::slice::from_ref(&self.wanted.numerator));
        let below = self.called(all, std::slice::from_ref(&self.wanted.denominator));
        let [left, right] = *all else {
            return (above, below.filter(|column| Some(*column) != above));
        };
        match (above, below) {
            (Some(above), Some(below)) if above != below => (Some(above), Some(below)),
            (Some(above), _) => (Some(above), Some(if above == left { right } else { left })),
            (None, Some(below)) => (Some(if below == left { right } else { left }), Some(below)),
            (None, None) => match (self.fits(left, right), self.fits(right, left)) {
                (true, _) => (Some(left), Some(right)),
                // Some of all cannot be more than all.
                (false, true) if self.wanted.shape == Shape::Share => (Some(right), Some(left)),
                _ => (None, None),
            },
        }
    }

    /// Is no number of the one above that of the other?
    fn fits(&self, above: usize, below: usize) -> bool {
        let value = |line: usize, column: usize| match figure(self.grid.cell(line, column)) {
            Figure::Number(digits) => digits.comma.or(digits.point),
            _ => None,
        };
        let data = self.shown.iter().copied().filter(|line| *line >= self.first);
        let mut pairs = data.filter_map(|line| Some((value(line, above)?, value(line, below)?)));
        pairs.all(|(above, below)| above <= below)
    }

    /// The only column that is called as the measure calls it.
    fn called(&self, all: &[usize], names: &[String]) -> Option<usize> {
        let is_same = |column: &usize| {
            let heading = self.outcome.headings[*column].to_lowercase();
            let mut known = names.iter().filter(|name| !name.trim().is_empty());
            known.any(|name| clean(name).to_lowercase() == heading)
        };
        let mut found = all.iter().copied().filter(is_same);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// The only column, unless it is called something else.
    fn only(&self, all: &[usize], names: &[String]) -> Option<usize> {
        let [one] = *all else { return None };
        (!self.is_other(one, names)).then_some(one)
    }

    /// The columns, with the one that is called so although it has no numbers; and which that is.
    fn with_named(
        &self,
        free: &[usize],
        mut all: Vec<usize>,
        names: &[String],
    ) -> (Vec<usize>, Option<usize>) {
        if self.called(&all, names).is_some() {
            return (all, None);
        }
        let called = self.called(free, names);
        if let Some(column) = called.filter(|column| !all.contains(column)) {
            all.push(column);
            all.sort_unstable();
        }
        (all, called)
    }

    /// Does its heading say that it is something else than is wanted? One that says little is not.
    fn is_other(&self, column: usize, names: &[String]) -> bool {
        const PLAIN: [&str; 23] = [
            "antall",
            "antal",
            "tal",
            "tall",
            "verdi",
            "verdiar",
            "value",
            "count",
            "number",
            "n",
            "nr",
            "sum",
            "resultat",
            "result",
            "prosent",
            "andel",
            "del",
            "måling",
            "målt",
            "score",
            "snitt",
            "gjennomsnitt",
            "data",
        ];
        // A measure whose columns nobody has named has «Antall» and «Av i alt».
        const LITTLE: [&str; 12] =
            ["av", "i", "alt", "alle", "all", "of", "out", "på", "in", "total", "how", "many"];
        let called = &self.outcome.headings[column];
        if is_beside(called, names, self.wanted.shape == Shape::Count) {
            return true;
        }
        let says =
            |word: &String| !PLAIN.contains(&word.as_str()) && !LITTLE.contains(&word.as_str());
        let wanted: Vec<String> = names.iter().flat_map(|name| words(name)).filter(says).collect();
        let heading = words(called);
        let is_year = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
        let is_long = |word: &str| word.chars().count() > 3;
        let is_alike = |one: &String, other: &String| {
            one == other
                || is_long(one) && other.starts_with(one.as_str())
                || is_long(other) && one.starts_with(other.as_str())
        };
        !wanted.is_empty()
            && !heading.is_empty()
            && !heading.iter().any(|word| {
                PLAIN.contains(&word.as_str())
                    || is_year(word)
                    || wanted.iter().any(|other| is_alike(word, other))
            })
    }

    fn which(&mut self, topic: Topic, all: &[usize], told: Option<usize>) -> Option<usize> {
        if let [one] = *all
            && told == Some(one)
        {
            return Some(one);
        }
        let choices = all.iter().copied().map(column_choice).collect();
        let question = Question::about(topic, choices, all.len());
        let answer = self.ask(question, told.map(|column| NUMBERS[column]));
        self.name_choices(topic);
        answer.and_then(|answer| answer.parse().ok())
    }

    /// The column that must be meant although most of it is not understood, which is said line by line.
    fn dim_column(&self, free: &[usize], names: &[String]) -> Option<usize> {
        if self.wanted.shape.has_denominator() {
            return None;
        }
        let has_digits = |line: &&usize, column: usize| {
            when(self.grid.cell(**line, self.outcome.columns.when)).is_some()
                && self.grid.cell(**line, column).shown().contains(|c: char| c.is_ascii_digit())
        };
        let data = || self.shown.iter().filter(|line| **line >= self.first);
        let is_dim = |column: &usize| data().any(|line| has_digits(&line, *column));
        let all: Vec<usize> = free.iter().copied().filter(is_dim).collect();
        self.called(&all, names).or_else(|| self.only(&all, names))
    }

    /// Most of what stands in it are numbers, or most of what stands beside a period.
    fn has_numbers(&self, column: usize) -> bool {
        let data = self.shown.iter().copied().filter(|line| *line >= self.first);
        let (mut numbers, mut words) = (0_usize, 0_usize);
        for line in
            data.filter(|line| when(self.grid.cell(*line, self.outcome.columns.when)).is_some())
        {
            let figure = figure(self.grid.cell(line, column));
            numbers += usize::from(is_number(&figure) || figure == Figure::Failed);
            words += usize::from(figure == Figure::Words);
        }
        numbers > 0 && numbers >= words
    }

    fn has_parts(&self, column: usize) -> bool {
        let data = self.shown.iter().filter(|line| **line >= self.first);
        let mut figures = data.map(|line| figure(self.grid.cell(*line, column)));
        figures.any(|figure| matches!(figure, Figure::Part { .. }))
    }

    /// Does the line add up the others?
    pub(super) fn is_total(&self, line: usize) -> bool {
        let when = self.outcome.columns.when;
        let cells = &self.grid.lines[line].cells;
        let text = |cell: &Cell| matches!(cell, Cell::Text(text) if is_total(&clean(text)));
        // In the column of the periods, or in one before it.
        cells.iter().take(when + 1).any(text)
    }
}

fn column_choice(column: usize) -> Choice {
    Choice { value: NUMBERS[column], reading: Reading::None }
}
