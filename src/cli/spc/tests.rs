//! The command from its arguments and a file's bytes to what it writes.

use std::fs;
use std::path::Path;

use clap::Parser;
use serde_json::Value;

use super::{Arguments, written};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    arguments: Arguments,
}

fn ask(flags: &[&str], file: impl AsRef<[u8]>) -> Result<String, String> {
    let line = ["spc", "a.csv"].iter().chain(flags);
    let line = Line::try_parse_from(line).map_err(|error| error.to_string())?;
    let (answer, _) = written(&line.arguments, file.as_ref())?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn json(flags: &[&str], file: impl AsRef<[u8]>) -> Value {
    serde_json::from_str(&ask(flags, file).unwrap()).unwrap()
}

fn fault(flags: &[&str], file: impl AsRef<[u8]>) -> String {
    ask(flags, file).unwrap_err()
}

fn column(answer: &Value, list: &str, field: &str) -> Vec<Value> {
    answer[list].as_array().unwrap().iter().map(|item| item[field].clone()).collect()
}

/// Equal to 1e-9 relative, 1e-9 absolute near zero; all else exactly.
fn agree(what: &str, ours: &Value, theirs: &Value) {
    match (ours.as_f64(), theirs.as_f64()) {
        (Some(a), Some(b)) => {
            assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{what}: {a}, expected {b}");
        }
        _ => assert_eq!(ours, theirs, "{what}"),
    }
}

/// Every field of a reference case stands in our answer with the same value.
fn compare(csv: &Path, expected: &Path) {
    let expected: Value = serde_json::from_slice(&fs::read(expected).unwrap()).unwrap();
    let args = &expected["call"]["args"];
    let mut flags = vec!["--chart".to_owned(), args["chart"].as_str().unwrap().to_owned()];
    if let Some(first) = args["freeze"].as_u64() {
        flags.extend(["--freeze".to_owned(), first.to_string()]);
    }
    if let Some(out) = args["exclude"].as_array() {
        let out: Vec<String> = out.iter().map(Value::to_string).collect();
        flags.extend(["--exclude".to_owned(), out.join(",")]);
    }
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let answer = json(&flags, fs::read(csv).unwrap());
    for list in ["summary", "points"] {
        let (ours, theirs) = (answer[list].as_array().unwrap(), expected[list].as_array().unwrap());
        assert_eq!(ours.len(), theirs.len());
        for (at, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
            for (field, value) in theirs.as_object().unwrap() {
                let what = format!("{}, {list} {}, {field}", csv.display(), at + 1);
                agree(&what, &ours[field], value);
            }
        }
    }
}

#[test]
fn answers_as_the_reference() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/spc/tests/data");
    let mut compared = 0;
    for entry in fs::read_dir(&data).unwrap() {
        let expected = entry.unwrap().path();
        if expected.extension().is_some_and(|kind| kind == "json") {
            compare(&expected.with_extension("csv"), &expected);
            compared += 1;
        }
    }
    assert_eq!(compared, 5);
}

/// The data sets handed to the project, where they are at hand: none may be refused.
#[test]
fn reads_all_that_was_handed_over() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/spc");
    let Ok(inputs) = fs::read_dir(data.join("inputs")) else {
        println!("skipped: no data sets beside the project");
        return;
    };
    for entry in inputs {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&path).unwrap();
        let heading = String::from_utf8_lossy(&bytes).lines().next().unwrap().replace('"', "");
        let columns: Vec<&str> = match heading.as_str() {
            "diameter,sample,trial" => vec!["--x", "sample", "--y", "diameter"],
            "batch,viscosity,trial" => vec!["--x", "batch", "--y", "viscosity"],
            "sample,D,size,trial" => vec!["--x", "sample", "--y", "D", "--n", "size"],
            "sample,x,size,trial" => vec!["--x", "sample", "--y", "x", "--n", "size"],
            "x,size" => vec!["--x", "x", "--n", "size"],
            "grp,y,date" => vec!["--x", "date", "--facet", "grp"],
            heading if heading.starts_with("x,y,n,hospital") => {
                vec!["--facet", "hospital", "--facet", "infection"]
            }
            _ => vec![],
        };
        let named = ["mr", "xbar", "s", "r", "t", "c", "u", "up", "p", "pp", "np", "g", "ip", "i"];
        // In the names of this one source «up» is the direction that is better.
        let chart = match name.split('_').find(|part| named.contains(part)) {
            Some("up") if name.starts_with("ptd_") => "i",
            chart => chart.unwrap_or("run"),
        };
        for format in ["json", "svg", "table"] {
            let flags = [&columns[..], &["--chart", chart, "--format", format]].concat();
            match ask(&flags, &bytes) {
                Ok(answer) => assert!(!answer.contains("NaN") && !answer.contains("inf,")),
                Err(why) => panic!("{name}: {why}"),
            }
        }
    }
    let expected = fs::read_dir(data.join("expected")).unwrap();
    for expected in expected.map(|entry| entry.unwrap().path()) {
        let csv = data.join("inputs").join(expected.with_extension("csv").file_name().unwrap());
        compare(&csv, &expected);
    }
}

