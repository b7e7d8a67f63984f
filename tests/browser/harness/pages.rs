//! All pages of the product, in every look.

use super::{Outcome, Page, Viewport};

/// How the page is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Id of the language.
    pub language: &'static str,
    /// Value of the theme: `light` or `dark`.
    pub theme: &'static str,
    /// The window.
    pub viewport: Viewport,
}

impl Page {
    /// Reads the sample data, from the start page on.
    pub async fn load_sample(&self) -> Outcome {
        self.open("").await?;
        self.click("try-sample").await?;
        self.wait_for("[data-testid='scorecard']").await?;
        self.wait_for("[data-testid='sample-tag']").await?;
        Ok(())
    }

    /// Every page that the bar and its menu lead to, and those that only other pages lead to.
    pub async fn every_route(&self) -> Outcome<Vec<String>> {
        self.open("#/scorecard").await?;
        self.wait_for("[data-testid='more-menu'] a").await?;
        let listed = "return [...document.querySelectorAll('.nav-links a, [data-testid=more-menu] a')]
            .map(link => link.getAttribute('href'))";
        let mut routes: Vec<String> = self.evaluate(listed).await?;
        let has_data = routes.iter().any(|route| route.starts_with("#/pipeline"));
        let others: &[&str] = match has_data {
            true => &["", "#/metric/response_rate", "#/metric/response_time", "#/checkin"],
            false => {
                &["", "#/scorecard", "#/metric/response_rate", "#/pipeline", "#/conversations", "#/checkin"]
            }
        };
        routes.extend(others.iter().map(|route| (*route).to_owned()));
        if has_data {
            self.open("#/conversations").await?;
            self.wait_for("main a[href^='#/person']").await?;
            let person = "return document.querySelector(\"main a[href^='#/person']\").getAttribute('href')";
            routes.push(self.evaluate(person).await?);
        }
        Ok(routes)
    }

    /// Puts a look in force, as a person does in the top bar.
    pub async fn put_on(&self, look: Look) -> Outcome {
        self.set_viewport(look.viewport).await?;
        for (list, value) in [("theme", look.theme), ("language", look.language)] {
            self.evaluate::<()>(&format!(
                "const select = document.querySelector(\"[data-testid='{list}']\");
                 select.value = '{value}';
                 select.dispatchEvent(new Event('change', {{ bubbles: true }}));"
            ))
            .await?;
        }
        self.wait_for(&format!("html[lang='{}'][data-theme='{}']", look.language, look.theme)).await?;
        Ok(())
    }

    /// Opens a route and waits until nothing on it is on its way any more.
    pub async fn settle(&self, route: &str) -> Outcome {
        self.open(if route.is_empty() { "#/" } else { route }).await?;
        self.wait_for("main h1").await?;
        self.wait_until_gone(":is(main[aria-busy=true], main :is(.skel, .late, [aria-busy=true]))").await?;
        // What arrives with the answer is drawn in the frame after.
        let quiet = "const done = arguments[0];
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(null), 100)));";
        self.evaluate_later::<()>(quiet).await
    }

    /// By how many pixels the page is wider than the window, and what sticks out.
    pub async fn sideways(&self) -> Outcome<Option<String>> {
        self.evaluate(
            "const root = document.documentElement;
             const over = root.scrollWidth - root.clientWidth;
             if (over <= 0) return null;
             const wide = [...document.querySelectorAll('body *')].find(element => {
                 const { left, right } = element.getBoundingClientRect();
                 return (right > root.clientWidth + 1 || left < -1) && !element.closest('.vh, .nav, [data-scrolls]');
             });
             return `${over} px wider than the window: ${wide?.outerHTML.slice(0, 160)}`;",
        )
        .await
    }
}
