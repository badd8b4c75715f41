//! What is a date, what is not, how they sort, and where a day begins.

use proptest::prelude::*;
use time::macros::{date, datetime};

use super::{DateFault, PartialDate, Period, Precision, Span, has_no_such_hour, oslo_day, typed};

fn partial(text: &str) -> PartialDate {
    text.parse().expect(text)
}

fn period(text: &str) -> Period {
    text.parse().expect(text)
}

#[test]
fn dates_keep_their_precision() {
    for (text, precision, first, last) in [
        ("2013", Precision::Year, date!(2013 - 01 - 01), date!(2013 - 12 - 31)),
        ("2008~", Precision::Year, date!(2008 - 01 - 01), date!(2008 - 12 - 31)),
        ("2019-06", Precision::Month, date!(2019 - 06 - 01), date!(2019 - 06 - 30)),
        ("2020-02", Precision::Month, date!(2020 - 02 - 01), date!(2020 - 02 - 29)),
        ("2020-02~", Precision::Month, date!(2020 - 02 - 01), date!(2020 - 02 - 29)),
        ("2019-06-14", Precision::Day, date!(2019 - 06 - 14), date!(2019 - 06 - 14)),
    ] {
        let parsed = partial(text);
        assert_eq!(parsed.to_string(), text);
        assert_eq!(parsed.datetime(), text.trim_end_matches('~'));
        assert_eq!(parsed.is_circa(), text.ends_with('~'));
        assert_eq!(parsed.precision(), precision);
        assert_eq!((parsed.first_day(), parsed.last_day()), (first, last));
    }
    assert_eq!(PartialDate::of_year(2008).map(PartialDate::about), Ok(partial("2008~")));
    assert_eq!(PartialDate::of_month(2019, 6), Ok(partial("2019-06")));
    assert_eq!(PartialDate::of_day(date!(2019 - 06 - 14)), Ok(partial("2019-06-14")));
}

#[test]
fn an_hour_that_no_clock_shows_is_seen_in_any_words() {
    for text in ["25.00", "09:75", "Dag 2, 24.30", "09.00-25.00", "kl. 99:00.", "31:12"] {
        assert!(has_no_such_hour(text), "{text}");
    }
    let sound = [
        "",
        "09:00",
        "9.30",
        "24.00",
        "Dag 2, 09.00–10.30",
        "25.12",
        "25.12.2026 kl. 9",
        "3.2",
        "lunsj",
    ];
    for text in sound {
        assert!(!has_no_such_hour(text), "{text}");
    }
}

#[test]
fn what_is_no_date_is_refused_with_its_reason() {
    for text in [
        "",
        "~",
        "20",
        "02013",
        "+201",
        "-2013",
        "2013-",
        "2013-6",
        "2013-06-1",
        "2013-06-01-01",
        "2013 ",
        " 2013",
        "2013~~",
        "~2013",
        "2013/06",
        "juni 2019",
        "２０１３",
        "2013-06-01T10:00",
        "2013\0",
    ] {
        assert_eq!(text.parse::<PartialDate>(), Err(DateFault::Malformed), "{text:?}");
    }
    for text in ["2013-00", "2013-13", "2013-02-29", "2019-06-31", "2019-06-00"] {
        assert_eq!(text.parse::<PartialDate>(), Err(DateFault::NoSuchDay), "{text:?}");
    }
    for text in ["0219", "1799-12", "2200", "9999-12-31"] {
        assert_eq!(text.parse::<PartialDate>(), Err(DateFault::FarOff), "{text:?}");
    }
    let key: &str = DateFault::Reversed.into();
    assert_eq!(key, "dates-reversed");
}

#[test]
fn dates_sort_by_first_day_and_then_the_vaguer_first() {
    let sorted = ["2012-12-31", "2013", "2013~", "2013-01", "2013-01-01", "2013-01-02", "2013-02"];
    let mut dates: Vec<PartialDate> = sorted.iter().rev().map(|text| partial(text)).collect();
    dates.sort_unstable();
    assert_eq!(dates, sorted.map(partial));
}