#[test]
fn reads_what_spreadsheets_write() {
    let norwegian =
        "\u{feff}måned;fall;\"n\"\r\n1.2.2024;1,5;\"1 200\"\r\n01.01.2024;−2;NA\r\n;;\r\n";
    let answer = json(&["--x", "måned", "--y", "fall", "--chart", "i"], norwegian);
    assert_eq!(column(&answer, "points", "x"), ["2024-01-01", "2024-02-01"]);
    assert_eq!(answer["points"][1]["y"], 0.00125);
    assert_eq!(answer["points"][0]["y"], Value::Null);
    let latin1 = b"m\xe5ned,y\n1,2\n2,3\n";
    assert_eq!(column(&json(&["--x", "måned"], latin1), "points", "y"), [2, 3]);
    let excel = "sep=;\nx;y\n2024-W02;1\n2024-01;2\n";
    assert_eq!(column(&json(&[], excel), "points", "x"), ["2024-01-01", "2024-01-08"]);
}

/// The same reader as everywhere: a time is understood, or said.
#[test]
fn reads_times_as_people_write_them() {
    let places = |cells: &str| {
        let rows: Vec<String> = cells.split('|').map(|cell| format!("{cell};1\n")).collect();
        column(&json(&[], format!("x;y\n{}", rows.concat())), "points", "x")
    };
    assert_eq!(places("jan. 2024|februar 24|2024M03"), ["2024-01-01", "2024-02-01", "2024-03-01"]);
    assert_eq!(places("01.2024|02.2024"), ["2024-01-01", "2024-02-01"]);
    assert_eq!(
        places("1. kvartal 2024|2024K2|Q3 2024"),
        ["2024-01-01", "2024-04-01", "2024-07-01"]
    );
    assert_eq!(places("uke 1 2024|2024U02"), ["2024-01-01", "2024-01-08"]);
    assert_eq!(places("3/4/2024|13/4/2024"), ["2024-04-03", "2024-04-13"]);
    assert_eq!(places("2020|2021"), [2020, 2021]);
    assert_eq!(places("44927|44958,5"), ["2023-01-01", "2023-02-01T12:00:00"]);
    assert_eq!(places("20231231|20240101"), ["2023-12-31", "2024-01-01"]);
    assert_eq!(places("202312|202401"), ["2023-12-01", "2024-01-01"]);
    // Not all of them are days: then they are numbers.
    assert_eq!(places("44927|7"), [7, 44927]);
    assert_eq!(places("05 2023|06 2023"), ["2023-05-01", "2023-06-01"]);
    assert_eq!(places("Dec 2023|Jan 2024"), ["2023-12-01", "2024-01-01"]);
    assert_eq!(places("pr. 1.1.2023|pr. 1.2.2023"), ["2023-01-01", "2023-02-01"]);
    assert_eq!(places("2023-W01-1|2023-W01-3"), ["2023-01-02", "2023-01-04"]);
    assert_eq!(places("år 2020|år 2021"), [2020, 2021]);
    assert_eq!(places("1.23|1.5"), [1.23, 1.5]);
    assert_eq!(places("K1|T2"), ["K1", "T2"]);
    assert_eq!(places("2021/22|2022/23"), ["2021/22", "2022/23"]);
    for cells in [
        "uke 9|uke 10",
        "32. mars 2024|33. mars 2024",
        "31.2.2024|30.2.2024",
        "januar|februar",
        "mandag|tirsdag",
        "våren 2021|høsten 2021",
        "I 2021|II 2021",
        "2023M13|2023M14",
        "2023-13|2023-14",
        "janaur 2023|februar 2023",
        "Q5 2023|Q1 2023",
        "01.23|02.23",
        "05/23|06/23",
        "01-23|02-23",
        "1,2023|2,2023",
        "0123|0223",
        "010123|020123",
        "202301|202352",
        "08:00|09:00",
        "kl. 8|kl. 9",
        "2023-01-01 08 uhr|2023-01-01 09 uhr",
    ] {
        let rows: Vec<String> = cells.split('|').map(|cell| format!("{cell};1\n")).collect();
        let said = fault(&[], format!("x;y\n{}", rows.concat()));
        assert!(said.contains("row 2") && said.contains("looks like a time"), "{said}");
    }
}

