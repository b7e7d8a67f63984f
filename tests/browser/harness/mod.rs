//! What a browser test is written with: [`browse`] starts everything, [`Page`] is operated.
//!
//! ```ignore
//! #[test]
//! fn a_dropped_file_is_counted() {
//!     browse(|page| async move {
//!         page.open("#/import").await?;
//!         page.upload("input[type=file]", &["tests/samples/connections.csv"]).await?;
//!         page.wait_for_text("h1", "1 file").await?;
//!         page.assert_quiet().await
//!     });
//! }
//! ```
//!
//! The page is served under a path of several segments, as on a shared host, and the browser
//! can reach no other host at all. A failing test leaves a picture in `tests/browser/shots/`.

mod browser;
mod checks;
mod page;
mod pages;
mod server;

use std::error::Error;

pub use browser::{browse, browse_at};
pub use page::{Page, Viewport};
pub use pages::Look;
pub use server::LACKING;

/// What a step of a test comes to; the reason is for the developer who reads the failure.
pub type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;
