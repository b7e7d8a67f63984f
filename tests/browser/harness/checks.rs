//! What a test asks about a page after it was operated.

use std::{env, fs, path::PathBuf};

use serde::Deserialize;

use super::{Outcome, Page};

/// Checks the document and hands on what it breaks.
const RUN_AXE: &str = "const done = arguments[0];
    axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
        .then(({ violations }) => done(violations))";

impl Page {
    /// Fails when the console holds a warning or an error, or the content security policy
    /// forbade something, since the last time this or [`Page::console_problems`] was asked.
    pub async fn assert_quiet(&self) -> Outcome {
        let mut problems = self.console_problems().await?;
        problems.extend(self.policy_violations().await?);
        if problems.is_empty() { Ok(()) } else { Err(problems.join("\n").into()) }
    }

    /// Warnings and errors of the console since the last call: the page's own, uncaught
    /// exceptions, refused requests.
    pub async fn console_problems(&self) -> Outcome<Vec<String>> {
        let entries = self.driver.browser_log().await?;
        let problems = entries.into_iter().filter(|entry| matches!(&*entry.level, "WARNING" | "SEVERE"));
        Ok(problems.map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    /// What the content security policy forbade in this document, like
    /// `connect-src forbids http://…`.
    pub async fn policy_violations(&self) -> Outcome<Vec<String>> {
        self.evaluate("return __seen.violations").await
    }

    /// The addresses from which this document started workers.
    pub async fn workers(&self) -> Outcome<Vec<String>> {
        self.evaluate("return __seen.workers").await
    }

    /// Durations in milliseconds of this document's tasks over 50 ms.
    pub async fn long_tasks(&self) -> Outcome<Vec<f64>> {
        self.evaluate("return __seen.longTasks").await
    }

    /// How far things moved about in this document without anybody having pressed anything: the sum of its
    /// layout shifts.
    pub async fn layout_shift(&self) -> Outcome<f64> {
        self.evaluate("return __seen.shifts.reduce((sum, shift) => sum + shift, 0)").await
    }

    /// Addresses outside the page's own origin that it tried to load from.
    pub async fn foreign_requests(&self) -> Outcome<Vec<String>> {
        self.evaluate(
            "return performance.getEntriesByType('resource').map(entry => entry.name)
                .filter(name => !name.startsWith(location.origin + '/') && !/^(data|blob):/.test(name))",
        )
        .await
    }

    /// Serious and critical findings of axe-core on the page as it stands, like
    /// `color-contrast (serious): Elements must meet … at #id`.
    pub async fn accessibility_problems(&self) -> Outcome<Vec<String>> {
        let axe = axe_core()?;
        self.driver.execute(axe, Vec::new()).await?;
        let found: Vec<Finding> = self.evaluate_later(RUN_AXE).await?;
        Ok(found
            .into_iter()
            .filter(|finding| matches!(finding.impact.as_deref(), Some("serious" | "critical")))
            .flat_map(|finding| {
                let Finding { id, help, impact, nodes } = finding;
                let impact = impact.unwrap_or_default();
                nodes.into_iter().map(move |node| format!("{id} ({impact}): {help} at {}", node.html))
            })
            .collect())
    }
}

/// One rule that the page breaks, as axe-core reports it.
#[derive(Deserialize)]
struct Finding {
    id: String,
    help: String,
    impact: Option<String>,
    nodes: Vec<Node>,
}

/// One place where the page breaks it.
#[derive(Deserialize)]
struct Node {
    html: String,
}

/// axe-core's source, from where tools/setup.sh put it.
fn axe_core() -> Outcome<String> {
    let tools = env::var_os("RAPPORT_TOOLS")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache/rapport/tools")))
        .ok_or("neither RAPPORT_TOOLS nor HOME is set")?;
    let file = tools.join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file)
        .map_err(|reason| format!("{} ({reason}): run tools/setup.sh test", file.display()).into())
}