/// A row has the number that its spreadsheet shows, whatever ends the lines.
#[test]
fn rows_are_numbered_as_in_a_spreadsheet() {
    for end in ["\n", "\r\n", "\r"] {
        let file = ["x;\"y\n(alle)\"", "2024-01;8,7", "", "2024-03;ti", ""].join(end);
        let said = fault(&["--y", "y (alle)"], file);
        assert!(said.contains("row 4, column \"y (alle)\": \"ti\""), "{said}");
    }
    // No spreadsheet shows the line that says what parts the columns.
    let said = fault(&[], "sep=;\r\nx;y\r\n2024-01;9\r\n2024-02;ti\r\n");
    assert!(said.contains("row 3, column \"y\": \"ti\""), "{said}");
}

/// Every cell that is no number is told at once; a date among them is what a spreadsheet made of 9.10.
#[test]
fn all_that_is_no_number_is_told() {
    let said = fault(&[], "x;y\n2024-01;8,7\n2024-02;09.okt\n2024-03;01.mai\n2024-04;mange\n");
    assert!(said.contains("row 3, column \"y\": \"09.okt\" looks like a date"), "{said}");
    assert!(said.contains("row 4, column \"y\": \"01.mai\" looks like a date"), "{said}");
    assert!(said.contains("row 5, column \"y\": \"mange\" is not a number"), "{said}");
    for (cell, why) in [
        ("12,5 %", "give --unit %"),
        ("9*", "mark of a note"),
        ("9¹", "mark of a note"),
        ("=3+4", "a formula"),
        ("#DIV/0!", "fault that the spreadsheet tells of"),
        ("(8)", "is not a number"),
    ] {
        let said = fault(&[], format!("x;y\n2024-01;{cell}\n"));
        assert!(said.contains(&format!("\"{cell}\"")) && said.contains(why), "{said}");
    }
    let many = fault(&[], format!("x;y\n{}", "1;a\n".repeat(30)));
    assert!(many.lines().count() == 21 && many.ends_with("and 10 faults more"), "{many}");
}

#[test]
fn a_title_may_stand_over_the_heading() {
    let titled = "Fall i 2024;\nmnd;fall\n2024-01;9\n2024-02;8\n";
    let answer = json(&["--x", "mnd", "--y", "fall"], titled);
    assert_eq!(column(&answer, "points", "x"), ["2024-01-01", "2024-02-01"]);
    assert!(fault(&[], titled).contains("say which with --y (mnd, fall)"));
    assert_eq!(column(&json(&[], "Fall i 2024\n\nx;y\n1;9\n"), "points", "y"), [9]);
}

#[test]
fn letters_of_windows_are_read() {
    let saved = b"x;y;sted\r\n2024-01;9;K\xe1r\xe1\x9ajohka \x96 nord\r\n";
    let answer = json(&["--facet", "sted"], saved);
    assert_eq!(column(&answer, "summary", "facet"), ["Kárášjohka – nord"]);
}

#[test]
fn finds_columns() {
    assert_eq!(column(&json(&[], "x,y\n2,5\n1,4\n"), "points", "y"), [4, 5]);
    // A lone x is the measure, a lone y stands in rows that are numbered.
    assert_eq!(column(&json(&[], "i,x\n9,5\n8,4\n"), "points", "y"), [5, 4]);
    assert_eq!(column(&json(&["--x", "a"], "a\n5\n4\n"), "points", "x"), [1, 2]);
    assert_eq!(column(&json(&["--y", "b"], "a,b\n9,5\n8,4\n"), "points", "x"), [1, 2]);
    assert_eq!(column(&json(&["--y", "x"], "s,x\n9,5\n8,4\n"), "points", "y"), [5, 4]);
}

