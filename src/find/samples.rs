//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("theme", "/nb/tema/ernaering"),
    Sample::of("theme empty", "/nb/tema/munnhelse"),
    Sample::of("a theme of another day", "/nb/tema/fall?per=2022-06-01"),
    Sample::of("a search of another day", "/nb/sok?q=fall&per=2022-06-01"),
    Sample::of("themes", "/nb/tema"),
    Sample::of("documentation of the API", "/nb/api"),
    Sample::of("search", "/nb/sok"),
    Sample::of("search hits", "/nb/sok?q=måltid"),
    Sample::of("search hits se", "/se/sok?q=måltid"),
    Sample::of("search no hits", "/nb/sok?q=xyzzyplugh"),
    Sample::of("search no hits, narrowed", "/nb/sok?q=måltid&fylke=03&type=news"),
    Sample::of("search with something of it", "/nb/sok?q=måltid%20xyzzyplugh"),
    Sample::of("search that names a place", "/nn/sok?q=Lenvik"),
    Sample::of("search misspelt", "/nb/sok?q=måltiid"),
    Sample::of("search misspelt, as typed", "/nn/sok?q=måltiid&ordrett=1"),
    Sample::of("search for what did not work", "/nb/sok?resultat=virket-ikke"),
    Sample::of("suggestions", "/nb/sok/forslag?q=m"),
    Sample::of("suggestions none", "/en/sok/forslag?q=xyzzyplugh"),
];
