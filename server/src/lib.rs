//! What touches the world: adapters, doors, jobs, command line. The rules live in `app`.
pub mod adapters;
pub mod assets;
pub mod cli;
pub mod config;
pub mod demo;
pub mod files;
pub mod http;
pub mod jobs;
pub mod ledger_chain;
pub mod logging;
pub mod middleware;
pub mod passwords;
pub mod site;
pub mod state;
pub mod vault;
