//! What is decided and shown. No database, no network, no clock of its own.
//! Data flows one way: door, act, rule, store, notice, page.

pub mod acts;
pub mod caller;
pub mod cx;
pub mod data;
pub mod error;
pub mod find;
pub mod fit;
pub mod leaflet;
pub mod learn;
pub mod pages;
pub mod ports;
pub mod routes;
pub mod speech;
pub mod text;
pub mod ui;
