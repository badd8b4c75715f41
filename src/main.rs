//! The program: all it does is in the library.

fn main() -> std::process::ExitCode {
    padriver::cli::run(&padriver::site::Site::default())
}
