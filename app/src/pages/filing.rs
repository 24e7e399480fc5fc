//! Screens of filing an application. All items share them: titles, hints and options come from the item's texts.

pub mod check;
pub mod city;
pub mod drop_draft;
pub mod earlier;
pub mod paper;
pub mod papers;
pub mod receipt;
pub mod step;
pub mod supply;
pub mod tonight;
pub mod typed;
pub mod words;
