//! A page under test: go somewhere, operate it, wait for what it shows.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{By, TypingData, WebDriver, WebElement};
use tokio::time::sleep;

use super::Outcome;

/// Notes what a test asks about afterwards.
const WATCH: &str = include_str!("watch.js");
/// How long anything may take that a test waits for, on a machine busy with other things.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often a wait looks again.
const PAUSE: Duration = Duration::from_millis(50);

/// The visible area in CSS pixels, and how many device pixels make one of them.
#[derive(Clone, Copy, Debug)]
pub struct Viewport {
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// Device pixels per CSS pixel.
    pub scale: f64,
}

impl Viewport {
    /// A laptop's window.
    pub const DESKTOP: Self = Self { width: 1280, height: 900, scale: 1.0 };
    /// A phone held upright.
    pub const PHONE: Self = Self { width: 390, height: 844, scale: 3.0 };
}

/// One browser tab.
#[derive(Clone)]
pub struct Page {
    pub(super) driver: WebDriver,
    home: String,
    downloads: PathBuf,
}

impl Page {
    pub(super) fn new(driver: WebDriver, home: String, downloads: PathBuf) -> Self {
        Self { driver, home, downloads }
    }

    /// Opens the page at a route such as `#/scorecard`, or at its start for an empty one.
    /// Within an open page this only changes the route; [`Page::reload`] loads it anew.
    pub async fn open(&self, route: &str) -> Outcome {
        Ok(self.driver.goto(format!("{}{route}", self.home)).await?)
    }

    /// Loads the page anew, as F5 does.
    pub async fn reload(&self) -> Outcome {
        Ok(self.driver.refresh().await?)
    }

    /// Opens another tab of the same browser and goes there.
    pub async fn new_tab(&self) -> Outcome {
        let tab = self.driver.new_tab().await?;
        self.driver.switch_to_window(tab).await?;
        self.watch().await
    }

    /// Goes to a tab by its place in the order in which they were opened.
    pub async fn to_tab(&self, place: usize) -> Outcome {
        let tabs = self.driver.windows().await?;
        let tab = tabs.get(place).ok_or_else(|| format!("no tab {place}"))?.clone();
        Ok(self.driver.switch_to_window(tab).await?)
    }

    /// Closes the tab in which it is; [`Page::to_tab`] goes to another.
    pub async fn close_tab(&self) -> Outcome {
        Ok(self.driver.close_window().await?)
    }

    /// Notes in every document of this tab from now on what a test asks about afterwards.
    pub(super) async fn watch(&self) -> Outcome {
        self.before_scripts(WATCH).await
    }

    /// Runs a script in every document of this tab from now on, before its own scripts.
    pub async fn before_scripts(&self, script: &str) -> Outcome {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await
    }

    /// Runs the body of a script in the page and returns what it returns.
    pub async fn evaluate<T: DeserializeOwned>(&self, script: &str) -> Outcome<T> {
        Ok(serde_json::from_value(self.driver.execute(script, Vec::new()).await?.json().clone())?)
    }

    /// Like [`Page::evaluate`], for an answer that comes later: the script calls `arguments[0]` with it.
    pub async fn evaluate_later<T: DeserializeOwned>(&self, script: &str) -> Outcome<T> {
        Ok(serde_json::from_value(self.driver.execute_async(script, Vec::new()).await?.json().clone())?)
    }

