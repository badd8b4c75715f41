//! Commands as somebody gives them: a process of its own, with what it is given and what it says.

use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use clap::Parser;
use serde_json::{Value, json};

use super::{Arguments, DATABASE, FOLDER, start};
use crate::files;
use crate::items::read;
use crate::organisations;
use crate::site::Site;
use crate::statements;
use crate::testing::{TestApp, both_engines};

/// Tells the process what it is to do, an argument a line.
const ARGUMENTS: &str = "PADRIVER_TEST_ARGUMENTS";

#[test]
#[ignore = "no test: those below start it"]
fn the_process_that_is_told() {
    let [database, folder, told] = [DATABASE, FOLDER, ARGUMENTS].map(|n| std::env::var(n).unwrap());
    let data = ["padriver", "--database", &database, "--data-dir", &folder];
    let ended =
        start(&Site::default(), Arguments::parse_from(data.into_iter().chain(told.lines())));
    println!("ended: {ended:?}");
}

#[derive(Debug)]
struct Said {
    out: String,
    err: String,
}

impl Said {
    fn ended(&self, code: u8) -> bool {
        self.out.contains(&format!("ended: {:?}", ExitCode::from(code)))
    }
}

/// Does it, with this on standard input.
fn told(app: &TestApp, arguments: &[&str], input: &str) -> Said {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([
        "cli::tests::told::the_process_that_is_told",
        "--exact",
        "--ignored",
        "--nocapture",
    ]);
    command.env(DATABASE, &app.app.settings.database).env(FOLDER, app.folder());
    command.env(ARGUMENTS, arguments.join("\n")).env_remove("RUST_LOG");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // One that has not read it all may have come to its end.
    child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { out: text(output.stdout), err: text(output.stderr) }
}

fn page(external_id: &str) -> String {
    json!({ "kind": "page", "external_id": external_id, "lang": "nb", "title": external_id })
        .to_string()
}

async fn is_here(app: &TestApp, external_id: &str) -> bool {
    read::by_external_id(&app.app.db, external_id).await.unwrap().is_some()
}

/// A pipe with a name, and somebody who writes into it.
fn pipe(at: &Path, what: String) -> std::thread::JoinHandle<()> {
    assert!(Command::new("mkfifo").arg(at).status().unwrap().success());
    let at = at.to_owned();
    std::thread::spawn(move || std::fs::write(at, what).unwrap())
}

const TABLE: &str = "register,subject,what,from,to,source,type,name\n\
    organisation,hf,exists,,,Prøven,hospital_trust,\n\
    organisation,hf,name,,,Prøven,,Prøve HF\n";

both_engines! {
    async fn what_comes_by_a_pipe_is_imported(app: TestApp) {
        let said = told(&app, &["import", "-"], &page("a"));
        assert!(said.ended(0) && said.out.contains("standard input: 1 created"), "{said:?}");
        let said = told(&app, &["import", "/dev/stdin"], &page("b"));
        assert!(said.ended(0) && said.out.contains("/dev/stdin: 1 created"), "{said:?}");
        let named = app.folder().join("ror");
        let writer = pipe(&named, page("c"));
        let said = told(&app, &["import", named.to_str().unwrap()], "");
        writer.join().unwrap();
        assert!(said.ended(0) && said.out.contains("ror: 1 created"), "{said:?}");
        for external_id in ["a", "b", "c"] {
            assert!(is_here(&app, external_id).await, "{external_id}");
        }
        let said = told(&app, &["import", "-"], "not json\n");
        assert!(said.ended(1) && said.err.contains("line 1: not a JSON object"), "{said:?}");
        let said = told(&app, &["import", "-"], TABLE);
        assert!(said.ended(0) && said.out.contains("standard input: 1 created"), "{said:?}");
        assert!(statements::all(&app.app.db, organisations::REGISTER).await.unwrap().contains_key("hf"));
        let left = std::fs::read_dir(app.folder()).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<String> = left.map(|name| name.into_string().unwrap()).collect();
        assert!(!left.iter().any(|name| name.starts_with(".tmp")), "nothing is left of it: {left:?}");
    }

    async fn what_an_export_has_left_out_is_told_where_it_lacks(app: TestApp) {
        let lines = ["a", "b"].map(|external_id| {
            json!({ "kind": "page", "external_id": external_id, "lang": "nb", "title": external_id,
                "left_out": ["image", "files"] })
        });
        let whole = page("c");
        let lines = format!("{}\n{}\n{whole}\n", lines[0], lines[1]);
        let said = told(&app, &["import", "-"], &lines);
        assert!(said.ended(0) && said.out.contains("3 created"), "{said:?}");
        assert!(said.err.contains("2 pictures and files of 2 items"), "{said:?}");
        let said = told(&app, &["import", "-"], &page("d"));
        assert!(!said.err.contains("left it out"), "{said:?}");
    }

    async fn an_export_makes_the_folder_that_it_is_written_in(app: TestApp) {
        app.import(&[serde_json::from_str(&page("a")).unwrap()]).await;
        for (name, more) in [("ut/a.jsonl", None), ("nytt/b.csv", Some("--registers"))] {
            let file = app.folder().join(name);
            let mut arguments = vec!["export", "--output", file.to_str().unwrap()];
            arguments.extend(more);
            let said = told(&app, &arguments, "");
            assert!(said.ended(0), "{said:?}");
            assert!(std::fs::metadata(&file).unwrap().len() > 0, "{name}");
        }
    }

    async fn what_no_person_reads_has_no_colours(app: TestApp) {
        let bytes = b"%PDF-1.7\n% om en person";
        std::fs::write(app.folder().join("liste.pdf"), bytes).unwrap();
        let mut line: Value = serde_json::from_str(&page("a")).unwrap();
        line["files"] = json!([{ "file": "liste.pdf", "title": "Liste" }]);
        app.import(&[line]).await;
        let id = files::id_of(&files::digest(bytes)).to_string();
        let said = told(&app, &["strike", "file", &id, "--reason", "Personvern", "--yes"], "");
        assert!(said.ended(0) && said.out.contains("a: 1 place(s) in 1 revision(s)"), "{said:?}");
        let lines = app.folder().join("lines.jsonl");
        let said = told(&app, &["import", "--over-strikes", lines.to_str().unwrap()], "");
        assert!(said.ended(0) && said.err.contains("brings back a file that was struck"), "{said:?}");
        assert!(!said.err.contains('\u{1b}') && !said.out.contains('\u{1b}'), "{said:?}");
    }
}
