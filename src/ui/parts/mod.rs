//! What pages share.

mod filter_bar;
mod notices;
mod toast_bar;
mod top_bar;

pub use filter_bar::FilterBar;
pub use notices::Notices;
pub use toast_bar::ToastBar;
pub use top_bar::TopBar;