#[test]
fn a_period_never_ends_before_it_begins() {
    for good in
        ["2019-06/2021-06", "2013/2013", "2019-06/2019", "2019/2019-01-01", "2019-06/..", "../2021"]
    {
        assert_eq!(period(good).to_string(), good);
    }
    assert_eq!(period("../.."), Period::default());
    for reversed in ["2021-06/2019-06", "2014/2013-12-31", "2019-06-02/2019-06-01"] {
        assert_eq!(reversed.parse::<Period>(), Err(DateFault::Reversed), "{reversed}");
    }
    for malformed in ["", "2013", "/", "2013/", "2013/2014/2015", "2013 - 2014"] {
        assert_eq!(malformed.parse::<Period>(), Err(DateFault::Malformed), "{malformed}");
    }
}

#[test]
fn a_period_is_filed_under_each_year_it_touches() {
    let years = |text: &str, goes_on: bool| period(text).years(goes_on).join(" ");
    for goes_on in [true, false] {
        assert_eq!(years("2019-06/2021-06", goes_on), "2019 2020 2021");
        assert_eq!(years("2013/2013", goes_on), "2013");
        assert_eq!(years("../2021", goes_on), "2021");
        assert_eq!(years("../..", goes_on), "");
    }
    assert_eq!(years("2024-11/..", true), "2024/..");
    assert_eq!(years("2024-11/..", false), "2024", "it has ended, nobody knows when");
}

