//! The main way through the product: files in, figures out, kept over a reload, taken back, restored.

use std::fs;
use std::path::Path;

use rapport::engine::Engine;
use rapport::facts::{Day, FileFacts, Writer, Zone};
use rapport::intake::Upload;
use rapport::metrics::{Quantity, State};
use rapport::sources::{Outcome, ReadOptions, read};
use rapport::views::{Answer, Ask, Filter, PeriodChoice, ScoreRow};

use crate::harness::{Outcome as Tested, Page, browse};

/// Where the files stand that a person drops, below the project's root.
const FILES: &str = "target/browser-files";

/// One seller's archive and workbook, and the team's deals.
fn uploads() -> Vec<Upload> {
    let last_day = Day::from_ymd(2026, 11, 20).expect("a date");
    let is_ines =
        |name: &str| name == "Complete_LinkedInDataExport_11-20-2026.zip" || name.contains("Ines Larkspur");
    rapport::sample::files(last_day)
        .into_iter()
        .filter(|file| is_ines(&file.name) || file.name == "crm-deals.csv")
        .collect()
}

/// Writes the files to disk, as the browser wants to pick them there.
fn write(files: &[Upload]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILES);
    fs::create_dir_all(&folder).expect("a folder under target/");
    for file in files {
        fs::write(folder.join(&file.name), &file.bytes).expect("a file under target/");
    }
    files.iter().map(|file| format!("{FILES}/{}", file.name)).collect()
}

/// The scorecard of the same files without a browser, over all dates.
fn headless(files: Vec<Upload>) -> Vec<ScoreRow> {
    let options = ReadOptions { today: Day(0), seller: None, as_tables: Vec::new() };
    let (outcomes, facts): (Vec<Outcome>, Vec<Option<FileFacts>>) =
        read(files, &[], &options, &mut |_| {}).into_iter().unzip();
    let mut engine = Engine::default();
    engine.answer(Ask::Open { body: None, name: "headless".into(), zone: Zone::utc() }, Vec::new());
    let bytes = facts.iter().flatten().map(|file| {
        let mut writer = Writer::default();
        writer.file(file);
        writer.into_bytes()
    });
    engine.answer(Ask::Stage { outcomes: outcomes.clone() }, bytes.collect());
    let names = outcomes.iter().filter_map(|outcome| match outcome {
        Outcome::Read { summary, .. } => Some(summary.file.clone()),
        _ => None,
    });
    let confirm =
        Ask::Confirm { files: names.collect(), at: String::new(), is_sample: false, remember: Vec::new() };
    engine.answer(confirm, Vec::new());
    let filter = Filter { period: PeriodChoice::All, ..Filter::default() };
    match engine.answer(Ask::Scorecard { filter }, Vec::new()) {
        Answer::Scorecard { view } => view.rows,
        other => panic!("no scorecard but {other:?}"),
    }
}

/// A figure as the English page prints it; none for one without a value.
fn printed(row: &ScoreRow) -> Option<String> {
    let State::Value(value) = row.figure.state else { return None };
    let grouped = |whole: i128| {
        let digits = whole.unsigned_abs().to_string();
        let groups: Vec<&str> = digits
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|group| std::str::from_utf8(group).expect("digits"))
            .collect();
        groups.join(",")
    };
    match (row.id.as_str(), value) {
        (
            "deals_won" | "deals_lost" | "connections" | "messages_sent" | "impressions",
            Quantity::Number(count),
        ) => Some(grouped(count.round() as i128)),
        ("win_rate" | "response_rate", Quantity::Number(share)) => Some(format!("{:.0}%", share * 100.0)),
        // The sample's deals add up to a little over a million.
        ("won_value", Quantity::Money(amount)) => Some(format!("€{:.2}m", amount as f64 / 1e10)),
        _ => None,
    }
}

async fn check_figures(page: &Page, rows: &[ScoreRow]) -> Tested {
    let expected: Vec<(&str, String)> =
        rows.iter().filter_map(|row| Some((row.id.as_str(), printed(row)?))).collect();
    assert!(expected.len() >= 7, "the files feed too few of the compared figures: {expected:?}");
    for (id, value) in expected {
        page.wait_for_text(&format!("[data-testid='value-{id}']"), &value).await?;
    }
    Ok(())
}

/// Whether any pixel of the first canvas differs from another.
const IS_DRAWN: &str = "const canvas = document.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, index) => value !== data[index % 4]);";

#[test]
fn files_become_figures_and_stay() {
    let files = uploads();
    let paths = write(&files);
    let rows = headless(files);
    browse(|page| async move {
        page.open("").await?;
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        page.upload("[data-testid='file-input']", &paths).await?;
        page.wait_for("[data-testid='confirm-import']:not([aria-disabled='true'])").await?;
        page.click("confirm-import").await?;
        page.wait_for("[data-testid='scorecard']").await?;
        page.open("#/scorecard?period=all").await?;
        check_figures(&page, &rows).await?;

        page.open("#/metric/response_rate?period=all").await?;
        page.wait_for("canvas").await?;
        assert!(page.evaluate::<bool>(IS_DRAWN).await?, "the canvas is blank");

        page.evaluate::<()>(
            "const select = document.querySelector(\"[data-testid='language']\");
             select.value = [...select.options].find(option => option.text === 'العربية').value;
             select.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
        page.wait_for("html[dir='rtl'] canvas").await?;
        page.evaluate::<()>(
            "const select = document.querySelector(\"[data-testid='language']\");
             select.value = [...select.options].find(option => option.text === 'English').value;
             select.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await?;
        page.wait_for("html[dir='ltr']").await?;

        page.open("#/scorecard?period=all").await?;
        page.reload().await?;
        check_figures(&page, &rows).await?;

        page.open("#/data").await?;
        page.click("download-backup").await?;
        let backup = page.downloaded_like(".rapport.txt").await?;
        page.click("undo-import-1").await?;
        page.wait_until_gone("[data-testid='undo-import-1']").await?;
        page.reload().await?;
        page.wait_for("[data-testid='restore-input']").await?;
        page.wait_until_gone("[data-testid='undo-import-1']").await?;

        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILES).join("backup.rapport.txt");
        fs::write(&path, backup)?;
        page.upload("[data-testid='restore-input']", &[&format!("{FILES}/backup.rapport.txt")]).await?;
        page.wait_for("[data-testid='undo-import-1']").await?;
        page.open("#/scorecard?period=all").await?;
        check_figures(&page, &rows).await?;
        page.assert_quiet().await?;
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        Ok(())
    });
}
