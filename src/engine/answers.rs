//! The long-lived engine: one workspace, questions in, answers out.
//!
//! All that only these answers need comes in the engine's second file (`later`); what must be there at once
//! is in `first`.

use super::leads::LeadsBefore;
use super::masking::KeptBook;
use super::staging::Staging;
use crate::export::{left_out_csv, reminder_ics};
use crate::facts::{Facts, TableId, Zone};
use crate::metrics::{BenchmarkRules, ContentRules, metric};
use crate::sources::templates::template;
use crate::views::build::{
    attribution_view, before_after_view, choices, content_view, data_view, delay_view, friends_view,
    funnel_view, glossary, goals_view, honesty_view, lay_over, leads_view, log_view, matches_view,
    metric_view, network_view, own_rows, own_scores, own_try, own_view, people_like, person_view,
    pipeline_view, referrals_view, report_view, return_view, row_list, slides_view, ssi_view,
    talk_hours_view, talks_view, team_view,
};
use crate::views::{Answer, Ask, Failure, Filter, FirstAsk};
use crate::workspace::{Notes, Plan, PostTags, Roster, Setup, SetupError, Workspace, write_body};

/// One workspace and what is asked of it.
#[derive(Debug)]
pub struct Engine {
    pub(super) workspace: Workspace,
    /// The workspace's facts as those see them who compute; made anew after every change.
    pub(super) facts: Facts,
    /// The zone in force.
    pub(super) zone: Zone,
    /// The browser's, which is in force where the workspace names none.
    pub(super) home: Zone,
    pub(super) staging: Staging,
    /// The workspace before the import that was taken back last.
    pub(super) before_undo: Option<Workspace>,
    /// How the workspace counted before a file of definitions was put in force.
    pub(super) before_setup: Option<Setup>,
    /// The roster before each of the last changes of it, oldest first.
    pub(super) before_changes: Vec<Roster>,
    /// The plan before each of the last changes of it, oldest first.
    pub(super) before_plans: Vec<Plan>,
    /// How content was counted before each of the last changes, oldest first.
    pub(super) before_content: Vec<(ContentRules, PostTags)>,
    /// The notes before each of the last changes of them, oldest first.
    pub(super) before_notes: Vec<Notes>,
    /// The quoted numbers before each of the last changes of them, oldest first.
    pub(super) before_benchmarks: Vec<BenchmarkRules>,
    /// How leads were scored before each of the last changes of it, oldest first.
    pub(super) before_leads: Vec<LeadsBefore>,
    /// How many workspaces were opened.
    pub(super) opened: u32,
    /// The names and their pseudonyms, from one question to the next.
    pub(super) kept_book: Option<KeptBook>,
}

/// So many changes of the roster, the plan, the notes and of how content is counted can be taken back.
pub(super) const MOST_CHANGES: usize = 50;

impl Default for Engine {
    fn default() -> Engine {
        Engine {
            workspace: Workspace::new(""),
            facts: Facts::default(),
            zone: Zone::utc(),
            home: Zone::utc(),
            staging: Staging::default(),
            before_undo: None,
            before_setup: None,
            before_changes: Vec::new(),
            before_plans: Vec::new(),
            before_content: Vec::new(),
            before_notes: Vec::new(),
            before_benchmarks: Vec::new(),
            before_leads: Vec::new(),
            opened: 0,
            kept_book: None,
        }
    }
}

