//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("centres", "/nb/sentre"),
    Sample::of("centres map", "/nb/sentre?visning=kart"),
    Sample::of("centres map 2012", "/nn/sentre?visning=kart&per=2012-06-01"),
    Sample::of("centres map by county", "/nb/sentre?visning=kart&farge=fylke&per=1990"),
    Sample::of("centres timeline", "/nb/sentre?visning=tidslinje&per=2017"),
    Sample::of("centres day with fault", "/nb/sentre?visning=kart&per=i+fjor").answering(422),
    Sample::of("county map", "/nb/fylker/46"),
    Sample::of("municipality then", "/nb/kommuner/0219?per=2012"),
    Sample::of("centres nn 2008", "/nn/sentre?per=2008-10-01"),
    Sample::of("centres no day", "/nb/sentre?per=i-morgen").answering(422),
    Sample::of("centre", "/nb/sentre/usht-hedmark"),
    Sample::of("centre before en", "/en/sentre/undervisningshjemmetjeneste-oppland"),
    Sample::of("centre two sources", "/nb/sentre/usht-nordland"),
    Sample::of("centre without municipalities en", "/en/sentre/usht-helse-fonna"),
    Sample::of("centres 2011 in doubt", "/nb/sentre?per=1.6.2011"),
    Sample::of("municipalities", "/nb/kommuner"),
    Sample::of("municipality maybe", "/nb/kommuner/1106"),
    Sample::of("counties", "/nb/fylker"),
    Sample::of("county", "/nb/fylker/34"),
    Sample::of("county before se", "/se/fylker/54"),
    Sample::of("municipality", "/nb/kommuner/3118"),
    Sample::of("municipality before", "/nn/kommuner/0219"),
];
