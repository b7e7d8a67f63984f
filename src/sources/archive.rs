//! An archive of files: LinkedIn's, or any ZIP of tables.

use super::Outcome;
use super::declaration::{ALL, Source};
use super::linkedin;
use super::read::{Import, Slot, notice};
use super::reader::start;
use super::recognise::{NameFit, named_like, recognise};
use crate::facts::{Day, Notice, TableId};
use crate::intake::{Archive, Opened, Upload, normalise, open};

/// A member that a source is read from.
struct Wanted {
    source: &'static Source,
    index: usize,
    path: String,
    folder: String,
}

/// Reads an archive's members. What is not needed is listed and never inflated.
pub(super) fn read(import: &mut Import<'_, '_>, mut archive: Archive) {
    let name = archive.name().to_owned();
    let wanted = wanted(&archive);
    let loose: Vec<usize> = if wanted.is_empty() { tables(&archive) } else { Vec::new() };
    let packed = archive.members().iter().map(|member| member.packed_bytes).sum();
    let members = archive.members().iter().enumerate();
    let needed = members
        .clone()
        .filter(|(index, _)| loose.contains(index) || wanted.iter().any(|wanted| wanted.index == *index));
    let inflated = needed.map(|(_, member)| member.inflated_bytes).sum();
    import.meter.replace_bytes(packed, inflated);
    let unused: Vec<String> = members
        .filter(|(index, _)| !loose.contains(index) && wanted.iter().all(|wanted| wanted.index != *index))
        .map(|(_, member)| member.path.clone())
        .collect();
    let stated_end = linkedin::archive_day(&name);
    let listing: Vec<Notice> = archive.notices().iter().map(notice).collect();
    let mut silent = Some(silent_tables(&archive, &wanted)).filter(|_| stated_end.is_some());
    let mut listing = Some(listing).filter(|notices| !notices.is_empty());
    for wanted in wanted {
        let group = import.group(&format!("{name}/{}", wanted.folder));
        let mut slot = read_member(import, &mut archive, &wanted, &name, group, stated_end);
        if let (Slot::Read { facts, .. }, Some(notices)) = (&mut slot, listing.take()) {
            // What was odd about the archive itself is said once, with its first file.
            facts.summary.notices.extend(notices);
        }
        if let Slot::Read { silent: of_slot, .. } = &mut slot {
            of_slot.extend(silent.take().unwrap_or_default());
        }
        import.push(slot);
    }
    for index in loose {
        let Some(member) = archive.members().get(index) else { continue };
        let file = format!("{name}/{}", member.path);
        match archive.read(index) {
            Ok(upload) => import.take(Upload { name: file, ..upload }),
            Err(error) => import.refuse(&file, &error),
        }
    }
    if !unused.is_empty() {
        import.done(Outcome::NotUsed { files: unused, within: name }, None);
    }
}

fn read_member(
    import: &mut Import<'_, '_>,
    archive: &mut Archive,
    wanted: &Wanted,
    name: &str,
    group: usize,
    stated_end: Option<Day>,
) -> Slot {
    let file = format!("{name}/{}", wanted.path);
    let refused = |refusal| Slot::Done(Outcome::Refused { file: file.clone(), refusal }, None);
    let opened = archive.read(wanted.index).and_then(|mut upload| {
        upload.name.clone_from(&file);
        open(upload)
    });
    let mut text = match opened {
        Ok(Opened::Text(text)) => text,
        Ok(Opened::Archive(_) | Opened::Workbook(_)) => {
            let not_used = Outcome::NotUsed { files: vec![wanted.path.clone()], within: name.to_owned() };
            return Slot::Done(not_used, None);
        }
        Err(error) => return refused(super::read::refusal(&error)),
    };
    if let Some(found) = recognise(&mut text, Some(wanted.source)) {
        return import.read_text(&text, &found, &file, group, stated_end);
    }
    if linkedin::says_nothing_found(&text) {
        let mut facts = start(wanted.source, &file);
        facts.summary.notices.push(Notice { code: "nothing_found".into(), args: Vec::new() });
        return Slot::Read { source: wanted.source, facts, group, stated_end, silent: Vec::new() };
    }
    refused(linkedin::layout_unknown(wanted.source, &text, &file))
}

/// The members that sources are read from, in the order of the sources; of several with a fitting name
/// in one folder the one with the exact name.
fn wanted(archive: &Archive) -> Vec<Wanted> {
    let mut wanted: Vec<Wanted> = Vec::new();
    for source in ALL.iter().copied().filter(|source| source.bring == linkedin::ARCHIVE_GROUP) {
        let mut fitting: Vec<(String, NameFit, usize, String)> = archive
            .members()
            .iter()
            .enumerate()
            .filter_map(|(index, member)| {
                let fit = named_like(source, &member.name)?;
                let folder = member.path.rsplit_once('/').map_or("", |(folder, _)| folder);
                Some((folder.to_owned(), fit, index, member.path.clone()))
            })
            .collect();
        fitting.sort();
        fitting.dedup_by(|later, earlier| later.0 == earlier.0);
        wanted.extend(fitting.into_iter().map(|(folder, _, index, path)| Wanted {
            source,
            index,
            path,
            folder,
        }));
    }
    wanted
}

/// Tables that a complete archive has no file of. It leaves empty files out, so the owner has posted,
/// commented or reacted nothing: known, not unknown. The quick archive never has these files.
fn silent_tables(archive: &Archive, wanted: &[Wanted]) -> Vec<TableId> {
    const ONLY_COMPLETE: [&str; 5] = [
        "ad targeting.csv",
        "inferences about you.csv",
        "searchqueries.csv",
        "logins.csv",
        "security challenges.csv",
    ];
    let is_complete = archive.name().to_ascii_lowercase().contains("complete_linkedindataexport")
        || archive.members().iter().any(|member| ONLY_COMPLETE.contains(&normalise(&member.name).as_str()));
    let is_one_person = wanted.windows(2).all(|pair| matches!(pair, [a, b] if a.folder == b.folder));
    if !is_complete || !is_one_person {
        return Vec::new();
    }
    let has = |table| wanted.iter().any(|wanted| wanted.source.tables.contains(&table));
    [TableId::Posts, TableId::Activity].into_iter().filter(|table| !has(*table)).collect()
}

/// The members of another archive that may be tables.
fn tables(archive: &Archive) -> Vec<usize> {
    const TABLES: [&str; 7] = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".json"];
    let members = archive.members().iter().enumerate();
    members
        .filter(|(_, member)| {
            let name = member.name.to_ascii_lowercase();
            TABLES.iter().any(|extension| name.ends_with(extension))
        })
        .map(|(index, _)| index)
        .collect()
}
