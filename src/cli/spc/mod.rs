//! `padriver spc`: run charts and control charts of a CSV file.

mod answer;
mod cells;
mod picture;
mod read;
mod remarks;
mod sheet;
mod table;
#[cfg(test)]
mod tests;

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use spc::{Aggregate, Analysis, Baseline, Chart, Plan, RuleSet, Within};

use read::{Table, Wanted};

/// Run charts and control charts of a CSV file.
#[derive(clap::Args)]
pub struct Arguments {
    /// The file; - reads standard input. Columns are parted by comma, semicolon or tab
    #[arg(value_name = "FILE.csv")]
    file: PathBuf,
    #[command(flatten)]
    columns: ColumnFlags,
    #[command(flatten)]
    chart: ChartFlags,
    #[command(flatten)]
    picture: picture::Flags,
    /// What to write
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Write to this file instead of to standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(clap::Args)]
struct ColumnFlags {
    /// The column that says when: dates, numbers or names [default: x, else rows are numbered]
    #[arg(long, value_name = "COLUMN")]
    x: Option<String>,
    /// The column of the measure, or of what is above the line [default: y]
    #[arg(long, value_name = "COLUMN")]
    y: Option<String>,
    /// The column of what is below the line [default: n where there is one]
    #[arg(long, value_name = "COLUMN")]
    n: Option<String>,
    /// A column of labels: a new part of the chart starts where the label changes
    #[arg(long, value_name = "COLUMN")]
    part: Option<String>,
    /// A column that parts the rows into charts of their own; at most two
    #[arg(long, value_name = "COLUMN")]
    facet: Vec<String>,
}

#[derive(clap::Args)]
struct ChartFlags {
    /// run, i, mr, xbar, s, r, t, c, u, up, p, pp, np, g or ip
    #[arg(long, default_value = "run", value_parser = chart)]
    chart: Chart,
    /// Compute the lines from the first N points
    #[arg(long, value_name = "N", value_parser = baseline, allow_hyphen_values = true)]
    freeze: Option<usize>,
    /// Start a new part after these points
    #[arg(long, value_name = "N,N", value_delimiter = ',', value_parser = counted, allow_hyphen_values = true)]
    split: Vec<usize>,
    /// Where the chart has parts, freeze within the first (otherwise parts win over --freeze)
    #[arg(long)]
    freeze_in_part: bool,
    /// In these parts, counted from 1, compute the lines from their first N points: 2=12
    #[arg(long, value_name = "PART=N", value_delimiter = ',', value_parser = frozen)]
    freeze_part: Vec<(usize, usize)>,
    /// Leave these points, counted from 1, out of lines and runs
    #[arg(long, value_name = "N,N", value_delimiter = ',', value_parser = counted_from_one, allow_hyphen_values = true)]
    exclude: Vec<usize>,
    /// Multiply values and lines: 1000 for "per 1,000 bed days"
    #[arg(long, value_name = "NUMBER", default_value = "1", value_parser = factor, allow_hyphen_values = true)]
    multiply: f64,
    /// A centre line known beforehand, before --multiply
    #[arg(long, value_name = "NUMBER", value_parser = number, allow_negative_numbers = true)]
    cl: Option<f64>,
    /// How several values with the same x become one
    #[arg(long, value_enum, default_value_t = Agg::Mean)]
    agg: Agg,
    /// Let no limit go below zero when no value does
    #[arg(long, value_name = "true|false", default_value_t = false, action = clap::ArgAction::Set)]
    floor_zero: bool,
    /// What the spread of an X̄ chart is estimated from: standard deviations or ranges
    #[arg(long, value_enum, default_value_t = Spread::S)]
    within: Spread,
    /// anhoej, anhoej-best-box, anhoej-cut-box, run65, western-electric, nelson or mdc
    #[arg(long, default_value = "anhoej", value_parser = rules)]
    rules: RuleSet,
    /// Drop moving ranges above their own limit once before averaging
    #[arg(long, value_name = "true|false", default_value_t = true, action = clap::ArgAction::Set)]
    screened_mr: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Table,
    Svg,
    Png,
}

#[derive(Clone, Copy, ValueEnum)]
enum Agg {
    Mean,
    Median,
    Sum,
}

#[derive(Clone, Copy, ValueEnum)]
enum Spread {
    S,
    R,
}

fn chart(code: &str) -> Result<Chart, String> {
    let names = || Chart::ALL.map(Chart::code).join(", ");
    Chart::parse(code).ok_or_else(|| format!("there are {}", names()))
}

fn rules(name: &str) -> Result<RuleSet, String> {
    RuleSet::named(name).ok_or_else(|| format!("there are {}", RuleSet::NAMES.join(", ")))
}

fn number(text: &str) -> Result<f64, String> {
    cells::number(text).ok_or_else(|| "not a number".to_owned())
}

fn factor(text: &str) -> Result<f64, String> {
    number(text)
        .ok()
        .filter(|factor| *factor > 0.0)
        .ok_or_else(|| "values are multiplied by a number above zero".to_owned())
}