#[test]
fn parts_freezes_and_facets() {
    let file = "x,y,p,w\n1,1,a,10\n2,2,a,10\n3,3,a,9\n4,8,b,9\n5,9,b,9\n";
    let centres = |flags: &[&str]| column(&json(flags, file), "summary", "cl");
    assert_eq!(centres(&["--split", "3"]), [2.0, 8.5]);
    assert_eq!(centres(&["--part", "p"]), [2.0, 8.5]);
    assert_eq!(centres(&["--split", "0,99"]), [3]);
    assert_eq!(centres(&["--split", "3", "--freeze", "2"]), [2.0, 8.5]);
    assert_eq!(centres(&["--split", "3", "--freeze", "2", "--freeze-in-part"]), [1.5, 8.5]);
    assert_eq!(centres(&["--split", "3", "--freeze-part", "2=1"]), [2.0, 8.0]);
    assert_eq!(centres(&["--exclude", "1,2,77"]), [8]);
    let answer = json(&["--facet", "w", "--facet", "p"], file);
    assert_eq!(column(&answer, "summary", "facet"), ["9 / a", "9 / b", "10 / a"]);
    assert_eq!(column(&answer, "summary", "facet1"), ["9", "9", "10"]);
}

#[test]
fn says_what_is_wrong_and_where() {
    let says = |flags: &[&str], file: &str, words: &[&str]| {
        let fault = fault(flags, file);
        assert!(words.iter().all(|word| fault.contains(word)), "{fault}");
    };
    says(&[], "", &["empty"]);
    says(&[], "x,y\n", &["no rows"]);
    says(&[], "x,y\n1,2\n2,abc\n", &["row 3", "\"y\"", "abc"]);
    says(&[], "x,y\n1,2,5\n", &["row 2", "decimal comma"]);
    says(&["--y", "z"], "x,y\n1,2\n", &["\"z\"", "x, y"]);
    says(&[], "x,y\n2024-01-01,1\nsoon,2\n", &["row 3", "\"x\"", "soon"]);
    says(&[], "x,y\n1/2/2024,1\n", &["row 2", "mistaken"]);
    says(&["--chart", "c"], "x,y\n1,2\n2,-3\n", &["row 3", "\"y\"", "below zero"]);
    says(&["--chart", "p"], "x,y,n\n1,2,3\n2,5,4\n", &["row 3", "larger", "n is 4"]);
    says(&["--chart", "u"], "x,y,n\n1,2,3\n2,5,-4\n", &["row 3", "\"n\""]);
    says(&["--chart", "u"], "x,y\n1,2\n", &["denominator"]);
    says(&["--freeze", "0"], "x,y\n1,2\n", &["baseline"]);
    says(&["--freeze-part", "2"], "x,y\n1,2\n", &["2=12"]);
    says(&["--freeze-part", "0=3"], "x,y\n1,2\n", &["from 1"]);
    says(&["--exclude", "0"], "x,y\n1,2\n", &["counted from 1"]);
    says(&["--chart", "z"], "x,y\n1,2\n", &["xbar"]);
    says(&["--facet", "x", "--facet", "x", "--facet", "x"], "x,y\n1,2\n", &["twice"]);
    says(&["--note", "soon=Nytt"], "x,y\n1,2\n", &["soon"]);
    says(&[], "x,y\n1,NaN\n", &["row 2"]);
    says(&[], "PK\u{3}\u{4}\0\0", &["not a CSV"]);
    says(&[], "x,y\n1,2\n3\n", &["row 3", "1 cells"]);
    says(&[], "x,y,y\n1,2,3\n", &["2 columns", "\"y\""]);
    says(&["--chart", "u"], "x,y,n\n1,2,0\n", &["row 2", "\"n\"", "n is zero"]);
    says(&["--chart", "u"], "x,y\n1,2\n", &["a U chart"]);
    says(&["--chart", "np"], "x,y\n1,2\n", &["an NP chart"]);
    says(&["--freeze", "-3"], "x,y\n1,2\n", &["from 1"]);
    says(&["--multiply", "-1"], "x,y\n1,2\n", &["above zero"]);
    says(&["--chart", "t"], "x,y\n1,2\n2,-1\n", &["row 3", "below zero"]);
    // A Norwegian list of beds, and nothing tells that it is none of decimals.
    for beds in ["1.050", "1,050"] {
        let file = format!("x;y\n2024-01;900\n2024-02;{beds}\n");
        says(&[], &file, &["row 3", "\"y\"", beds, "thousands or decimals"]);
    }
}

