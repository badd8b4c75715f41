//! The index through its public face. Here is what the tests share.
mod any_input;
mod around;
mod folders;
mod line;
mod lists;
mod meant;
mod norwegian;
mod order;
mod shown;
mod words;

use uuid::Uuid;

use super::{Document, Index, MarkedPiece, Query, SearchResults};

/// The facets of the indexes here.
const FACETS: [&str; 3] = ["theme", "county", "outcome"];

fn document(number: u128, title: &str, body: &str) -> Document {
    Document {
        id: Uuid::from_u128(number),
        external_id: format!("ext-{number}"),
        kind: "project".to_owned(),
        lang: "nb".to_owned(),
        title: title.to_owned(),
        body: body.to_owned(),
        url_path: format!("prosjekter/{number}"),
        ..Document::default()
    }
}

fn filled(documents: &[Document]) -> Index {
    let index = Index::in_memory(&FACETS);
    index.apply(documents, &[], 1).unwrap();
    index
}

fn titled(titles: &[&str]) -> Index {
    let documents: Vec<_> = (1..).zip(titles).map(|(n, title)| document(n, title, "")).collect();
    filled(&documents)
}

fn asked(words: &str) -> Query {
    Query { words: words.to_owned(), ..Query::default() }
}

fn titles(found: &SearchResults) -> Vec<&str> {
    found.hits.iter().map(|hit| hit.title.as_str()).collect()
}

fn ask(index: &Index, words: &str) -> Vec<String> {
    let found = index.search(&asked(words)).unwrap();
    assert_eq!(found.total + found.below, found.hits.len());
    found.hits.into_iter().map(|hit| hit.title).collect()
}

fn filed(facets: &[(&str, &str)]) -> Vec<(String, String)> {
    facets.iter().map(|(facet, value)| ((*facet).to_owned(), (*value).to_owned())).collect()
}

fn narrowed(facet: &str, values: &[&str], words: &str) -> Query {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    Query { facets: [(facet.to_owned(), values)].into(), ..asked(words) }
}

/// `[marked]` words in a text.
fn shown(pieces: &[MarkedPiece]) -> String {
    let mark = |piece: &MarkedPiece| {
        if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() }
    };
    pieces.iter().map(mark).collect()
}

/// Twelve documents, the last of them archived.
fn varied() -> Index {
    let mut documents = Vec::new();
    for number in 1..=12_u128 {
        let even = number.is_multiple_of(2);
        let mut one = document(number, &format!("Sak {number:02}"), "felles ord");
        one.kind = if even { "news" } else { "project" }.to_owned();
        one.lang = if number.is_multiple_of(3) { "nn" } else { "nb" }.to_owned();
        let themes = if number <= 6 { vec![("theme", "fall"), ("theme", "fall")] } else { vec![] };
        let counties = [("county", "03"), ("county", if even { "46" } else { "55" })];
        one.facets = filed(&[themes, counties.to_vec()].concat());
        one.published = Some(i64::try_from(number).unwrap() * 1000);
        one.archived = number == 12;
        documents.push(one);
    }
    filled(&documents)
}
