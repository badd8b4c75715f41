//! Commands on the themes: list, add, rename, merge, retire.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::{network, open};
use crate::clock::Clock;
use crate::config::Common;
use crate::db;
use crate::i18n::{Lang, Text};
use crate::items::catalogue::Catalogue;
use crate::items::list::{self, At, Wanted};
use crate::items::refile::{self, Concerned};
use crate::themes::{self, Refused, ThemeChange, ThemeNames, Themes};

#[derive(Subcommand)]
pub enum Command {
    /// List all themes with how much is filed under each
    List,
    /// Add a theme
    Add {
        slug: String,
        /// The theme that it is a part of
        #[arg(long, value_name = "SLUG")]
        parent: Option<String>,
        #[command(flatten)]
        names: NamesGiven,
    },
    /// Give a theme another slug, other names, or both; old addresses lead to the new
    Rename {
        slug: String,
        /// The new slug; the old one when only names change
        to: Option<String>,
        #[command(flatten)]
        names: NamesGiven,
    },
    /// File all of one theme under another; old addresses lead there
    Merge { slug: String, into: String },
    /// Use a theme no more; a part's address leads to what it was a part of
    Retire { slug: String },
}

#[derive(Args)]
pub struct NamesGiven {
    #[arg(long, value_name = "NAME")]
    nb: Option<String>,
    #[arg(long, value_name = "NAME")]
    nn: Option<String>,
    #[arg(long, value_name = "NAME")]
    se: Option<String>,
    #[arg(long, value_name = "NAME")]
    en: Option<String>,
}

impl From<NamesGiven> for ThemeNames {
    fn from(NamesGiven { nb, nn, se, en }: NamesGiven) -> Self {
        Self { nb, nn, se, en }
    }
}

pub async fn run(common: &Common, command: Command) -> Result<ExitCode, String> {
    let settings = open::settings(common)?;
    let clock = Clock::default();
    let db = open::database(&settings, &clock).await?;
    let wanted = match command {
        Command::List => return list(&db, &clock).await.map_err(|e| e.to_string()),
        Command::Add { slug, parent, names } => {
            ThemeChange::Add { slug, parent, names: names.into() }
        }
        Command::Rename { slug, to, names } => {
            let to = to.unwrap_or_else(|| slug.clone());
            ThemeChange::Rename { slug, to, names: names.into() }
        }
        Command::Merge { slug, into } => ThemeChange::Merge { slug, into },
        Command::Retire { slug } => ThemeChange::Retire { slug },
    };
    let to_file = db::transaction::<u64, Refused, _>(&db, |tx| {
        let (clock, wanted) = (clock.clone(), wanted.clone());
        Box::pin(async move {
            let concerned = themes::change(tx, &clock, wanted).await?;
            Ok(refile::request(tx, &clock, Concerned::Themes(&concerned)).await?)
        })
    })
    .await
    .map_err(|refused| refused.to_string())?;
    say!("Done.");
    network::tell_to_file(to_file);
    Ok(ExitCode::SUCCESS)
}

async fn list(db: &db::Db, clock: &Clock) -> Result<ExitCode, db::DbErr> {
    let themes = Themes::load(db).await?;
    let t = Text::new(Lang::Nb);
    let all = Wanted::all(At::Now(clock.now()), t.lang.code());
    let counts = list::counts_of(&Catalogue::of_database(db), &all, "theme").await?;
    let count = |slug: &str| counts.get(slug).copied().unwrap_or(0);
    for (top, parts) in themes.tree(t) {
        say!("{:5}  {} ({})", count(&top.slug), top.slug, top.nb);
        for part in parts {
            say!("{:5}    {} ({})", count(&part.slug), part.slug, part.nb);
        }
    }
    Ok(ExitCode::SUCCESS)
}
