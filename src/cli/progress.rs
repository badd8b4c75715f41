//! A bar for long work, when somebody is watching.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar over `total` steps; nothing is drawn when standard error is no terminal.
pub fn bar(total: u64, what: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(total);
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {percent} %  {eta} left") {
        bar.set_style(style);
    }
    bar.set_message(what.to_owned());
    bar
}
