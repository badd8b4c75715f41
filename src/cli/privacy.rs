//! What is kept of people, and for how long, as the settings have it.

use std::process::ExitCode;

use super::open;
use crate::config::Common;
use crate::privacy::kept;

/// Writes it as a table in Markdown; nothing is read but the settings.
pub fn run(common: &Common) -> Result<ExitCode, String> {
    let settings = open::settings(common)?;
    say!("{}", kept::document(&settings.people).trim_end());
    Ok(ExitCode::SUCCESS)
}