/// What is read or done otherwise than one may think is said beside the answer.
#[test]
fn remarks_on_what_may_surprise() {
    let remarks = |flags: &[&str], file: &str| {
        let line = ["spc", "a.csv"].iter().chain(flags);
        let line = Line::try_parse_from(line).unwrap();
        written(&line.arguments, file.as_bytes()).unwrap().1.join("; ")
    };
    let plain = "x,y\n1,2\n2,3\n3,4\n";
    assert_eq!(remarks(&[], plain), "");
    assert!(remarks(&["--exclude", "9"], plain).contains("--exclude 9"));
    assert!(remarks(&["--split", "3"], plain).contains("--split 3"));
    assert!(remarks(&["--note", "2="], plain).contains("no text"));
    let months = "x,y\n2024-01,2\n2024-02,3\n";
    let told = remarks(&["--target", "2024-05=7", "--until", "2023-12-31"], months);
    assert!(
        told.contains("--target 2024-05-01=7 is not seen: the chart ends at 2024-02-01"),
        "{told}"
    );
    assert!(told.contains("--until 2023-12-31 adds nothing"), "{told}");
    assert_eq!(remarks(&["--target", "2024-05=7", "--until", "2024-06-01"], months), "");
    let thousands = "x;y\n1;1,000\n2;12.000\n";
    assert!(remarks(&[], thousands).contains("read as 1,"), "{}", remarks(&[], thousands));
    assert_eq!(remarks(&[], "x;y\n1;1,000\n2;12,5\n"), "");
    assert!(remarks(&[], "x,y\n1,2\n2,-\n3,..\n").contains("2 cells"));
    let noted = "x;y\njan. 2024;1\nfeb. 2024*;2\nmars 2024 (foreløpig);3\n";
    let told = remarks(&[], noted);
    assert!(
        told.contains("beside the time in \"feb. 2024*\" is left out, and so in 1 more"),
        "{told}"
    );
    assert!(remarks(&["--chart", "t"], "x,y\n1,2\n2,0\n").contains("1 of the times"));
    let nobody = "x,y,n\n2024-01,3,10\n2024-02,0,0\n2024-03,2,10\n2024-04,0,0\n";
    assert!(remarks(&["--chart", "p"], nobody).contains("rows 3 and 5, column \"n\" is 0"));
    let twice = "x,y\n2024-10-27 02:00,5\n2024-10-27 02:00,2\n2024-10-27 03:00,3\n";
    let told = remarks(&["--chart", "c"], twice);
    assert!(
        told.contains("rows 2 and 3 say the same time or place, 2024-10-27T02:00:00"),
        "{told}"
    );
    let groups = "x,y\n1,5\n1,2\n2,3\n2,4\n";
    assert_eq!(remarks(&["--chart", "s"], groups), "", "rows of one subgroup");
    let days = remarks(&[], "x,y\n44927,9\n44958,8\n");
    assert!(days.contains("44927 is read as the day 2023-01-01"), "{days}");
    assert!(days.contains("counted from 1904, as on an old Mac, it is 2027-01-02"), "{days}");
    assert!(remarks(&[], "x,y\n202312,9\n202401,8\n").contains("202312 is read as"));
    assert!(remarks(&[], "x,y\nRom 1,9\nRom 2,8\n").contains("\"x\" is read as names"));
    assert_eq!(remarks(&[], "x,y\nNord,9\nSør,8\n"), "");
    assert!(
        remarks(&["--y", "fall"], "Fall\nx;fall\n1;9\n").contains("row 1, \"Fall\", stands over")
    );
    let large: Vec<String> = (0..60).map(|at| format!("{},{}\n", at / 30, at % 7)).collect();
    let large = large.concat();
    assert!(remarks(&["--chart", "r"], &format!("x,y\n{large}")).contains("--chart s"));
}

