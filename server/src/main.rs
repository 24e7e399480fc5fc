//! The program: everything it does stands in `server::cli`.

fn main() -> std::process::ExitCode {
    server::cli::main()
}
