//! Sellers and teams: put in a team, broken down by it, taken for one person, taken back, kept over a reload.

use crate::harness::{Outcome, Page, browse};

/// Chooses an option of the select that a person knows by its name.
async fn choose(page: &Page, label: &str, option: &str) -> Outcome {
    page.wait_for(&format!("select[aria-label={label:?}]")).await?;
    page.evaluate::<()>(&format!(
        "const select = document.querySelector('select[aria-label={label:?}]');
         select.value = [...select.options].find(option => option.text === {option:?}).value;
         select.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ))
    .await
}

async fn tick(page: &Page, name: &str) -> Outcome {
    Ok(page.wait_for(&format!("input[aria-label='Choose {name}']")).await?.click().await?)
}

async fn rows_of(page: &Page, selector: &str) -> Outcome<usize> {
    page.evaluate::<usize>(&format!("return document.querySelectorAll({selector:?}).length")).await
}

#[test]
fn sellers_in_teams_and_two_names_of_one_person() {
    browse(|page| async move {
        page.open("").await?;
        page.click_named("button", "Try with sample data").await?;
        page.wait_for("[data-testid='scorecard']").await?;
        page.open("#/team").await?;
        page.wait_for_text("[data-testid='sellers']", "Ines Larkspur").await?;

        page.type_into("[data-testid='team-name']", "North").await?;
        page.click("team-make").await?;
        page.wait_for_text("[data-testid='teams']", "North").await?;
        choose(&page, "Team of Ines Larkspur", "North").await?;
        page.wait_for_text("[data-testid='teams']", "1 seller").await?;
        choose(&page, "Team of Viktor Papermoon", "North").await?;
        page.wait_for_text("[data-testid='teams']", "2 sellers").await?;

        // A team's posts are its sellers' together; the third seller stays out.
        page.open("#/metric/posts_shared?period=all&split=seller").await?;
        page.wait_for_text("[data-testid='breakdown-table']", "Ines Larkspur").await?;
        let counts: Vec<(String, u32)> = page
            .evaluate(
                "return [...document.querySelectorAll(\"[data-testid='breakdown-table'] tbody tr\")]
                 .map(row => [row.cells[0].innerText.trim(), Number(row.cells[1].innerText.replace(/\\D/g, ''))]);",
            )
            .await?;
        let of = |name: &str| counts.iter().find(|(own, _)| own == name).map_or(0, |(_, posts)| *posts);
        let together = of("Ines Larkspur") + of("Viktor Papermoon");
        assert!(counts.len() == 3 && together > 0, "{counts:?}");
        page.open("#/metric/posts_shared?period=all&split=team").await?;
        page.wait_for_text("[data-testid='breakdown-table']", "North").await?;
        let row = page.text("[data-testid='breakdown-table'] tbody tr").await?;
        assert!(row.contains(&together.to_string()), "{row:?} is not of {together}");
        assert_eq!(rows_of(&page, "[data-testid='breakdown-table'] tbody tr").await?, 1);

        page.open("#/team").await?;
        page.wait_for("[data-testid='sellers']").await?;
        let before = rows_of(&page, "[data-testid='sellers'] tbody tr").await?;
        tick(&page, "Ines Larkspur").await?;
        tick(&page, "Viktor Papermoon").await?;
        page.click("merge").await?;
        page.wait_for_text("[data-testid='sellers']", "In files as").await?;
        page.wait_until_gone("input[aria-label='Choose Viktor Papermoon']").await?;
        page.reload().await?;
        page.wait_for_text("[data-testid='sellers']", "In files as").await?;
        assert_eq!(rows_of(&page, "[data-testid='sellers'] tbody tr").await?, before - 1);

        // Split, undone, and split for good.
        page.click("split").await?;
        page.wait_for("input[aria-label='Choose Viktor Papermoon']").await?;
        page.click("toast-action").await?;
        page.wait_until_gone("input[aria-label='Choose Viktor Papermoon']").await?;
        page.click("split").await?;
        page.wait_for("input[aria-label='Choose Viktor Papermoon']").await?;
        page.wait_for_text("[data-testid='toast']", "seller of their own").await?;
        page.reload().await?;
        page.wait_for("input[aria-label='Choose Viktor Papermoon']").await?;
        page.wait_for_text("[data-testid='teams']", "2 sellers").await?;
        page.assert_quiet().await?;
        Ok(())
    });
}