#[test]
fn remarks_name_what_has_no_effect_and_no_value() {
    let ask = |flags: &[&str], file: &str| {
        let line = ["spc", "a.csv"].iter().chain(flags);
        let line = Line::try_parse_from(line).unwrap();
        written(&line.arguments, file.as_bytes()).unwrap().1.join("; ")
    };
    let plain = "x,y\n1,2\n2,3\n3,4\n4,3\n";
    assert_eq!(ask(&["--freeze", "2"], plain), "");
    let told = ask(&["--freeze", "2", "--split", "2"], plain);
    assert!(told.contains("--freeze 2 freezes nothing") && told.contains("2 parts"), "{told}");
    assert_eq!(ask(&["--freeze", "1", "--split", "2", "--freeze-in-part"], plain), "");
    assert!(ask(&["--freeze", "4"], plain).contains("has 4 points"));
    assert!(ask(&["--split", "2", "--freeze-part", "3=1"], plain).contains("--freeze-part 3"));
    let zero = "x,y,n\n2024-01,3,10\n2024-02,0,0\n2024-03,2,10\n2024-04,0,0\n2024-05,3,10\n";
    let told = ask(&["--chart", "p"], zero);
    assert!(told.contains("denominator is 0: 2024-02-01, 2024-04-01"), "{told}");
    let empty = "x,y,n\n2024-01,3,10\n2024-02,,\n2024-03,2,10\n";
    assert_eq!(ask(&["--chart", "p"], empty), "");
    let twice =
        "x,y\n2024-10-27 01:00,3\n2024-10-27 02:00,5\n2024-10-27 02:00,2\n2024-10-27 03:00,3\n";
    let told = ask(&["--chart", "c"], twice);
    assert!(told.contains("(summed): 2024-10-27T02:00:00"), "{told}");
    assert!(ask(&[], twice).contains("(their mean)"));
}

#[test]
fn a_target_is_in_the_unit_of_the_chart() {
    let file = "x,y,n\n2024-01,60,100\n2024-02,73,100\n2024-03,75,100\n";
    let shares = ["--chart", "p", "--better", "higher"];
    let sentence = |target: &str| {
        let flags = [&shares[..], &["--target", target]].concat();
        json(&flags, file)["sentences"][0].as_str().unwrap().to_owned()
    };
    assert_eq!(sentence("0.7"), sentence("70%"));
    assert_eq!(sentence("0,7"), sentence("2024-01=70 %"));
    assert!(sentence("70%").contains("70\u{a0}%"), "{}", sentence("70%"));
    let told = fault(&[&shares[..], &["--target", "70"]].concat(), file);
    assert!(told.contains("7000%") && told.contains("0.7 or 70%"), "{told}");
    let told = fault(&["--target", "70%"], "x,y\n1,2\n");
    assert!(told.contains("not in per cent"), "{told}");
    let flags =
        ["spc", "a.csv", "--chart", "p", "--multiply", "100", "--unit", "%", "--target", "0.7"];
    let line = Line::try_parse_from(flags).unwrap();
    let remarks = written(&line.arguments, file.as_bytes()).unwrap().1.join("; ");
    assert!(remarks.contains("--target 70"), "{remarks}");
}

#[test]
fn a_rule_has_one_shape() {
    let rows: Vec<String> =
        (0..24).map(|at| format!("{at},{}\n", if at < 12 { 50 } else { 11 })).collect();
    let file = rows.concat();
    for rules in ["anhoej", "run65", "western-electric", "nelson", "mdc"] {
        let answer = json(&["--chart", "i", "--rules", rules], format!("x,y\n{file}"));
        let found = column(&answer, "signals", "rule");
        assert!(
            !found.is_empty() && found.iter().all(|rule| rule["kind"].is_string()),
            "{found:?}"
        );
    }
}