    /// Waits until an element matching the CSS selector exists.
    pub async fn wait_for(&self, selector: &str) -> Outcome<WebElement> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.driver.find(By::Css(selector)).await {
                Ok(element) => return Ok(element),
                Err(_) if Instant::now() < deadline => sleep(PAUSE).await,
                Err(_) => return Err(format!("no {selector} appeared").into()),
            }
        }
    }

    /// Waits until no element matches the CSS selector.
    pub async fn wait_until_gone(&self, selector: &str) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        while !self.driver.find_all(By::Css(selector)).await?.is_empty() {
            if Instant::now() >= deadline {
                return Err(format!("{selector} did not go away").into());
            }
            sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Waits until the first element matching the CSS selector shows `text` somewhere in it.
    pub async fn wait_for_text(&self, selector: &str, text: &str) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // The element may be replaced between finding and reading it: then look again.
            let shown = match self.driver.find(By::Css(selector)).await {
                Ok(element) => element.text().await.unwrap_or_default(),
                Err(_) => "(no such element)".to_owned(),
            };
            if shown.contains(text) {
                return Ok(());
            }
            if Instant::now() >= deadline {
                return Err(format!("{selector} does not show {text:?} but {shown:?}").into());
            }
            sleep(PAUSE).await;
        }
    }

    /// The text that the first element matching the CSS selector shows, once there is one.
    pub async fn text(&self, selector: &str) -> Outcome<String> {
        Ok(self.wait_for(selector).await?.text().await?)
    }

    /// Clicks the element whose `data-testid` is `id`.
    pub async fn click(&self, id: &str) -> Outcome {
        let found = self.wait_for(&format!("[data-testid={id:?}]")).await?;
        // As a person does who sees that something covers what they want to press.
        let centre = format!(
            "document.querySelector('[data-testid={id:?}]').scrollIntoView({{ block: 'center', behavior: 'instant' }})"
        );
        let deadline = Instant::now() + PATIENCE;
        loop {
            self.evaluate::<()>(&centre).await?;
            match found.click().await {
                Ok(()) => return Ok(()),
                // What arrives above it moves it away from under the pointer.
                Err(_) if Instant::now() < deadline => sleep(PAUSE).await,
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Clicks the one element that assistive technology calls `name` and presents as `role`,
    /// like `("button", "Import")`.
    pub async fn click_named(&self, role: &str, name: &str) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.named(role, name).await?.as_slice() {
                [node] => return self.click_node(*node).await,
                [] if Instant::now() < deadline => sleep(PAUSE).await,
                found => return Err(format!("{} of role {role} named {name:?}", found.len()).into()),
            }
        }
    }

    /// The DOM nodes that the accessibility tree has under a role and a name.
    async fn named(&self, role: &str, name: &str) -> Outcome<Vec<i64>> {
        let cdp = self.driver.cdp();
        let document = cdp.send_raw("DOM.getDocument", json!({ "depth": 0 })).await?;
        let query = json!({ "nodeId": document["root"]["nodeId"], "role": role, "accessibleName": name });
        let found = cdp.send_raw("Accessibility.queryAXTree", query).await?;
        let nodes = found["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
        Ok(nodes.iter().filter_map(|node| node["backendDOMNodeId"].as_i64()).collect())
    }

    /// Clicks a DOM node as a person does: scrolled into view and not covered by another.
    async fn click_node(&self, node: i64) -> Outcome {
        let cdp = self.driver.cdp();
        let resolved = cdp.send_raw("DOM.resolveNode", json!({ "backendNodeId": node })).await?;
        // WebDriver cannot take a node over from the accessibility tree: a mark hands it on.
        let mark = json!({
            "objectId": resolved["object"]["objectId"],
            "functionDeclaration": "function () { this.setAttribute('data-to-click', '') }",
        });
        cdp.send_raw("Runtime.callFunctionOn", mark).await?;
        let element = self.driver.find(By::Css("[data-to-click]")).await?;
        self.driver
            .execute("arguments[0].removeAttribute('data-to-click')", vec![element.to_json()?])
            .await?;
        Ok(element.click().await?)
    }

    /// Types into the field matching the CSS selector, after what it holds.
    pub async fn type_into(&self, selector: &str, text: &str) -> Outcome {
        Ok(self.wait_for(selector).await?.send_keys(text).await?)
    }

    /// Presses keys, one after the other, wherever the focus is; Ctrl and Shift are held until the last of them.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Outcome {
        Ok(self.driver.active_element().await?.send_keys(keys).await?)
    }

    /// Waits until the address after `#` holds `part`.
    pub async fn wait_for_hash(&self, part: &str) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let hash: String = self.evaluate("return location.hash").await?;
            if hash.contains(part) {
                return Ok(());
            }
            if Instant::now() >= deadline {
                return Err(format!("the address does not hold {part} but {hash}").into());
            }
            sleep(PAUSE).await;
        }
    }

    /// Puts files into the file input matching the CSS selector, by paths from the project's root.
    pub async fn upload(&self, selector: &str, files: &[&str]) -> Outcome {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let paths: Vec<String> = files.iter().map(|file| root.join(file).display().to_string()).collect();
        Ok(self.wait_for(selector).await?.send_keys(paths.join("\n")).await?)
    }

    /// Waits for a finished download whose name ends like this and returns its content.
    pub async fn downloaded_like(&self, ending: &str) -> Outcome<Vec<u8>> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            for entry in fs::read_dir(&self.downloads)? {
                let path = entry?.path();
                if path.to_string_lossy().ends_with(ending) {
                    return Ok(fs::read(path)?);
                }
            }
            if Instant::now() >= deadline {
                return Err(format!("no file …{ending} was downloaded").into());
            }
            sleep(PAUSE).await;
        }
    }

    /// Waits for a finished download of this name and returns its content.
    pub async fn downloaded(&self, name: &str) -> Outcome<Vec<u8>> {
        let file = self.downloads.join(name);
        let deadline = Instant::now() + PATIENCE;
        // The browser gives a file its name only when it is whole.
        while !file.exists() {
            if Instant::now() >= deadline {
                return Err(format!("no file {name} was downloaded").into());
            }
            sleep(PAUSE).await;
        }
        Ok(fs::read(file)?)
    }

    /// Sets the visible area.
    pub async fn set_viewport(&self, viewport: Viewport) -> Outcome {
        let Viewport { width, height, scale } = viewport;
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await
    }

    /// Shows the page to a system that prefers dark or light.
    pub async fn prefer_dark(&self, dark: bool) -> Outcome {
        let value = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await
    }

    /// Cuts the network off, or gives it back.
    pub async fn set_offline(&self, offline: bool) -> Outcome {
        let none =
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.enable", json!({})).await?;
        self.devtools("Network.emulateNetworkConditions", none).await
    }

    /// Takes a picture of the whole page into `tests/browser/shots/NAME.png`.
    pub async fn screenshot(&self, name: &str) -> Outcome {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/shots");
        fs::create_dir_all(&folder)?;
        let whole: [f64; 3] = self
            .evaluate("let e = document.documentElement; return [innerWidth, e.scrollHeight, innerHeight]")
            .await?;
        let clip = json!({ "x": 0, "y": 0, "width": whole[0], "height": whole[1], "scale": 1 });
        // A page from right to left that fits its window would be moved aside.
        let options = json!({ "captureBeyondViewport": whole[1] > whole[2], "clip": clip });
        let taken = self.driver.cdp().send_raw("Page.captureScreenshot", options).await?;
        let picture = taken["data"].as_str().ok_or("the browser took no picture")?;
        Ok(fs::write(folder.join(format!("{name}.png")), base64(picture)?)?)
    }

    async fn devtools(&self, command: &str, parameters: Value) -> Outcome {
        self.driver.cdp().send_raw(command, parameters).await?;
        Ok(())
    }
}

/// Decodes base64 as the browser writes it: no line breaks, padded.
fn base64(text: &str) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for digit in text.trim_end_matches('=').bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return Err("not base64".into()),
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.extend(u8::try_from(held >> bits & 0xff));
        }
    }
    Ok(bytes)
}
