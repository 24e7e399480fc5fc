//! The command line: one word per thing a county's administrator does. Each command says in plain lines what it did or
//! why it did not; exit code 2 means that something must be set right first. Never prints a secret it did not just make.

mod bench_county;
mod bench_family;
mod demo;
mod doors;
mod items;
mod keys;
mod ledger;
mod people;
mod serve;
mod staff;
mod tally;

use crate::config::{CommandLine, Config};
use crate::state::{self, House, Refused};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(
    name = "server",
    version,
    about = "颐保 (Yibao): medical insurance services that an elder can use",
    arg_required_else_help = true
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// Where things are. What is not said here comes from the environment (YIBAO_…), then from the settings file.
#[derive(Args, Default, Clone)]
struct Where {
    /// Folder with keys, database and papers [default: ./.data]
    #[arg(long)]
    data: Option<PathBuf>,
    /// sqlite:FILE or postgres://… [default: SQLite in the data folder]
    #[arg(long)]
    database_url: Option<String>,
    /// Settings file (TOML)
    #[arg(long)]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site
    Serve {
        #[command(flatten)]
        place: Where,
        /// Address and port [default: 127.0.0.1:3000]
        #[arg(long)]
        listen: Option<String>,
        /// How people reach the site; needed when it listens on more than this machine
        #[arg(long)]
        public_url: Option<String>,
    },
    /// Bring the tables up to date
    Migrate {
        #[command(flatten)]
        place: Where,
    },
    /// Fill an empty data folder with the demonstration county
    Demo {
        #[command(flatten)]
        place: Where,
    },
    /// A county with so many cases and people, in an empty folder or database: for `make bench` only
    #[command(hide = true)]
    BenchCounty {
        #[command(flatten)]
        place: Where,
        #[arg(long)]
        cases: u32,
        #[arg(long)]
        people: u32,
    },
    /// One helper with so many elders, in a demonstration database: for `make bench` only
    #[command(hide = true)]
    BenchFamily {
        #[command(flatten)]
        place: Where,
        #[arg(long)]
        people: u16,
    },
    /// List the doors of the site
    Doors {
        /// As a JSON array
        #[arg(long)]
        json: bool,
    },
    /// List the services as JSON, each with a road from the first question to the end
    Items,
    /// Accounts of staff
    Staff {
        #[command(subcommand)]
        what: staff::What,
    },
    /// Residents
    People {
        #[command(subcommand)]
        what: people::What,
    },
    /// Keys
    Keys {
        #[command(subcommand)]
        what: keys::What,
    },
    /// The ledger
    Ledger {
        #[command(subcommand)]
        what: ledger::What,
    },
    /// The counters of the supervisor's view
    Tally {
        #[command(subcommand)]
        what: tally::What,
    },
}

pub fn main() -> ExitCode {
    let cli = Cli::parse();
    if let Command::Doors { json } = cli.command {
        print!("{}", doors::list(json));
        return ExitCode::SUCCESS;
    }
    if let Command::Items = cli.command {
        let faults = app::fit::packed();
        if !faults.is_empty() {
            return refuse(&Refused(faults.to_vec()));
        }
        print!("{}", items::list(domain::calendar::china_date(jiff::Timestamp::now())));
        return ExitCode::SUCCESS;
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return refuse(&Refused::one(error)),
    };
    match runtime.block_on(run(cli.command)) {
        Ok(code) => code,
        Err(refused) => refuse(&refused),
    }
}

fn refuse(refused: &Refused) -> ExitCode {
    eprintln!("{refused}");
    ExitCode::from(2)
}

async fn run(command: Command) -> Result<ExitCode, Refused> {
    match command {
        Command::Serve { place, listen, public_url } => {
            let log = crate::logging::start();
            let config = place.config(CommandLine { listen, public_url, ..CommandLine::default() })?;
            let done = serve::serve(config).await;
            drop(log);
            done.map(|()| ExitCode::SUCCESS)
        }
        Command::Migrate { place } => {
            place.open().await?;
            println!("tables are up to date");
            Ok(ExitCode::SUCCESS)
        }
        Command::Demo { place } => demo::fill(place.open().await?).await.map(|()| ExitCode::SUCCESS),
        Command::BenchCounty { place, cases, people } => {
            bench_county::fill(place.open().await?, cases, people).await.map(|()| ExitCode::SUCCESS)
        }
        Command::BenchFamily { place, people } => bench_family::fill(place.open().await?, people).await.map(|()| ExitCode::SUCCESS),
        Command::Doors { .. } | Command::Items => Ok(ExitCode::SUCCESS),
        Command::Staff { what } => staff::run(what).await,
        Command::People { what } => people::run(what).await,
        Command::Keys { what } => keys::run(what).await,
        Command::Ledger { what } => ledger::run(what).await,
        Command::Tally { what } => tally::run(what).await,
    }
}

impl Where {
    fn config(self, more: CommandLine) -> Result<Config, Refused> {
        let said = CommandLine { config_file: self.config, data: self.data, database_url: self.database_url, ..more };
        Config::load(&said).map_err(|mistakes| Refused(mistakes.0))
    }

    async fn open(self) -> Result<House, Refused> {
        state::open(self.config(CommandLine::default())?).await
    }
}