#[test]
fn never_writes_over_what_it_reads() {
    let folder = std::env::temp_dir();
    let file = folder.join(format!("padriver-spc-{}.csv", std::process::id()));
    fs::write(&file, "x,y\n1,2\n").unwrap();
    let path = file.to_str().unwrap();
    let line = Line::try_parse_from(["spc", path, "-o", path]).unwrap();
    assert!(super::run(&line.arguments).unwrap_err().contains("written over"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "x,y\n1,2\n");
    fs::remove_file(&file).unwrap();
    let line = Line::try_parse_from(["spc", folder.to_str().unwrap()]).unwrap();
    assert!(super::run(&line.arguments).unwrap_err().contains("folder"));
}

/// Names and small charts stand in the order of the Norwegian alphabet.
#[test]
fn names_stand_as_in_a_norwegian_list() {
    let wards = "x;y\nÅs;1\nØst;2\nÆra;3\nLia;4\n";
    let named = json(&["--chart", "i"], wards);
    assert_eq!(column(&named, "points", "x"), ["Lia", "Æra", "Øst", "Ås"]);
    let places = "x;y;sted\n1;1;Ås\n1;2;Čáhce\n1;3;Øst\n1;4;Dal\n1;5;Æra\n";
    let apart = json(&["--facet", "sted"], places);
    assert_eq!(column(&apart, "summary", "facet"), ["Čáhce", "Dal", "Æra", "Øst", "Ås"]);
}

/// The day under the hours is wider than the room left of the first, and no letter of it is cut off.
#[test]
fn the_day_under_the_first_hour_is_whole() {
    let hours = "x,y\n2024-10-27 00:00,4\n2024-10-27 01:00,3\n2024-10-27 02:00,5\n";
    let svg = ask(&["--chart", "c", "--format", "svg"], hours).unwrap();
    let before = svg.split(">27. oktober 2024<").next().unwrap();
    let x = before.rsplit(" x=\"").next().and_then(|rest| rest.split('"').next()).unwrap();
    // It stands in the middle of 16 signs.
    assert!(x.parse::<f64>().unwrap() > 40.0, "{x}");
}

#[test]
fn draws() {
    let file = "x,y\n2024-01-01,3\n2024-02-01,5\n2024-03-01,4\n";
    let svg = ask(&["--format", "svg", "--title", "<Fall> & \"mer\""], file).unwrap();
    assert!(svg.starts_with("<svg") && svg.contains("&lt;Fall&gt; &amp; &quot;mer&quot;"));
    let png = ask(&["--format", "png"], file).unwrap();
    assert!(png.contains("PNG"));
    let many = ask(&["--format", "svg", "--facet", "x"], file).unwrap();
    assert_eq!(many.matches("chart--cell").count(), 3);
}

#[test]
fn table_is_aligned() {
    let table = ask(&["--format", "table"], "x,y\n1,3\n2,5.25\n3,4\n").unwrap();
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[2].contains("seriesignal") && lines[3].contains("nei"), "{table}");
    assert_eq!(lines[5], "når  verdi  n  midt  nedre  øvre  signal");
    assert_eq!(lines[7], "2     5,25        4");
    let english = ask(&["--format", "table", "--lang", "en"], "x,y\n1,3\n2,5.25\n3,4\n").unwrap();
    assert!(english.contains("when  value") && english.contains("5.25"), "{english}");
    let rude = ask(&["--format", "table"], "x,y\n\u{1b}[2Jfy,3\nb,5\n").unwrap();
    assert!(!rude.contains('\u{1b}'));
}

proptest::proptest! {
    /// Whatever a file holds there is an answer or a message, never a panic.
    #[test]
    fn any_bytes(file in "(x|y|n|a|,|;|\"|\n|1|2|-|\\.|/|2024-01-01| |é|\t){0,60}", chart in 0_usize..15) {
        let chart = spc::Chart::ALL[chart].code();
        for format in ["json", "svg", "table"] {
            if let Ok(answer) = ask(&["--chart", chart, "--format", format], &file) {
                assert!(!answer.contains("NaN"));
            }
        }
    }
}

/// As the workspace tells it: what most months have none of has no shift.
#[test]
fn most_on_the_median_are_told_of_and_are_no_shift() {
    let row = |at: usize| format!("{},{}\n", at + 1, usize::from(at % 3 == 1));
    let file: String = std::iter::once("x,y\n".to_owned()).chain((0..30).map(row)).collect();
    let answer = json(&["--lang", "nb"], &file);
    assert!(answer["signals"].as_array().unwrap().is_empty(), "{answer}");
    assert_eq!(answer["summary"][0]["runs_signal"], false);
    let said = answer["sentences"][0].as_str().unwrap_or_default();
    assert!(said.contains("For mange målinger ligger på medianen"), "{answer}");
}
