//! Pådriver: the workplace and public knowledge base of a network of development centres in
//! municipal health and care. The rooms in reading order; `docs/architecture.md` tells the story.

// The program.
pub mod app;
pub mod cli;
pub mod config;
pub mod error;
pub mod site;
pub mod start;

// Ground: knows no feature.
pub mod adoptions;
pub mod backup;
pub mod centres;
pub mod charts;
pub mod clock;
mod closed;
pub mod dates;
pub mod db;
pub mod diagrams;
pub mod extract;
pub mod feeds;
pub mod files;
pub mod fonts;
pub mod forms;
pub mod i18n;
pub mod items;
pub mod jobs;
pub mod kinds;
pub mod limits;
pub mod mail;
pub mod maps;
pub mod markdown;
pub mod oidc;
pub mod ops;
pub mod organisations;
pub mod page_cache;
pub mod pdf;
pub mod people;
pub mod pictures;
pub mod places;
pub mod rights;
pub mod room;
pub mod rows;
pub mod scan;
pub mod seal;
pub mod search;
pub mod statements;
pub mod tasks;
pub mod text;
pub mod themes;
pub mod timelines;
pub mod waiting;
pub mod web;
pub mod work;

// Rooms: one feature each.
pub mod access;
pub mod adoption;
pub mod archive;
pub mod atlas;
pub mod attachments;
pub mod barriers;
pub mod contact;
pub mod demo;
pub mod editing;
pub mod events;
pub mod exchange;
pub mod find;
pub mod follow;
pub mod front;
pub mod guides;
pub mod improvement;
pub mod languages;
pub mod legacy;
pub mod library;
pub mod logbook;
pub mod login;
pub mod news;
pub mod notices;
pub mod outbox;
pub mod packages;
pub mod pages;
pub mod print;
pub mod privacy;
pub mod projects;
pub mod providers;
pub mod publications;
pub mod reading;
pub mod register;
pub mod second;
pub mod sitemap;
pub mod strikes;
pub mod tips;
pub mod tools;

// So that the tests can take in an example, which names us as others do.
#[cfg(test)]
extern crate self as padriver;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
