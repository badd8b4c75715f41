//! The process that reads one file: it gives up what it does not need, reads, tells, and is gone.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use rustix::process::{Resource, Rlimit, nice, setrlimit};
use serde::{Deserialize, Serialize};

use super::package::Package;
use super::sink::{Sink, StopReason};
use super::{Form, ReadingLimits, odf, office, pdf, sheet};

/// The first line that we are given; the bytes of the file are the rest.
#[derive(Serialize, Deserialize)]
pub struct Asked {
    pub media_type: String,
    pub limits: ReadingLimits,
}

/// Crooked files nest deep; what is only reserved costs nothing.
const STACK: usize = 64 << 20;

/// Reads the file on standard input and tells its text on standard output.
pub fn run() -> ExitCode {
    // What a library says when it panics may quote the file.
    std::panic::set_hook(Box::new(|_| {}));
    let reading = std::thread::Builder::new().stack_size(STACK).spawn(answer);
    match reading.map(std::thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        Ok(Ok(Err(why))) => {
            eprintln!("padriver extract-text: {why}");
            ExitCode::from(2)
        }
        _ => ExitCode::FAILURE,
    }
}

fn answer() -> Result<(), String> {
    let mut input = BufReader::new(std::io::stdin().lock());
    let mut first = String::new();
    input.by_ref().take(4096).read_line(&mut first).map_err(|e| e.to_string())?;
    let asked: Asked = serde_json::from_str(&first)
        .map_err(|_| "this command is started by the server, with a file".to_owned())?;
    fence(&asked.limits).map_err(|e| format!("the limits can't be set: {e}"))?;
    let mut bytes = Vec::new();
    let taken = input.read_to_end(&mut bytes);
    let mut sink = Sink::new(std::io::stdout().lock(), asked.limits.text);
    let read = match taken {
        Ok(_) => catch_unwind(AssertUnwindSafe(|| read(&asked, &bytes, &mut sink)))
            .unwrap_or(Err(StopReason::Broken("the library that reads it gave up"))),
        Err(error) if error.kind() == ErrorKind::OutOfMemory => Err(StopReason::Heavy),
        Err(error) => return Err(error.to_string()),
    };
    sink.end(read);
    Ok(())
}

/// From here on: no more time or memory than we were given, no file or connection opened, none
/// written to, and readers of the site come first.
fn fence(limits: &ReadingLimits) -> rustix::io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Signal, set_parent_process_death_signal};
        set_parent_process_death_signal(Some(Signal::KILL))?;
    }
    nice(10)?;
    let both = |most| Rlimit { current: Some(most), maximum: Some(most) };
    // The hard limit comes a second later, for a system that does not end us at the soft one.
    let cpu = Rlimit { current: Some(limits.cpu), maximum: Some(limits.cpu + 1) };
    setrlimit(Resource::Cpu, cpu)?;
    setrlimit(Resource::Core, both(0))?;
    setrlimit(Resource::Fsize, both(0))?;
    setrlimit(Resource::Nofile, both(3))?;
    // macOS knows the limit and does not hold it.
    setrlimit(Resource::As, both(limits.memory))
}

fn read<W: Write>(asked: &Asked, bytes: &[u8], sink: &mut Sink<W>) -> Result<(), StopReason> {
    let package = || Package::open(bytes, asked.limits.unpacked);
    match Form::of(&asked.media_type).ok_or(StopReason::Broken("we do not read such files"))? {
        Form::Pdf => pdf::read(bytes, sink),
        Form::Word => office::document(&mut package()?, sink),
        Form::Slides => office::slides(&mut package()?, sink),
        Form::Open => odf::read(&mut package()?, sink),
        Form::Workbook => {
            if package()?.said_size() > asked.limits.unpacked {
                return Err(StopReason::Heavy);
            }
            sheet::read(bytes, sink)
        }
    }
}
