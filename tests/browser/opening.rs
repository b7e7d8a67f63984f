//! Opening the page: it starts, its engine answers, and nothing leaves the browser.

use crate::harness::{LACKING, browse, browse_at};

#[test]
fn the_page_opens_quietly() {
    browse(|page| async move {
        page.open("").await?;
        page.wait_for("[data-testid='file-input']").await?;
        page.assert_quiet().await?;
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        assert_eq!(page.accessibility_problems().await?, Vec::<String>::new());
        Ok(())
    });
}

/// Only a worker started from a blob obeys the page's policy; one started from an address could
/// send the data it holds anywhere.
#[test]
fn the_engine_can_send_nothing_out() {
    browse(|page| async move {
        page.open("").await?;
        page.wait_for("[data-testid='file-input']").await?;
        let workers = page.workers().await?;
        assert!(
            !workers.is_empty() && workers.iter().all(|address| address.starts_with("blob:")),
            "{workers:?}"
        );

        let script = "const done = arguments[0];
            const body = `fetch('http://127.0.0.1:9/').catch(() => {});
                self.addEventListener('securitypolicyviolation', e => postMessage(e.effectiveDirective))`;
            const worker = new Worker(URL.createObjectURL(new Blob([body])));
            worker.onmessage = ({ data }) => done(data);";
        assert_eq!(page.evaluate_later::<String>(script).await?, "connect-src");
        Ok(())
    });
}

/// The engine comes in two files. Without the second it still opens a workspace, and says what it cannot do.
#[test]
fn an_engine_without_its_rest_says_so() {
    browse_at(LACKING, |page| async move {
        page.open("").await?;
        page.click("try-sample").await?;
        page.wait_for_text("[data-testid='toast']", "could not be loaded").await?;
        page.wait_for("[data-testid='file-input']").await?;
        page.open("#/data").await?;
        page.wait_for("[data-testid='storage-meter']").await?;
        page.wait_until_gone(".cols .skel").await?;
        Ok(())
    });
}
