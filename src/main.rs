//! The program: all it does is in the library.

/// A page is made of thousands of small pieces of memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    padriver::cli::run(&padriver::site::Site::default())
}
