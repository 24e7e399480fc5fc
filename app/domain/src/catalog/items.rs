//! The list of built items. Adding one touches its file here, one text file per language, and this line.

pub mod out_of_area;

use super::Item;

pub static ITEMS: &[Item] = &[out_of_area::ITEM];