impl Engine {
    /// Answers a question; `bytes` are those that came beside it. A question that fails changes nothing.
    pub fn answer(&mut self, question: Ask, bytes: Vec<Vec<u8>>) -> Answer {
        match question {
            Ask::Open { body, name, zone } => self.first(FirstAsk::Open { body, name, zone }).into(),
            Ask::Scorecard { filter } => self.first(FirstAsk::Scorecard { filter }).into(),
            Ask::Metric { id, filter, by, variant, over } => match metric(&id) {
                Some(metric) => {
                    let asked = self.asked(&filter);
                    let view = metric_view(&self.workspace, &asked, metric, by, variant.as_deref());
                    Answer::Metric { view: Box::new(lay_over(&asked, view, over.as_deref())) }
                }
                None => failed("no_such_metric", &id),
            },
            Ask::Rows { id, filter, which, variant } => match metric(&id) {
                Some(metric) => {
                    let asked = self.asked(&filter);
                    let list = row_list(&self.workspace, &asked, metric, which, variant.as_deref());
                    Answer::Rows { list }
                }
                None => failed("no_such_metric", &id),
            },
            Ask::Data { filter } => Answer::Data { view: data_view(&self.workspace, &self.asked(&filter)) },
            Ask::Body => {
                Answer::Body { body: write_body(&self.workspace), name: self.workspace.name.clone() }
            }
            Ask::Stage { outcomes } => self.stage(outcomes, &bytes),
            Ask::NameOwner { file, owner } => {
                self.staging.name_owner(&file, owner.trim());
                self.staged()
            }
            Ask::Confirm { files, at, is_sample, remember } => {
                for (shape, mapping) in &remember {
                    self.workspace.mappings.remember(shape, mapping);
                }
                self.confirm(&files, &at, is_sample)
            }
            Ask::Unstage => {
                self.staging.clear();
                Answer::Done
            }
            Ask::UndoImport { id } => self.undo(id),
            Ask::RedoImport => match self.before_undo.take() {
                Some(mut workspace) => {
                    // What was said of the sellers since then holds.
                    workspace.roster = std::mem::take(&mut self.workspace.roster);
                    workspace.plan = std::mem::take(&mut self.workspace.plan);
                    workspace.notes = std::mem::take(&mut self.workspace.notes);
                    // What was said of records meanwhile still holds.
                    workspace.matches = std::mem::take(&mut self.workspace.matches);
                    workspace.settled = std::mem::take(&mut self.workspace.settled);
                    self.workspace = workspace;
                    self.changed()
                }
                None => failed("nothing_to_redo", ""),
            },
            Ask::Rename { name } => {
                self.workspace.name = name;
                Answer::Changed
            }
            Ask::SetPersonas { personas } => {
                self.workspace.definitions.personas = personas;
                Answer::Changed
            }
            Ask::Mappings => Answer::Mappings { mappings: self.workspace.mappings.clone() },
            Ask::Template { table } => match TableId::by_name(&table) {
                Some(id) => {
                    let template = template(id);
                    Answer::File { name: template.file, text: template.text }
                }
                None => failed("no_such_table", &table),
            },
            Ask::LeftOutCsv { file } => self.left_out(&file),
            Ask::Setup => Answer::File {
                name: "rapport-setup.json".to_owned(),
                text: Setup::of(&self.workspace).write(),
            },
            Ask::UseSetup { text } => match Setup::read(&text) {
                Ok(setup) => {
                    self.before_setup = Some(setup.apply(&mut self.workspace));
                    self.settle_zone();
                    self.changed()
                }
                Err(SetupError::Newer(version)) => failed("setup_newer", &version.to_string()),
                Err(SetupError::Other(detail)) => failed("setup", &detail),
            },
            Ask::UndoSetup => match self.before_setup.take() {
                Some(before) => {
                    before.put_back(&mut self.workspace);
                    self.settle_zone();
                    self.changed()
                }
                None => failed("nothing_to_undo", ""),
            },
            Ask::Team { filter } => Answer::Team { view: team_view(&self.workspace, &self.asked(&filter)) },
            Ask::ChangeRoster { change } => self.change_roster(&change),
            Ask::UndoRoster => match self.before_changes.pop() {
                Some(roster) => {
                    let before = std::mem::take(&mut self.workspace.roster.teams);
                    self.follow_teams(&before, &roster.teams);
                    self.workspace.roster = roster;
                    self.changed()
                }
                None => failed("nothing_to_undo", ""),
            },
            Ask::Log { filter, table, comma, today } => {
                let view = log_view(&self.workspace, &self.asked(&filter), table, comma, today);
                Answer::Log { view: Box::new(view) }
            }
            Ask::ChangeEntries { changes, comma, today } => self.enter(&changes, comma, today),
            Ask::UndoEntries => {
                let is_done = self.workspace.undo_entries();
                self.entered(is_done, "nothing_to_undo")
            }
            Ask::RedoEntries => {
                let is_done = self.workspace.redo_entries();
                self.entered(is_done, "nothing_to_redo")
            }
            Ask::SuggestPeople { start } => Answer::People { names: people_like(&self.facts, &start) },
            Ask::ReminderFile { reminder } => {
                Answer::File { name: "rapport.ics".to_owned(), text: reminder_ics(&reminder) }
            }
            Ask::StagedRows { file, kind, most } => {
                match self.staging.rows(&self.workspace, &file, kind, most as usize) {
                    Some(rows) => Answer::StagedRows { rows },
                    None => failed("no_such_file", &file),
                }
            }
            Ask::Matches { most } => {
                Answer::Matches { view: matches_view(&self.workspace, &self.facts, most as usize) }
            }
            Ask::Suggest { on } => {
                self.workspace.matches.suggests = on;
                Answer::Changed
            }
            Ask::Decide { pair, names, is_same } => match serde_json::from_str(&pair) {
                Ok(pair) => {
                    self.workspace.matches.decide(pair, names, is_same);
                    self.changed()
                }
                Err(error) => failed("question", &error.to_string()),
            },
            Ask::TakeBack { id } => {
                if self.workspace.matches.take_back(id) {
                    self.changed()
                } else {
                    failed("nothing_to_take_back", "")
                }
            }
            Ask::Attribution { filter } => {
                Answer::Attribution { view: Box::new(attribution_view(&self.asked(&filter))) }
            }
            Ask::Return { filter } => Answer::Return { view: Box::new(return_view(&self.asked(&filter))) },
            Ask::SetReturnRules { rules } => {
                self.workspace.definitions.returns = rules.bounded();
                self.changed()
            }
            Ask::Pipeline { filter } => match pipeline_view(&self.asked(&filter)) {
                Some(view) => Answer::Pipeline { view: Box::new(view) },
                None => failed("no_such_metric", ""),
            },
            Ask::Goals { filter } => {
                let can_undo = !self.before_plans.is_empty();
                let view = goals_view(&self.workspace, &self.asked(&filter), can_undo);
                Answer::Goals { view: Box::new(view) }
            }
            Ask::ChangeGoals { change } => self.change_goals(&change),
            Ask::UndoPlan => self.undo_plan(),
            Ask::BeforeAfter { id, filter, day, weeks, variant } => match metric(&id) {
                Some(metric) => {
                    let asked = self.asked(&filter);
                    let view = before_after_view(&asked, metric, day, weeks, variant.as_deref());
                    Answer::BeforeAfter { view: Box::new(view) }
                }
                None => failed("no_such_metric", &id),
            },
            Ask::Programme { filter } => self.programme(&filter),
            Ask::ChangeProgramme { change } => self.change_programme(&change),
            Ask::ShowPlatformEvents { on } => self.show_platform_events(on),
            Ask::Content { filter, clicks } => {
                let view = content_view(&self.workspace, &self.asked(&filter), clicks);
                Answer::Content { view: Box::new(view) }
            }
            Ask::Report { filter } => {
                Answer::Report { view: Box::new(report_view(&self.workspace, &self.asked(&filter))) }
            }
            Ask::ChangeReport { change } => self.change_report(change),
            Ask::Slides { filter } => {
                Answer::Slides { view: Box::new(slides_view(&self.workspace, &self.asked(&filter))) }
            }
            // Only as bytes is an answer without names (`masking`).
            Ask::Masked { .. } => failed("question", ""),
            Ask::Choices => Answer::Choices { choices: choices(&self.asked(&Filter::default())) },
            Ask::ChangeContent { change } => self.change_content(change),
            Ask::UndoContent => match self.before_content.pop() {
                Some((rules, tags)) => {
                    self.workspace.definitions.content = rules;
                    self.workspace.tags = tags;
                    self.changed()
                }
                None => failed("nothing_to_undo", ""),
            },
            Ask::TalkHours { filter, window, in_business_hours } => {
                let asked = self.asked(&filter);
                let view = talk_hours_view(&self.workspace, &asked, &window, in_business_hours);
                Answer::TalkHours { view: Box::new(view) }
            }
            Ask::Talks { filter } => {
                Answer::Talks { view: Box::new(talks_view(&self.workspace, &self.asked(&filter))) }
            }
            Ask::Friends { filter, weeks } => {
                Answer::Friends { view: friends_view(&self.asked(&filter), weeks) }
            }
            Ask::SetTalkRules { rules } => {
                rules.apply(&mut self.workspace.definitions);
                self.settle_zone();
                self.changed()
            }
            Ask::Person { filter, profile, name } => {
                Answer::Person { view: Box::new(person_view(&self.asked(&filter), &profile, &name)) }
            }
            Ask::OwnScores { filter } => {
                let view = own_scores(&self.workspace, &self.asked(&filter));
                Answer::OwnScores { view: Box::new(view) }
            }
            Ask::TryOwn { filter, metric } => {
                Answer::OwnScores { view: Box::new(own_try(&self.asked(&filter), &metric)) }
            }
            Ask::OwnMetric { name, filter, by, over } => {
                let asked = self.asked(&filter);
                match own_view(&self.workspace, &asked, &name, by) {
                    Some(view) => Answer::Metric { view: Box::new(lay_over(&asked, view, over.as_deref())) },
                    None => failed("no_such_metric", &name),
                }
            }
            Ask::OwnRows { name, filter, which } => {
                match own_rows(&self.workspace, &self.asked(&filter), &name, which) {
                    Some(list) => Answer::Rows { list },
                    None => failed("no_such_metric", &name),
                }
            }
            Ask::SetOwn { metrics } => {
                self.workspace.definitions.own = metrics;
                Answer::Changed
            }
            Ask::Benchmarks { filter } => self.benchmarks(&filter),
            Ask::ChangeBenchmarks { change } => self.change_benchmarks(&change),
            Ask::UndoBenchmarks => self.undo_benchmarks(),
            Ask::Glossary => Answer::Glossary { entries: glossary() },
            Ask::Leads { filter } => {
                Answer::Leads { view: Box::new(leads_view(&self.workspace, &self.asked(&filter))) }
            }
            Ask::SetLeads { rules, limits } => self.set_leads(rules, limits),
            Ask::UndoLeads => self.undo_leads(),
            Ask::Settle { all } => self.settle(all),
            Ask::UndoSettled => self.undo_settled(),
            Ask::Funnel { filter } => {
                Answer::Funnel { view: Box::new(funnel_view(&self.workspace, &self.asked(&filter))) }
            }
            Ask::Delay { filter } => Answer::Delay { view: Box::new(delay_view(&self.asked(&filter))) },
            Ask::Honesty { filter } => Answer::Honesty { view: Box::new(honesty_view(&self.asked(&filter))) },
            Ask::Pick { file, table, thing, word } => {
                self.staging.pick(&file, table, &thing, word as usize);
                self.staged()
            }
            Ask::Network { filter } => {
                Answer::Network { view: Box::new(network_view(&self.workspace, &self.asked(&filter))) }
            }
            Ask::Ssi { filter, high_from } => {
                Answer::Ssi { view: Box::new(ssi_view(&self.workspace, &self.asked(&filter), high_from)) }
            }
            Ask::Referrals { filter, company } => {
                let view = referrals_view(&self.workspace, &self.asked(&filter), company.as_deref());
                Answer::Referrals { view: Box::new(view) }
            }
            Ask::ChangeNotes { change } => self.note(&change),
            Ask::UndoNotes => match self.before_notes.pop() {
                Some(notes) => {
                    self.workspace.notes = notes;
                    self.noted()
                }
                None => failed("nothing_to_undo", ""),
            },
        }
    }

    pub(super) fn changed(&mut self) -> Answer {
        self.staging.workspace_changed();
        self.facts = self.workspace.facts();
        Answer::Changed
    }

    fn left_out(&self, file: &str) -> Answer {
        let imported = self.workspace.files.values().map(|record| &record.summary);
        match self
            .staging
            .summary(file)
            .or_else(|| imported.into_iter().rev().find(|summary| summary.file == file))
        {
            Some(summary) => {
                let stem = file.rsplit('/').next().unwrap_or(file);
                Answer::File { name: format!("left-out-{stem}.csv"), text: left_out_csv(summary) }
            }
            None => failed("no_such_file", file),
        }
    }
}

pub(super) fn failed(code: &str, detail: &str) -> Answer {
    Answer::Failed { failure: Failure { code: code.to_owned(), detail: detail.to_owned() } }
}
