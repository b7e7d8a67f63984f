//! Starts chromedriver and a browser with an empty profile, and ends both.

use std::{
    error::Error,
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use serde_json::json;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};
use tokio::runtime::Runtime;

use super::{
    Outcome, Page,
    server::{APP, serve},
};

/// Runs a test of the built page in a browser of its own.
pub fn browse<F, Steps>(test: F)
where
    F: FnOnce(Page) -> Steps,
    Steps: Future<Output = Outcome> + Send + 'static,
{
    browse_at(APP, test);
}

/// Runs a test of whatever is served under `path`.
///
/// # Panics
/// When a step fails, with its reason, after leaving a picture of the page.
pub fn browse_at<F, Steps>(path: &str, test: F)
where
    F: FnOnce(Page) -> Steps,
    Steps: Future<Output = Outcome> + Send + 'static,
{
    let outcome = Runtime::new().map_err(Into::into).and_then(|runtime| runtime.block_on(run(path, test)));
    assert!(outcome.is_ok(), "{}", outcome.err().map(|reason| reason.to_string()).unwrap_or_default());
}

async fn run<F, Steps>(path: &str, test: F) -> Outcome
where
    F: FnOnce(Page) -> Steps,
    Steps: Future<Output = Outcome> + Send + 'static,
{
    let origin = origin()?;
    let home = Home::new()?;
    let chromedriver = Chromedriver::start()?;
    let driver = WebDriver::new(&chromedriver.address, capabilities(&home)?).await?;
    let page = Page::new(driver.clone(), format!("{origin}{path}"), home.downloads());
    page.watch().await?;

    // A task of its own, so that a failed assertion does not take the browser's end with it.
    let outcome = match tokio::spawn(test(page.clone())).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(reason)) => Err(describe(&page, &reason.to_string()).await),
        Err(panic) => Err(describe(&page, &panic.to_string()).await),
    };
    driver.quit().await?;
    outcome
}

/// Leaves a picture of the page as it stands and adds what its console says to the reason.
async fn describe(page: &Page, reason: &str) -> Box<dyn Error + Send + Sync> {
    let name = format!("failed-{}", thread::current().name().unwrap_or("test").replace("::", "-"));
    let picture = match page.screenshot(&name).await {
        Ok(()) => format!("picture: tests/browser/shots/{name}.png"),
        Err(reason) => format!("no picture: {reason}"),
    };
    let console = page.console_problems().await.unwrap_or_default().join("\n");
    format!("{reason}\n{picture}\n{console}").into()
}

/// The one server of this process.
fn origin() -> Outcome<&'static str> {
    static ORIGIN: OnceLock<Result<String, String>> = OnceLock::new();
    match ORIGIN.get_or_init(|| serve().map_err(|reason| reason.to_string())) {
        Ok(origin) => Ok(origin),
        Err(reason) => Err(reason.as_str().into()),
    }
}

fn capabilities(home: &Home) -> Outcome<thirtyfour::ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    for flag in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-US",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
        // No name resolves: nothing but the test's own server can be reached.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ] {
        capabilities.add_arg(flag)?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", home.folder.join("profile").display()))?;
    capabilities.add_experimental_option(
        "prefs",
        json!({
            "download.default_directory": home.downloads(),
            "download.prompt_for_download": false,
        }),
    )?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

/// A folder for one browser's profile and downloads; gone when the test is.
struct Home {
    folder: PathBuf,
}

impl Home {
    fn new() -> Outcome<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("browser-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let home = Self { folder: Path::new(env!("CARGO_TARGET_TMPDIR")).join(name) };
        fs::create_dir_all(home.downloads())?;
        Ok(home)
    }

    fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // What stays after a failed removal lies in the build folder and does no harm.
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// A running chromedriver; ended when dropped.
struct Chromedriver {
    process: Child,
    address: String,
    /// Kept open: a driver that cannot write its log stops.
    _log: BufReader<ChildStdout>,
}

impl Chromedriver {
    /// Starts one on a port of its own choice and reads which.
    fn start() -> Outcome<Self> {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            // Dates read the same on every machine.
            .env("TZ", "UTC")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|reason| format!("chromedriver did not start ({reason}): run tools/setup.sh test"))?;
        let mut log = BufReader::new(process.stdout.take().ok_or("chromedriver has no output")?);
        let mut line = String::new();
        while log.read_line(&mut line)? > 0 {
            let port = line.split("started successfully on port ").nth(1);
            if let Some(port) = port {
                let address = format!("http://127.0.0.1:{}", port.trim().trim_end_matches('.'));
                return Ok(Self { process, address, _log: log });
            }
            line.clear();
        }
        Err("chromedriver ended before it named its port".into())
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