#[test]
fn json_is_the_exchange_form() {
    let read = |text: &str| serde_json::from_str::<Period>(text);
    let whole = r#"{"from":"2019-06","to":"2021-06"}"#;
    assert_eq!(read(whole).expect(whole), period("2019-06/2021-06"));
    assert_eq!(serde_json::to_string(&period("2019-06/2021-06")).expect("JSON"), whole);
    assert_eq!(serde_json::to_string(&period("2008~/..")).expect("JSON"), r#"{"from":"2008~"}"#);
    assert_eq!(read(r#"{"from":null,"to":"2021"}"#).expect("null"), period("../2021"));
    for (text, reason) in [
        (r#"{"from":"2021","to":"2019"}"#, "ends before it begins"),
        (r#"{"from":"june"}"#, "a date is written 2013"),
        (r#"{"form":"2021"}"#, "unknown field `form`"),
        (r#"{"from":2021}"#, "expected a string"),
    ] {
        let error = read(text).expect_err(text).to_string();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn a_day_is_the_day_in_oslo() {
    for (at, day) in [
        (datetime!(2020-04-26 21:59:59 UTC), date!(2020 - 04 - 26)), // summer: two hours ahead
        (datetime!(2020-04-26 22:00:00 UTC), date!(2020 - 04 - 27)),
        (datetime!(2020-12-31 22:59:59 UTC), date!(2020 - 12 - 31)), // winter: one hour ahead
        (datetime!(2020-12-31 23:00:00 UTC), date!(2021 - 01 - 01)),
        (datetime!(2020-12-31 23:00:00 -8), date!(2021 - 01 - 01)),
        (datetime!(1969-07-20 20:17:40 UTC), date!(1969 - 07 - 20)), // before 1970
    ] {
        assert_eq!(oslo_day(at), day, "{at}");
    }
    for extreme in [time::PrimitiveDateTime::MIN, time::PrimitiveDateTime::MAX] {
        oslo_day(extreme.assume_utc()); // answers something, whatever is asked
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "\\PC*|[0-9~/.-]{0,24}") {
        if let Ok(date) = text.parse::<PartialDate>() {
            prop_assert_eq!(date.to_string(), text.clone());
            prop_assert!(date.first_day() <= date.last_day());
        }
        if let Ok(period) = text.parse::<Period>() {
            prop_assert_eq!(period.to_string(), text);
        }
    }
}

#[test]
fn a_season_has_three_months() {
    let summer: PartialDate = "2008-22".parse().unwrap();
    assert_eq!(
        (summer.first_day(), summer.last_day()),
        (date!(2008 - 06 - 01), date!(2008 - 08 - 31))
    );
    let autumn: PartialDate = "2012-23~".parse().unwrap();
    assert_eq!(autumn.last_day(), date!(2012 - 11 - 30));
    assert_eq!((autumn.to_string().as_str(), autumn.datetime().as_str()), ("2012-23~", "2012"));
    for bad in ["2008-24", "2008-13", "2008-20", "2008-22-01"] {
        assert!(bad.parse::<PartialDate>().is_err(), "{bad}");
    }
}

#[test]
fn dates_are_read_as_people_type_them() {
    for (text, read) in [
        ("2008", "2008"),
        ("2017-06-01", "2017-06-01"),
        ("1.6.2017", "2017-06-01"),
        ("1.6.17", "2017-06-01"),
        ("1. juni 2017", "2017-06-01"),
        ("01/06/2017", "2017-06-01"),
        ("juni 2017", "2017-06"),
        ("Des 1999", "1999-12"),
        ("june 2017", "2017-06"),
        ("1.6.99", "1999-06-01"),
        ("2017M06", "2017-06"),
        ("sommeren 2008", "2008-22"),
        ("Haust 2017", "2017-23"),
        ("pr. 1.6.2017", "2017-06-01"),
        ("06.2017", "2017-06"),
        ("mandag 5. juni 2017", "2017-06-05"),
        ("2017-06-01\u{200b}", "2017-06-01"),
    ] {
        assert_eq!(typed(text).unwrap().to_string(), read, "{text}");
    }
    for text in ["1.6.2017", "1/6-2017", "2017-06-01"] {
        assert_eq!(super::typed_day(text), Some(date!(2017 - 06 - 01)), "{text}");
    }
    assert_eq!(super::typed_day("13/6/2017"), Some(date!(2017 - 06 - 13)));
    for doubtful in ["3/4/2024", "juni 2017", "2008~", ""] {
        assert_eq!(super::typed_day(doubtful), None, "{doubtful}");
    }
    for bad in [
        "",
        "i fjor",
        "II 2021",
        "uke 5 2017",
        "31.2.2017",
        "1.6.017",
        "ju 2017",
        "1.2.3.4",
        "٣.6.2017",
        "32",
        "1.13.2017",
    ] {
        assert!(typed(bad).is_err(), "{bad}");
    }
}

#[test]
fn what_is_sure_is_told_from_what_may_be() {
    let span = Span::read("2008-22", "2011~").unwrap();
    assert!(
        !span.surely_contains(date!(2008 - 07 - 01), None) && span.contains(date!(2008 - 07 - 01))
    );
    assert!(span.surely_contains(date!(2008 - 10 - 01), None));
    assert!(!span.contains(date!(2011 - 06 - 01)) && span.may_contain(date!(2011 - 06 - 01)));
    assert!(!span.may_contain(date!(2011 - 12 - 31)));
    let unsure = Span::read("1999?", "").unwrap();
    let told = Some(date!(2008 - 01 - 01));
    assert!(!unsure.surely_contains(date!(2007 - 01 - 01), told));
    assert!(unsure.surely_contains(date!(2008 - 01 - 01), told));
}

#[test]
fn the_hour_that_the_clock_shows_twice_is_known_and_the_one_it_leaps_is_no_time() {
    let local = |text: &str| text.parse::<super::Local>();
    let twice = local("2026-10-25T02:30").unwrap();
    assert!(twice.is_shown_twice());
    assert_eq!(twice.last_instant() - twice.instant(), time::Duration::HOUR);
    for once in ["2026-10-25T01:59", "2026-10-25T03:00", "2026-10-25", "2026-03-29T03:00"] {
        let once_only = local(once).unwrap();
        assert!(!once_only.is_shown_twice(), "{once}");
        assert_eq!(once_only.last_instant(), once_only.instant(), "{once}");
    }
    assert_eq!(local("2026-03-29T02:30"), Err(DateFault::NoSuchTime));
}

/// What is longer than any date of ours is shown as it was at its end, as a year is.
#[test]
fn any_period_that_people_write_is_shown_as_its_last_day() {
    let today = date!(2026 - 11 - 30);
    let shown = |text| super::shown_as(text, today);
    for (text, day) in [
        ("2017", date!(2017 - 12 - 31)),
        ("uke 5 2017", date!(2017 - 02 - 05)),
        ("2017U05", date!(2017 - 02 - 05)),
        ("1. kvartal 2017", date!(2017 - 03 - 31)),
        ("2017K1", date!(2017 - 03 - 31)),
        ("2. tertial 2017", date!(2017 - 08 - 31)),
        ("1. halvår 2017", date!(2017 - 06 - 30)),
        ("sommeren 2008", date!(2008 - 08 - 31)),
    ] {
        assert_eq!(shown(text), Ok(Some((day, true))), "{text}");
    }
    assert_eq!(shown("4. kvartal 2026"), Ok(Some((today, true))), "not over yet");
    assert!(shown("uke 5").is_err() && shown("5. kvartal 2017").is_err());
}
