//! How fast the network answers for a day: `cargo run --release --example bench_network`.

#![expect(clippy::disallowed_methods, reason = "a bench asks for the time")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use padriver::centres::Network;
use padriver::dates::PartialDate;
use padriver::places::Places;
use padriver::statements::{Fields, Raw};
use time::Date;

/// A hundred years of centres that begin, move host and end: the same each time.
fn synthetic(count: u32, codes: &[String]) -> BTreeMap<String, (uuid::Uuid, Vec<Raw>)> {
    let raw = |what: &str, fields: &[(&str, &str)], from: u32, to: u32| Raw {
        what: what.to_owned(),
        fields: Fields::of(fields),
        from: from.to_string(),
        to: to.to_string(),
        source: "Oppdiktet".to_owned(),
        ..Raw::default()
    };
    let centre = |n: u32| {
        let slug = format!("senter-{n}");
        let (from, years) = (1925 + n % 95, 5 + n % 20);
        let to = from + years;
        let host = |k: u32| codes[((n * 7 + k * 13) as usize) % codes.len()].as_str();
        let raws = vec![
            raw("exists", &[("type", "utviklingssenter")], from, to),
            raw("name", &[("name", slug.as_str())], from, to),
            raw("host", &[("municipality", host(0))], from, from + 3),
            raw("host", &[("municipality", host(1))], from + 3, to),
        ];
        (slug, (uuid::Uuid::from_u128(n.into()), raws))
    };
    (0..count).map(centre).collect()
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let db = padriver::db::connect("sqlite::memory:").await.expect("a database");
    padriver::db::migrate(&db).await.expect("a schema");
    let clock = padriver::clock::Clock::default();
    padriver::start::load_registers(&db, &clock).await.expect("the registers");
    let places: Arc<Places> = Places::load(&db).await.expect("places");
    let day = |year: i32| PartialDate::of_year(year).expect("a year").first_day();
    let codes: Vec<String> = places.on(day(2019)).map(|m| m.code.clone()).collect();
    let begun = Instant::now();
    let (network, _) = Network::read(places, &BTreeMap::new(), &synthetic(10_000, &codes));
    println!("10 000 centres over 100 years, read and checked: {:.0?}", begun.elapsed());
    let days: Vec<Date> = (1925..2025).map(day).collect();
    let asked = |question: &dyn Fn(Date) -> usize| {
        let mut found = 0;
        let times = days.iter().map(|day| {
            let begun = Instant::now();
            found += black_box(question(*day));
            begun.elapsed()
        });
        let times: Vec<Duration> = times.collect();
        let slowest = times.iter().max().copied().unwrap_or_default();
        (middle(times), slowest, found / days.len())
    };
    let (usual, slowest, found) = asked(&|day| network.on(day).count());
    println!("which centres on a day: {usual:.1?}, at most {slowest:.1?} ({found} centres)");
    let hosts = |day| {
        let named = network.on(day).map(|centre| {
            let that_day = centre.hosts().filter(|(_, s)| s.valid.contains(day));
            that_day.map(|(host, s)| network.host_name(host, s.valid).len()).sum::<usize>()
        });
        named.filter(|letters| *letters > 0).count()
    };
    let (usual, slowest, found) = asked(&hosts);
    println!("… with the names of their hosts: {usual:.1?}, at most {slowest:.1?} ({found})");

    let shipped = Network::load(&db).await.expect("the network");
    let today = day(2026);
    let (usual, slowest, _) = asked(&|day| shipped.map_on(day, today).len());
    println!("the map of a day, 357 municipalities: {usual:.1?}, at most {slowest:.1?}");
    let mut times = Vec::new();
    for _ in 0..100 {
        let begun = Instant::now();
        black_box(Network::load(&db).await.expect("the network"));
        times.push(begun.elapsed());
    }
    println!("the shipped network, kept in memory: {:.1?}", middle(times));
}