fn baseline(text: &str) -> Result<usize, String> {
    let first = text.trim().parse().ok().filter(|first| *first > 0);
    first.ok_or_else(|| "a baseline is a whole number of points, from 1".to_owned())
}

fn frozen(text: &str) -> Result<(usize, usize), String> {
    let (part, first) = text.split_once('=').ok_or("a part is frozen as 2=12")?;
    Ok((counted_from_one(part)?, baseline(first)?))
}

fn counted(text: &str) -> Result<usize, String> {
    text.trim().parse().map_err(|_| "points are whole numbers".to_owned())
}

fn counted_from_one(text: &str) -> Result<usize, String> {
    let point = text.trim().parse().ok().filter(|point| *point > 0);
    point.ok_or_else(|| "points are whole numbers, counted from 1".to_owned())
}

/// Reads, works out and writes. Faults are told with the row and column of the file.
pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let name = arguments.file.display();
    if let Some(path) = &arguments.output
        && is_same(&arguments.file, path)
    {
        return Err(format!("{name}: the answer would be written over the file it is read from"));
    }
    let bytes = slurp(&arguments.file).map_err(|error| format!("{name}: {}", in_words(&error)))?;
    let (written, remarks) = written(arguments, &bytes).map_err(|why| format!("{name}: {why}"))?;
    for remark in remarks {
        eprintln!("padriver: {remark}");
    }
    let done = match &arguments.output {
        Some(path) => {
            let told = |why: io::Error| format!("{}: {}", path.display(), in_words(&why));
            fs::write(path, written).map_err(told)
        }
        None => match io::stdout().write_all(&written) {
            // Whoever read us has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            done => done.map_err(|error| error.to_string()),
        },
    };
    done.map(|()| ExitCode::SUCCESS)
}

fn is_same(file: &Path, output: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).ok();
    file != Path::new("-") && whole(file).is_some_and(|file| whole(output) == Some(file))
}

fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::IsADirectory => "this is a folder, not a file".to_owned(),
        io::ErrorKind::PermissionDenied => "the program is not let in there".to_owned(),
        _ => error.to_string(),
    }
}

fn slurp(path: &Path) -> io::Result<Vec<u8>> {
    if path != Path::new("-") {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The answer in the form asked for, and what its reader should know besides.
fn written(arguments: &Arguments, bytes: &[u8]) -> Result<(Vec<u8>, Vec<String>), String> {
    let Arguments { columns, chart, picture, format, .. } = arguments;
    if columns.facet.len() > 2 {
        return Err("--facet is given at most twice".to_owned());
    }
    let wanted = Wanted {
        x: columns.x.as_deref(),
        y: columns.y.as_deref(),
        n: columns.n.as_deref(),
        part: columns.part.as_deref(),
        facets: &columns.facet,
    };
    let mut table = Table::read(bytes, &wanted)?;
    let plan = chart.plan();
    let analyses = plan.analyse_all(&table.series).map_err(|fault| table.explain(&fault))?;
    let names = picture.names(&analyses, &table.measure);
    let scene = picture.scene(&analyses, &names, &table.measure)?;
    let mut remarks = std::mem::take(&mut table.remarks);
    if remarks::takes_one_row(plan.chart) {
        remarks.extend(table.together());
    }
    remarks.extend(remarks::of(&plan, &analyses, &table.noughts()));
    remarks.extend(picture.remarks(&analyses, plan.multiply));
    let answer = match format {
        Format::Json => answer::json(&plan, &analyses, &scene)?,
        Format::Table => table::text(&analyses, &scene).into_bytes(),
        Format::Svg => scene.svg().into_bytes(),
        Format::Png => scene.png()?,
    };
    Ok((answer, remarks))
}

impl ChartFlags {
    fn plan(&self) -> Plan {
        let baseline = match self.freeze {
            None => Baseline::All,
            Some(first) if self.freeze_in_part => Baseline::FirstOfFirstPart(first),
            Some(first) => Baseline::First(first),
        };
        Plan {
            chart: self.chart,
            baseline,
            frozen: self.freeze_part.iter().map(|(part, first)| (part - 1, *first)).collect(),
            splits: self.split.iter().copied().collect(),
            exclude: self.exclude.iter().map(|point| point - 1).collect(),
            centre_line: self.cl,
            multiply: self.multiply,
            floor_zero: self.floor_zero,
            screened: self.screened_mr,
            aggregate: match self.agg {
                Agg::Mean => Aggregate::Mean,
                Agg::Median => Aggregate::Median,
                Agg::Sum => Aggregate::Sum,
            },
            within: match self.within {
                Spread::S => Within::Deviation,
                Spread::R => Within::Range,
            },
            rules: self.rules.clone(),
        }
    }
}

/// What a facet is called: its values in a row, empty where there are none.
fn facet_name(analysis: &Analysis) -> String {
    analysis.facet.join(" / ")
}
