//! Every page has a sample, so that no template goes unlooked at by the tests in a browser.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::Method;

use crate::rights::Right;
use crate::room::Sample;
use crate::site::Site;

/// Pages whose address is made when somebody asks for them; specs of their own look at those.
const UNNAMED: [&str; 4] = [
    "/{lang}/hefte/{id}",
    "/{lang}/folg/avmelding/{token}",
    "/{lang}/varsler/avmelding/{token}",
    "/{lang}/tavle/{token}",
];

/// Buttons that a page carries: they ask for nothing that could be filled in wrongly.
const BUTTONS: [&str; 1] = ["/{lang}/logg-ut"];

/// What stands on this pattern answers with a page to read, and not with a file.
fn is_page(pattern: &str) -> bool {
    let last = pattern.rsplit('/').next().unwrap_or_default();
    pattern.starts_with("/{lang}/") && !last.contains('.') && last != "pdf"
}

fn fits(pattern: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let wanted: Vec<&str> = pattern.split('/').collect();
    let same = |(wanted, part): (&&str, &&str)| {
        wanted == part || wanted.starts_with('{') && !part.is_empty()
    };
    wanted.len() == parts.len() && wanted.iter().zip(&parts).all(same)
}

/// The pattern that an address is answered by: a word of its own goes before any word.
pub(super) fn answered_by<'a>(
    patterns: impl Iterator<Item = &'a str>,
    path: &str,
) -> Option<&'a str> {
    let open =
        |pattern: &&str| pattern.split('/').map(|part| part.starts_with('{')).collect::<Vec<_>>();
    patterns.filter(|pattern| fits(pattern, path)).min_by_key(open)
}

/// What is the same page for each kind, such as a form under an item, is looked at once.
pub(super) fn template(site: &Site, pattern: &str) -> String {
    for kind in site.kinds().iter().map(|kind| kind.path).chain(["sentre"]) {
        if let Some(rest) = pattern.strip_prefix(&format!("/{{lang}}/{kind}/{{slug}}/")) {
            return format!("/{{lang}}/*/{{slug}}/{rest}");
        }
    }
    pattern.to_owned()
}

fn lacking(site: &Site, method: &Method, is_sample: impl Fn(&Sample) -> bool) -> Vec<String> {
    let routes = site.routes();
    // What only somebody who is logged in sees, specs of its own look at.
    let of_method = routes.iter().filter(|route| route.method == *method);
    let open = of_method.filter(|route| route.right == Right::Anybody);
    let patterns: Vec<&str> = open.map(|route| &*route.pattern).collect();
    let mut lacking: BTreeSet<String> =
        patterns.iter().filter(|p| is_page(p)).map(|pattern| template(site, pattern)).collect();
    if *method == Method::POST {
        for button in BUTTONS {
            assert!(lacking.remove(button), "{button} is gone: mend the list");
        }
    }
    for pattern in UNNAMED {
        assert!(
            lacking.remove(pattern) || method != Method::GET,
            "{pattern} is gone: mend the list"
        );
    }
    assert!(!lacking.is_empty(), "the site has pages");
    for sample in site.samples().filter(|sample| is_sample(sample)) {
        if let Some(pattern) = answered_by(patterns.iter().copied(), sample.path) {
            lacking.remove(&template(site, pattern));
        }
    }
    lacking.into_iter().collect()
}

#[test]
fn every_page_has_a_sample() {
    let shown = |sample: &Sample| sample.post.is_none() && sample.status == 200;
    let lacking = lacking(&Site::default(), &Method::GET, shown);
    assert!(lacking.is_empty(), "no sample page is at {lacking:?}");
}

#[test]
fn every_form_has_a_sample_with_faults() {
    let refused = |sample: &Sample| sample.post.is_some() && sample.status == 422;
    let lacking = lacking(&Site::default(), &Method::POST, refused);
    assert!(lacking.is_empty(), "no sample page shows what is wrong at {lacking:?}");
}

#[test]
fn samples_have_names_of_their_own() {
    let mut named: BTreeMap<&str, &str> = BTreeMap::new();
    let site = Site::default();
    for sample in site.samples() {
        assert!(sample.path.starts_with('/'), "{}", sample.path);
        let other = named.insert(sample.name, sample.path);
        assert!(other.is_none(), "{} is called as {other:?} is: {}", sample.path, sample.name);
    }
    assert!(named.len() > 90);
}
