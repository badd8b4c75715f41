//! The house itself: arrows between rooms point one way, and no file has grown past its bounds.

mod asvs;
mod before;
mod extra_kind;
mod forms;
mod people;
mod samples;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Ground knows no feature.
const GROUND: [&str; 46] = [
    "adoptions",
    "app",
    "backup",
    "centres",
    "charts",
    "clock",
    "closed",
    "config",
    "dates",
    "db",
    "diagrams",
    "error",
    "extract",
    "feeds",
    "files",
    "fonts",
    "forms",
    "i18n",
    "items",
    "jobs",
    "kinds",
    "limits",
    "mail",
    "maps",
    "markdown",
    "oidc",
    "organisations",
    "page_cache",
    "pdf",
    "people",
    "pictures",
    "places",
    "rights",
    "room",
    "rows",
    "scan",
    "seal",
    "search",
    "statements",
    "tasks",
    "text",
    "themes",
    "timelines",
    "waiting",
    "web",
    "work",
];
/// What puts the program together may know every room.
const PROGRAM: [&str; 6] = ["cli", "lib", "main", "ops", "site", "start"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Which rooms each room uses, by its `crate::` paths; tests may use what they like.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let parts: Vec<String> = inside
            .iter()
            .map(|part| part.to_string_lossy().trim_end_matches(".rs").to_owned())
            .collect();
        if parts.iter().any(|part| part == "tests" || part == "testing") {
            continue;
        }
        let room = parts[0].clone();
        let text = std::fs::read_to_string(&file).unwrap();
        let bare: String = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        let uses = arrows.entry(room.clone()).or_default();
        for after in bare.split("crate::").skip(1) {
            let names = match after.strip_prefix('{') {
                Some(list) => list.split('}').next().unwrap_or("").split(',').collect(),
                None => vec![after],
            };
            for name in names {
                let name: String = name
                    .trim()
                    .chars()
                    .take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '_')
                    .collect();
                if !name.is_empty()
                    && name != room
                    && src.join(&name).exists() | src.join(format!("{name}.rs")).exists()
                {
                    uses.insert(name);
                }
            }
        }
    }
    arrows
}

#[test]
fn ground_knows_no_room() {
    let arrows = arrows();
    for ground in GROUND {
        let uses = arrows.get(ground).unwrap_or_else(|| panic!("{ground} is gone: mend the list"));
        let wrong: Vec<&String> =
            uses.iter().filter(|name| !GROUND.contains(&name.as_str())).collect();
        assert!(wrong.is_empty(), "{ground} is ground and uses {wrong:?}");
    }
}

#[test]
fn no_arrows_go_round() {
    let mut arrows = arrows();
    for program in PROGRAM {
        arrows.remove(program);
    }
    // What can be reached from itself stands in a ring.
    for start in arrows.keys() {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut next: Vec<&str> = arrows[start].iter().map(String::as_str).collect();
        while let Some(name) = next.pop() {
            assert_ne!(name, start, "{start} is in a ring through {reached:?}");
            if reached.insert(name) {
                next.extend(arrows.get(name).into_iter().flatten().map(String::as_str));
            }
        }
    }
}

#[test]
fn kinds_do_not_know_each_other() {
    let arrows = arrows();
    let kinds = ["projects", "tools", "packages", "publications", "news", "events", "pages"];
    for kind in kinds {
        for other in kinds {
            assert!(!arrows[kind].contains(other), "{kind} uses {other}");
        }
    }
}

#[test]
fn every_module_opens_with_its_sentence_and_none_is_too_long() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 100);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("//! "), "{} does not say what it is", file.display());
        assert!(text.lines().count() <= 600, "{} is too long", file.display());
    }
}
