//! Work that nobody waits for, on a thread of its own that gives way to all that somebody does.
//!
//! On Linux a thread has a priority of its own, which those that it starts inherit; elsewhere that is the whole
//! program's, and nothing is changed. It is not one of the runtime's threads, for a thread that has once given
//! way can't take that back. So nothing that outlives the work may be begun in it: a connection of SQLite has a thread,
//! and so has what is told to block; asked for here, they would give way when readers use them.

use std::thread;

use tokio::sync::oneshot;

/// Begins it at once. `None` when it did not come to an end: it panicked, or there is no thread to be had.
pub fn aside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> impl Future<Output = Option<T>> + Send {
    let (tell, told) = oneshot::channel();
    let run = move || {
        give_way();
        // Nobody may want to know any more.
        tell.send(work()).ok();
    };
    if let Err(error) = thread::Builder::new().name("aside".to_owned()).spawn(run) {
        tracing::error!(%error, "there is no thread for work in the background");
    }
    async move { told.await.ok() }
}

/// By so much: where all processors are busy it still gets two fifths of what a reader gets. With ten, a tenth, the
/// search of a server that has just started found nothing for ten seconds and more.
#[cfg(target_os = "linux")]
const LESS: i32 = 4;

#[cfg(target_os = "linux")]
fn give_way() {
    if let Err(error) = rustix::process::nice(LESS) {
        tracing::debug!(%error, "work in the background goes on as all else");
    }
}

#[cfg(not(target_os = "linux"))]
fn give_way() {}
