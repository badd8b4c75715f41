//! Periods and dates keep the precision they were given in.

use super::super::periods::{day_first, moment, period};
use super::super::{Moment, Precision};

fn ends(text: &str) -> (String, String) {
    let period = period(text).unwrap_or_else(|| panic!("«{text}» is not understood"));
    let shown = |end: &Option<Moment>| end.as_ref().map_or(String::new(), |end| end.edtf.clone());
    (shown(&period.from), shown(&period.to))
}

#[test]
fn periods_in_many_spellings() {
    for (text, from, to) in [
        ("juni 2019 – juni 2021", "2019-06", "2021-06"),
        ("November 2014 - november 2015", "2014-11", "2015-11"),
        ("2013", "2013", "2013"),
        ("2013-2015", "2013", "2015"),
        ("2013 – 2015", "2013", "2015"),
        ("2013 –", "2013", ""),
        ("2013-", "2013", ""),
        ("2013 - pågår", "2013", ""),
        ("mai 2014 – d.d.", "2014-05", ""),
        ("– 2015", "", "2015"),
        ("til 2015", "", "2015"),
        ("fra 2012", "2012", ""),
        ("fra høsten 2012", "2012", ""),
        ("frå hausten 2012", "2012", ""),
        ("høsten 2012 - våren 2014", "2012", "2014"),
        ("01.01.2018 - 31.12.2019", "2018-01-01", "2019-12-31"),
        ("01.01.18-31.12.19", "2018-01-01", "2019-12-31"),
        ("1. mars 2014 til 1. juni 2015", "2014-03-01", "2015-06-01"),
        ("Fra 1. mars 2014 til 1. juni 2015.", "2014-03-01", "2015-06-01"),
        ("2016/2017", "2016", "2017"),
        ("2016/17", "2016", "2017"),
        ("2013-15", "2013", "2015"),
        ("jan. 2015 - des. 2016", "2015-01", "2016-12"),
        ("sept 2015–feb 2016", "2015-09", "2016-02"),
        ("juni–desember 2019", "2019-06", "2019-12"),
        ("1.–3. mars 2014", "2014-03-01", "2014-03-03"),
        ("06.2019 - 06.2021", "2019-06", "2021-06"),
        ("2019-06 - 2021-06", "2019-06", "2021-06"),
        ("2019-06", "2019-06", "2019-06"),
        ("2019-06-14", "2019-06-14", "2019-06-14"),
        ("ca. 2008", "2008~", "2008~"),
        ("f.o.m. januar 2014 t.o.m. juni 2015", "2014-01", "2015-06"),
        ("fra og med januar 2014 til og med juni 2015", "2014-01", "2015-06"),
        ("1. halvår 2015", "2015", "2015"),
        ("2013 og 2014", "2013", "2014"),
    ] {
        assert_eq!(ends(text), (from.to_owned(), to.to_owned()), "{text}");
    }
}

#[test]
fn what_is_no_period_is_left_alone() {
    for text in [
        "",
        "tre år",
        "31.02.2014",
        "13.13.2014",
        "2014 (forlenget)",
        "uke 12",
        "1850",
        "12345",
        "mars",
    ] {
        assert!(period(text).is_none(), "{text}");
    }
}

#[test]
fn precision_and_doubt() {
    let precision =
        |text: &str| period(text).and_then(|period| period.from).map(|from| from.precision);
    assert_eq!(precision("juni 2019 – juni 2021"), Some(Precision::Month));
    assert_eq!(precision("1. mars 2014 til 2015"), Some(Precision::Day));
    assert_eq!(precision("fra høsten 2012"), Some(Precision::Season));
    assert!(period("2013").is_some_and(|period| period.years_only()));
    assert!(period("2015-2013").is_some_and(|period| period.reversed()));
    assert!(period("juni 2019 – mai 2019").is_some_and(|period| period.reversed()));
    assert!(period("2019 – juni 2019").is_some_and(|period| !period.reversed()));
    assert!(period("2010-12").is_some_and(|period| period.ambiguous));
    assert!(period("2013-15").is_some_and(|period| !period.ambiguous));
}

#[test]
fn dates() {
    for text in
        ["27. april 2020", "27.04.2020", "27.4.2020", "2020-04-27", "27/4-2020", "27. apr. 2020"]
    {
        assert_eq!(moment(text).map(|date| date.edtf).as_deref(), Some("2020-04-27"), "{text}");
    }
    assert_eq!(day_first("27. april 2020 kl. 10.15").as_deref(), Some("2020-04-27"));
    assert_eq!(day_first("29. februar 2020").as_deref(), Some("2020-02-29"));
    assert_eq!(day_first("29. februar 2019"), None);
    assert_eq!(day_first("april 2020"), None);
}
