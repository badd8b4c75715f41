//! Starts the process that reads a file, hears it out, and stops it when it has had its time.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::apart::Asked;
use super::sink::{MARK, Message};
use super::{About, Page, ReadingLimits, Status, Text};

/// How often we look whether it should go on.
const LOOK: Duration = Duration::from_millis(100);
/// So many looks a process may take to end when it has closed its mouth.
const LEAVE: u32 = 200;
/// As much of its complaints as we listen to.
const COMPLAINT: u64 = 4096;

/// Reads files, one process each.
#[derive(Clone, Debug)]
pub struct TextReader {
    program: PathBuf,
    arguments: Vec<OsString>,
    limits: ReadingLimits,
}

impl TextReader {
    /// Ourselves, under the name that [`super::run`] goes by on the command line.
    pub fn new() -> io::Result<Self> {
        #[cfg(not(test))]
        let arguments = ["extract-text"];
        #[cfg(test)]
        let arguments = super::tests::ARGUMENTS;
        Ok(Self {
            program: std::env::current_exe()?,
            arguments: arguments.iter().map(OsString::from).collect(),
            limits: ReadingLimits::default(),
        })
    }

    #[must_use]
    pub fn within(self, limits: ReadingLimits) -> Self {
        Self { limits, ..self }
    }

    /// The text of a file. It fails only when no process can be started: what is wrong with the
    /// file is in the answer. Whoever stops waiting stops the reading.
    pub async fn read(&self, media_type: &str, bytes: Vec<u8>) -> io::Result<Text> {
        let stop = Stopper(Arc::new(AtomicBool::new(false)));
        let asked = Asked { media_type: media_type.to_owned(), limits: self.limits };
        let (reader, told_to_stop) = (self.clone(), Arc::clone(&stop.0));
        let mut reading = tokio::task::spawn_blocking(move || {
            let mut child = reader.start()?;
            let text = hear(&mut child, &asked, bytes, &told_to_stop);
            // Whatever came of it, nothing of it stays.
            child.kill().ok();
            child.wait().ok();
            text
        });
        tokio::select! {
            done = &mut reading => return done?,
            () = tokio::time::sleep(self.limits.wall) => stop.now(),
        }
        reading.await?
    }

    /// No settings, no secrets, no way to the database: it gets a file and nothing else.
    fn start(&self) -> io::Result<Child> {
        Command::new(&self.program)
            .args(&self.arguments)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
    }
}

/// Stops the reading when its time is out, and when nobody waits for it any more.
struct Stopper(Arc<AtomicBool>);

impl Stopper {
    fn now(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Drop for Stopper {
    fn drop(&mut self) {
        self.now();
    }
}

fn hear(child: &mut Child, asked: &Asked, bytes: Vec<u8>, stop: &AtomicBool) -> io::Result<Text> {
    let first = serde_json::to_string(asked)?;
    if let Some(mut input) = child.stdin.take() {
        std::thread::spawn(move || {
            // It may have stopped listening; what it says tells why.
            writeln!(input, "{first}").and_then(|()| input.write_all(&bytes)).ok();
        });
    }
    let (sender, messages) = channel();
    if let Some(output) = child.stdout.take() {
        // JSON may write a letter as six, and there is a mark with each page.
        let most = (asked.limits.text as u64).saturating_mul(6).saturating_add(1 << 20);
        std::thread::spawn(move || lines(output, most, &sender));
    }
    let errors = child.stderr.take().map(|mut errors| {
        std::thread::spawn(move || {
            let mut complaint = Vec::new();
            errors.by_ref().take(COMPLAINT).read_to_end(&mut complaint).ok();
            io::copy(&mut errors, &mut io::sink()).ok();
            String::from_utf8_lossy(&complaint).into_owned()
        })
    });
    let Gathered { pages, about, numbers, end } = gather(&messages, stop);
    let is_stopped = stop.load(Ordering::Relaxed);
    let left = if is_stopped { None } else { leave(child)? };
    child.kill().ok();
    let complaint = errors.and_then(|thread| thread.join().ok()).unwrap_or_default();
    let (status, reason) = end.unwrap_or_else(|| why(left, is_stopped, &complaint));
    Ok(Text { about, numbers, ..outcome(pages, status, reason) })
}

/// Sends on what the process says that is meant for us.
fn lines(output: ChildStdout, most: u64, sender: &Sender<Message>) {
    for line in BufReader::new(output.take(most)).split(b'\n').map_while(Result::ok) {
        let ours = line.strip_prefix(MARK.as_bytes());
        if let Some(message) = ours.and_then(|line| serde_json::from_slice(line).ok())
            && sender.send(message).is_err()
        {
            return;
        }
    }
}

type End = (Status, Option<String>);

/// What a process has said.
#[derive(Default)]
struct Gathered {
    pages: Vec<Page>,
    about: Option<About>,
    numbers: Vec<u32>,
    end: Option<End>,
}

fn gather(messages: &Receiver<Message>, stop: &AtomicBool) -> Gathered {
    let mut all = Gathered::default();
    loop {
        match messages.recv_timeout(LOOK) {
            Ok(Message::About(about)) => all.about = Some(about),
            Ok(Message::Numbers(page)) => all.numbers.push(page),
            Ok(Message::Page(page)) => all.pages.push(page),
            Ok(Message::End { status, reason }) => {
                return Gathered { end: Some((status, reason)), ..all };
            }
            Err(RecvTimeoutError::Disconnected) => return all,
            Err(RecvTimeoutError::Timeout) if stop.load(Ordering::Relaxed) => return all,
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// How the process ended by itself, if it does soon.
fn leave(child: &mut Child) -> io::Result<Option<ExitStatus>> {
    for _ in 0..LEAVE {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        std::thread::sleep(LOOK / 10);
    }
    Ok(None)
}

/// What became of a process that ended without saying so.
fn why(left: Option<ExitStatus>, is_stopped: bool, complaint: &str) -> End {
    use std::os::unix::process::ExitStatusExt;
    let signal = left.and_then(|status| status.signal());
    let is_slow = signal == Some(rustix::process::Signal::XCPU.as_raw());
    // The second after the first is the hard limit on time.
    let is_killed = signal == Some(rustix::process::Signal::KILL.as_raw());
    let (status, reason) = if is_stopped || is_slow {
        (Status::Slow, "it takes too long".to_owned())
    } else if complaint.contains("memory allocation of") || is_killed {
        (Status::Heavy, "it wants more memory than we give".to_owned())
    } else {
        let how = left.map_or("it would not end".to_owned(), |status| status.to_string());
        (Status::Broken, format!("the process that read it ended early ({how})"))
    };
    (status, Some(reason))
}

/// Some pages are better than none, whatever stopped the rest.
fn outcome(pages: Vec<Page>, status: Status, reason: Option<String>) -> Text {
    let stopped = matches!(status, Status::Broken | Status::Heavy | Status::Slow);
    if let (true, Some(last), Some(why)) = (stopped, pages.last(), &reason) {
        let reason = Some(format!("read up to page {}: {why}", last.page));
        return Text { pages, status: Status::Cut, reason, about: None, numbers: Vec::new() };
    }
    Text { pages, status, reason, about: None, numbers: Vec::new() }
}
