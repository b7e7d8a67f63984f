//! The page.

pub mod canvas;
pub mod parts;
