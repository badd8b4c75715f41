//! Commands on the text of attachments: how many are read, which are not and why, and once more.

use std::process::ExitCode;

use clap::Args;
use uuid::Uuid;

use super::{counted, open};
use crate::attachments::{self, Again, Trouble};
use crate::clock::Clock;
use crate::config::Common;
use crate::files::id_of;
use crate::items::files;

#[derive(Args)]
pub struct Asked {
    /// Put those that were not read, or only in part, in the queue again
    #[arg(long)]
    again: bool,
    /// With --again: put all of them in the queue
    #[arg(long, requires = "again")]
    all: bool,
}

pub async fn run(common: &Common, asked: &Asked) -> Result<ExitCode, String> {
    let settings = open::settings(common)?;
    let clock = Clock::default();
    let db = open::database(&settings, &clock).await?;
    if asked.again {
        let which = if asked.all { Again::All } else { Again::Failed };
        let count = attachments::again(&db, &clock, which).await.map_err(|e| e.to_string())?;
        say!("The server will read {}.", counted(count, "attachment"));
        return Ok(ExitCode::SUCCESS);
    }
    for count in attachments::counts(&db).await.map_err(|e| e.to_string())? {
        say!("{:7}  {}", count.files, count.status);
    }
    let troubles = attachments::troubles(&db).await.map_err(|e| e.to_string())?;
    let ids: Vec<Uuid> = troubles.iter().map(|trouble| id_of(&trouble.digest)).collect();
    let names = files::names(&db, &ids).await.map_err(|e| e.to_string())?;
    for (trouble, id) in troubles.iter().zip(ids) {
        let name = names.get(&id).map_or("fil", String::as_str);
        say!("{}", line(trouble, &format!("/filer/{id}/{name}")));
    }
    Ok(ExitCode::SUCCESS)
}

fn line(trouble: &Trouble, file: &str) -> String {
    let Trouble { status, reason, milliseconds, asked_at, extracted_at, .. } = trouble;
    let why = reason.as_deref().unwrap_or("it has not been its turn");
    let at = extracted_at.unwrap_or(*asked_at).date();
    format!("{status}: {file}: {why} ({at}, {milliseconds} ms)")
}
