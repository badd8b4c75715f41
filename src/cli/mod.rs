//! The command line: what the program can be told to do.

/// A line on standard output. Whoever reads it may have had enough (`… | head`): then the rest is
/// not written, and what the command does goes on.
macro_rules! say {
    ($($what:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($what)*);
    }};
}

mod archive;
mod attachments;
mod backup;
mod data;
mod legacy;
mod network;
mod open;
mod people;
mod privacy;
mod progress;
mod serve;
pub(crate) mod spc;
mod strike;
mod strike_told;
mod synonyms;
#[cfg(test)]
mod tests;
mod themes;

use std::fmt::Display;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Parser, Subcommand};

use crate::config::{Common, Serving};
use crate::items::Over;
use crate::room::Sample;
use crate::site::Site;

/// `1 item`, `2 items`.
fn counted<N: Copy + Display + PartialEq + From<u8>>(count: N, noun: &str) -> String {
    let ending = if count == N::from(1) { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// The workplace and public knowledge base of a network of development centres in municipal health
/// and care.
#[derive(Parser)]
#[command(name = "padriver", version, about, max_term_width = 100)]
struct Arguments {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site
    Serve(Serving),
    /// Serve an example library from a fresh database in a folder of its own
    Demo(Serving),
    /// Read items, places, organisations and centres from JSON Lines files, and tables of statements
    /// from CSV files; the same file twice changes nothing
    Import {
        /// `-` is standard input. What comes by a pipe is kept in the data folder while it is read
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Write also over what somebody has changed here since the last import
        #[arg(long)]
        force: bool,
        /// Write also over what was struck by law, with all else that was changed of that item: it may
        /// come back, and the page's list of versions says so from then on
        #[arg(long)]
        over_strikes: bool,
    },
    /// Throw away a text that has never been public; of a public page only its draft
    Discard {
        /// The external id of the item, its id, or its address
        item: String,
    },
    /// Strike from all of history what the law wants gone
    #[command(subcommand)]
    Strike(strike::Command),
    /// Write every published item as JSON Lines
    Export {
        /// Write to this file, with pictures and files beside it, instead of to standard output
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Write also whom letters go to: for moving a site, never for publishing
        #[arg(long)]
        with_contacts: bool,
        /// Write places, organisations and centres instead of items; to a file that ends in .csv as
        /// a table of statements, with three tables of places beside it
        #[arg(long)]
        registers: bool,
    },
    /// Read newer files of municipalities, changes and counties, of the form in data/places
    ImportPlaces {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Ask the register of centres
    #[command(subcommand)]
    Centres(network::Centres),
    /// Read plain-text pages of the old sites into drafts
    ImportLegacy(legacy::Legacy),
    /// List, add, rename, merge and retire themes
    #[command(subcommand)]
    Themes(themes::Command),
    /// Read and write the list of words that mean the same to the search
    #[command(subcommand)]
    Synonyms(synonyms::Command),
    /// Tell which attachments could not be read, and have them read again
    Attachments(attachments::Asked),
    /// Invite whoever is to look after the installation
    #[command(subcommand)]
    People(people::Command),
    /// Write what a centre or an organisation had in a period as a package for its archive: texts,
    /// decisions, roles, log and files, with their digests
    Archive(archive::Archive),
    /// Tell what is kept of people, what for and how long, as Markdown
    Privacy,
    /// Copy all there is, database and files, to a new folder or a new prefix of a bucket; the server
    /// may serve meanwhile
    Backup(backup::Backup),
    /// Put a backup in place, after all of it has been looked through; the server must be stopped
    Restore(backup::Restore),
    /// Look through database, texts, files and search index; exit code 1 when something is wrong
    Check(backup::Check),
    /// Make a key that backups are locked with, and write it to a file
    BackupKey {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Bring the database up to this version
    Migrate,
    /// Build the search index anew
    Reindex,
    /// Run charts and control charts of a CSV file
    Spc(Box<spc::Arguments>),
    /// Read one file on standard input; the server starts this for each attachment
    #[command(hide = true)]
    ExtractText,
    /// Tell which pages the tests in a browser look at, as JSON
    #[command(hide = true)]
    SamplePages,
}

/// Reads the arguments and does what they say, with the rooms of `site`. Exit codes: 0 done, 1 done in part, 2 not at all.
pub fn run(site: &Site) -> ExitCode {
    start(site, Arguments::parse())
}

/// How long the end of the program waits for what still computes on threads of its own. It may be
/// anything, such as a thick book that nobody waits for any more.
const LINGER: Duration = Duration::from_secs(3);

fn start(site: &Site, arguments: Arguments) -> ExitCode {
    // Before there are threads: it is to be small.
    if matches!(arguments.command, Command::ExtractText) {
        return crate::extract::run();
    }
    if let Err(why) = site.add_words() {
        eprintln!("padriver: {why}");
        return ExitCode::from(2);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let result = match runtime {
        Ok(runtime) => {
            let result = runtime.block_on(execute(site, arguments));
            runtime.shutdown_timeout(LINGER);
            result
        }
        Err(error) => Err(format!("the program can't start its threads: {error}")),
    };
    match result {
        Ok(code) => code,
        Err(why) => {
            eprintln!("padriver: {why}");
            ExitCode::from(2)
        }
    }
}

async fn execute(
    site: &Site,
    Arguments { common, command }: Arguments,
) -> Result<ExitCode, String> {
    match command {
        Command::Serve(serving) => serve::serve(site, &common, &serving).await,
        Command::Demo(serving) => Box::pin(serve::demo(site, common, serving)).await,
        Command::Import { files, force, over_strikes } => {
            let over = Over { edits: force, strikes: over_strikes };
            data::import(site, &common, &files, over).await
        }
        Command::Discard { item } => strike::discard(site, &common, &item).await,
        Command::Strike(command) => strike::run(site, &common, command).await,
        Command::Export { output, with_contacts, registers: true } => {
            network::export(&common, output.as_deref(), with_contacts).await
        }
        Command::Export { output, with_contacts, registers: false } => {
            data::export(site, &common, output.as_deref(), with_contacts).await
        }
        Command::ImportPlaces { files } => network::import_places(&common, &files).await,
        Command::Centres(asked) => network::centres(&common, &asked).await,
        Command::ImportLegacy(legacy) => legacy::import(site, &common, &legacy).await,
        Command::Themes(command) => themes::run(&common, command).await,
        Command::Synonyms(command) => synonyms::run(&common, command).await,
        Command::People(command) => people::run(&common, command).await,
        Command::Archive(asked) => archive::run(&common, asked).await,
        Command::Privacy => privacy::run(&common),
        Command::Backup(asked) => backup::backup(&common, &asked).await,
        Command::Restore(asked) => backup::restore(site, &common, &asked).await,
        Command::Check(asked) => backup::check(site, &common, &asked).await,
        Command::BackupKey { file } => backup::new_key(&file),
        Command::Migrate => data::migrate(&common).await,
        Command::Reindex => data::reindex(site, &common).await,
        Command::Attachments(asked) => attachments::run(&common, &asked).await,
        Command::Spc(arguments) => spc::run(&arguments),
        Command::ExtractText => Ok(crate::extract::run()),
        Command::SamplePages => sample_pages(site),
    }
}

fn sample_pages(site: &Site) -> Result<ExitCode, String> {
    let samples: Vec<&Sample> = site.samples().collect();
    say!("{}", serde_json::to_string_pretty(&samples).map_err(|error| error.to_string())?);
    Ok(ExitCode::SUCCESS)
}
