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
//! | `storing` | keeping workspaces: opening, saving, switching |
//! | `importing` | from dropped files to a confirmed import |
//! | `setting_up` | how a workspace counts, to a file and from one |
//! | `rostering` | changing the sellers and teams |
//! | `contenting` | changing how content is counted |
//! | `counting` | rules of conversations and metrics of one's own: changing them, taking it back |
//! | `leading` | what a person says of leads |
//! | `logging` | typed entries: changing them, taking steps back |
//! | `masking` | names hidden or replaced by pseudonyms |
//! | `noting` | changing what is noted beside the facts |
//! | `wording` | fetching the words of a language, putting a language in force |
//! | `words` | words, numbers and dates in the chosen language |
//! | `phrases` | what is said of figures: names, axes, reasons for a missing value, lists |
//! | `zones` | time zones that the browser knows |
//! | `browser` | small calls to the browser: clock, zone, downloads, theme |
//! | `pages` | one file or folder per page |
//! | `parts` | what pages share |
//! | `canvas` | charts on canvas |

mod app;
mod browser;
pub mod canvas;
mod contenting;
mod counting;
mod importing;
mod leading;
mod link;
mod logging;
mod masking;
mod nav;
mod noting;
mod pages;
pub mod parts;
mod phrases;
mod planning;
mod rest;
mod rostering;
mod route;
mod session;
mod setting_up;
mod storing;
mod wording;
mod words;
mod zones;

pub use app::start;
