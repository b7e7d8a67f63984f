//! The page.
//!
//! | folder or file | holds |
//! |---|---|
//! | `app` | the shell: top bar, filter bar, pages by address |
//! | `route` | addresses in `#` |
//! | `nav` | the pages that the top bar leads to |
//! | `rest` | what comes in a second file: every page but the first |
//! | `session` | what the page holds: selection, open workspace, staged import, messages to the person |
//! | `link` | the way to the workers and back |
//! | `writing` | which tab writes the open workspace, and what is not stored yet |
//! | `storing` | keeping workspaces: opening, saving, switching |
//! | `backups` | workspaces as files |
//! | `changes` | what a person changes beside the imports, and the way back |
//! | `importing` | from dropped files to a confirmed import |
//! | `masking` | names hidden or replaced by pseudonyms |
//! | `wording` | fetching the words of a language, putting a language in force |
//! | `focusing` | where the keyboard is when another page opens |
//! | `scrolling` | what scrolls inside a page can be reached with the keyboard |
//! | `steps` | what can be taken back from anywhere |
//! | `palette` | every page and action by its name, and the keys |
//! | `words` | words, numbers and dates in the chosen language |
//! | `phrases` | what is said of figures: names, axes, reasons for a missing value, lists |
//! | `together` | texts put together: labels, brackets, lists, sentences, parts of the page in a message |
//! | `turns` | a long page drawn a little in each frame |
//! | `typed` | numbers as people type them |
//! | `zones` | time zones that the browser knows |
//! | `browser` | small calls to the browser: clock, zone, downloads, theme |
//! | `pages` | one file or folder per page |
//! | `parts` | what pages share |
//! | `canvas` | charts on canvas |

mod app;
mod backups;
mod browser;
pub mod canvas;
mod changes;
mod focusing;
mod importing;
mod link;
mod masking;
mod nav;
mod pages;
mod palette;
pub mod parts;
mod phrases;
mod rest;
mod route;
mod scrolling;
mod session;
mod steps;
mod storing;
mod together;
pub mod turns;
mod typed;
mod wording;
mod words;
mod writing;
mod zones;

pub use app::start;
