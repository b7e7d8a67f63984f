//! Changing the quoted numbers.

use leptos::task::spawn_local;

use super::session::{Session, ToastAction};
use crate::metrics::BenchmarkChange;
use crate::store::Copies;
use crate::views::{Answer, Ask};

impl Session {
    /// Makes a change of the quoted numbers and stores it.
    pub fn change_benchmarks(self, change: BenchmarkChange) {
        spawn_local(async move {
            match self.ask(&Ask::ChangeBenchmarks { change }).await {
                Answer::Changed => {
                    self.changed();
                    self.say(self.words().t("bench.said"), Some(ToastAction::UndoBenchmarks));
                    self.save(Copies::KeepTwo).await;
                }
                Answer::Failed { failure } => self.say_failure(&failure),
                _ => {}
            }
        });
    }

    /// Takes the last such change back.
    pub fn undo_benchmarks(self) {
        self.tell(Ask::UndoBenchmarks);
    }
}
