//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("projects", "/nb/prosjekter"),
    Sample::of("projects nn", "/nn/prosjekter"),
    Sample::of("projects page 2", "/nb/prosjekter?sorter=tittel&side=2"),
    Sample::of(
        "projects filtered",
        "/nb/prosjekter?status=completed&status=ongoing&resultat=improved",
    ),
    Sample::of("projects no hits", "/nb/prosjekter?status=planned&resultat=worse&tema=ernaering"),
    Sample::of("project", "/nb/prosjekter/e2e-rolige-maltider"),
    Sample::of("project in english", "/en/prosjekter/e2e-rolige-maltider"),
    Sample::of("project long word", "/nb/prosjekter/e2e-langt-ord"),
    Sample::of("project example", "/nn/prosjekter/e2e-doemeprosjekt"),
    Sample::of("projects as they were", "/nb/prosjekter?per=2023-01-01"),
    Sample::of("no such day", "/nb/prosjekter?per=i-fjor").answering(422),
    Sample::of("410", "/nb/prosjekter/e2e-trukket").answering(410),
    Sample::of("422", "/nb/prosjekter?side=0").answering(422),
];
