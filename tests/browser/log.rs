//! What is typed in: a column of readings and a meeting become figures, stay over a reload, and can be taken back.

use crate::harness::browse;

/// Pastes a text into the field that has the focus, as a person does with the keyboard.
fn paste(text: &str) -> String {
    format!(
        "const data = new DataTransfer();
         data.setData('text/plain', {text:?});
         document.activeElement.dispatchEvent(
             new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}));"
    )
}

#[test]
fn a_typed_column_and_a_meeting_are_data() {
    browse(|page| async move {
        page.open("#/log").await?;
        // Two sellers, each a new row.
        for seller in ["Ada Ek", "Bo Nyman"] {
            page.type_into("[data-testid='grid-seller']", &format!("{seller}\n")).await?;
        }
        page.wait_for("[data-testid='ssi-1-7']").await?;
        page.evaluate::<()>("document.getElementById('ssi-0-7').focus()").await?;
        page.evaluate::<()>(&paste("61,5\r\n58\r\n")).await?;
        page.wait_for("[data-testid='entry-2']").await?;

        // Out of the scale: told at the cell, and nothing is stored.
        page.type_into("[data-testid='ssi-1-6']", "580\n").await?;
        page.wait_for("#ssi-1-6.bad").await?;
        page.wait_for_text("[data-testid='grid-faults']", "Bo Nyman").await?;

        page.click("kind-meetings").await?;
        page.type_into("[data-testid='new-person']", "Maha Zaki").await?;
        page.type_into("[data-testid='new-seller']", "Ada Ek\n").await?;
        page.wait_for_text("[data-testid='entry-3']", "Maha Zaki").await?;
        // Ready for the next one.
        page.wait_for("[data-testid='new-person']:focus").await?;

        page.open("#/scorecard?period=all").await?;
        page.wait_for_text("[data-testid='value-ssi']", "60").await?;
        page.reload().await?;
        page.wait_for_text("[data-testid='value-ssi']", "60").await?;
        page.open("#/data").await?;
        page.wait_for_text("[data-testid='inventory']", "Meetings").await?;

        page.open("#/log").await?;
        page.click("delete-3").await?;
        page.wait_until_gone("[data-testid='entry-3']").await?;
        page.click("toast-action").await?;
        page.wait_for_text("[data-testid='entry-3']", "Maha Zaki").await?;
        for _ in 0..2 {
            page.click("log-undo").await?;
        }
        page.wait_until_gone("[data-testid='entries']").await?;
        page.reload().await?;
        // What can be made again is known once the workspace is open.
        page.wait_for("[data-testid='log-redo']:not([disabled])").await?;
        page.click("log-redo").await?;
        page.wait_for("[data-testid='entry-2']").await?;
        page.assert_quiet().await?;
        Ok(())
    });
}

#[test]
fn a_check_in_goes_round() {
    browse(|page| async move {
        page.open("#/checkin?week=2026-W10&ask=ssi,shares").await?;
        page.type_into("[data-testid='checkin-seller']", "Ada Ek").await?;
        page.type_into("[data-testid='checkin-ssi']", "61,5").await?;
        page.type_into("[data-testid='checkin-shares']", "3\n").await?;
        let text = "return document.querySelector(\"[data-testid='checkin-text']\")?.value ?? ''";
        page.wait_for("[data-testid='checkin-text']").await?;
        let text = page.evaluate::<String>(text).await?;
        assert!(text.contains("Ada Ek,2026-W10,61.5,3"), "{text}");

        page.open("#/log").await?;
        page.wait_for("[data-testid='ssi-grid']").await?;
        page.evaluate::<()>(&format!("document.activeElement.blur(); {}", paste(&text))).await?;
        page.wait_for("[data-testid='confirm-import']:not([aria-disabled='true'])").await?;
        page.click("confirm-import").await?;
        page.open("#/scorecard?period=all").await?;
        page.wait_for_text("[data-testid='value-ssi']", "62").await?;
        page.assert_quiet().await?;
        Ok(())
    });
}
