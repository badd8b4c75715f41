//! A stand-in on loopback that speaks as clamd does, and what is made of its answers.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::{Scanner, Unsaid, Verdict};

/// The test file that every scanner knows (eicar.org), in two parts so that this file is not taken for it.
pub const EICAR: [&str; 2] =
    ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"];

/// Listens until the test is over; knows one virus.
pub async fn stand_in() -> Scanner {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream));
        }
    });
    Scanner::Tcp(address.to_string())
}

async fn answer(mut stream: TcpStream) {
    let mut command = [0; 10];
    stream.read_exact(&mut command).await.unwrap();
    assert_eq!(&command, b"zINSTREAM\0");
    let mut bytes = Vec::new();
    loop {
        let length = stream.read_u32().await.unwrap() as usize;
        if length == 0 {
            break;
        }
        let from = bytes.len();
        bytes.resize(from + length, 0);
        stream.read_exact(&mut bytes[from..]).await.unwrap();
        if bytes.len() > 4 << 20 {
            stream.write_all(b"INSTREAM size limit exceeded. ERROR\0").await.unwrap();
            return;
        }
    }
    let eicar = EICAR.concat();
    let is_found = bytes.windows(eicar.len()).any(|part| part == eicar.as_bytes());
    let said: &[u8] =
        if is_found { b"stream: Win.Test.EICAR_HDB-1 FOUND\0" } else { b"stream: OK\0" };
    stream.write_all(said).await.unwrap();
}

#[tokio::test]
async fn what_is_found_is_told_and_what_is_not_is_clean() {
    let scanner = stand_in().await;
    assert_eq!(scanner.scan(b"").await.unwrap(), Verdict::Clean);
    assert_eq!(scanner.scan(&vec![7; 1 << 20]).await.unwrap(), Verdict::Clean);
    let found = scanner.scan(EICAR.concat().as_bytes()).await.unwrap();
    assert_eq!(found, Verdict::Found("Win.Test.EICAR_HDB-1".to_owned()));
}

#[tokio::test]
async fn a_scanner_that_does_not_say_is_no_yes() {
    let scanner = stand_in().await;
    let answer = scanner.scan(&vec![0; 5 << 20]).await.unwrap_err();
    assert!(matches!(answer, Unsaid::Refused(_) | Unsaid::Away(_)), "{answer}");
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nobody = Scanner::Tcp(closed.local_addr().unwrap().to_string());
    drop(closed);
    assert!(matches!(nobody.scan(b"x").await, Err(Unsaid::Away(_))));
}

/// Where `scripts/try-clamd` has started one: `ClamAV` itself says what the stand-in says.
#[tokio::test]
async fn clamd_itself_says_the_same() {
    let Ok(written) = std::env::var("PADRIVER_TEST_CLAMD") else { return };
    let scanner = Scanner::parse(&written).unwrap();
    let eicar = EICAR.concat();
    let archive = crate::files::tests::archive(&[("word/document.xml", "hei"), ("a.txt", &eicar)]);
    assert_eq!(scanner.scan(b"").await.unwrap(), Verdict::Clean);
    assert_eq!(scanner.scan(&vec![7; 900_000]).await.unwrap(), Verdict::Clean);
    for bytes in [eicar.as_bytes(), &[b"%PDF-1.7\n", eicar.as_bytes()].concat(), &archive] {
        let found = scanner.scan(bytes).await.unwrap();
        assert!(matches!(&found, Verdict::Found(name) if name.contains("Eicar")), "{found:?}");
    }
    let refused = scanner.scan(&vec![7; 5 << 20]).await.unwrap_err();
    assert!(matches!(&refused, Unsaid::Refused(_) | Unsaid::Away(_)), "{refused}");
}

#[test]
fn where_it_listens_is_read() {
    assert_eq!(Scanner::parse("tcp://127.0.0.1:3310"), Ok(Scanner::Tcp("127.0.0.1:3310".into())));
    assert_eq!(Scanner::parse("tcp://[::1]:3310/"), Ok(Scanner::Tcp("[::1]:3310".into())));
    let socket = Scanner::parse("unix:/run/clamav/clamd.ctl").unwrap();
    assert_eq!(socket.to_string(), "unix:/run/clamav/clamd.ctl");
    for odd in ["", "localhost:3310", "tcp://localhost", "unix:clamd.ctl", "tcp://:3310"] {
        assert!(Scanner::parse(odd).is_err(), "{odd}");
    }
}
