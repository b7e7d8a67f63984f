//! Drawing in turns: charts and the sections of a long page wait in one line, and each frame draws as many as leave the
//! browser time for the rest. Drawn all at once they would hold it up, at first and at each change.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use leptos::prelude::*;

/// How long drawing may take in a frame, in milliseconds. A frame has 16, of which the browser needs some.
const BUDGET_MS: f64 = 8.0;

/// What waits to be drawn.
struct Waiting {
    turn: Turn,
    /// Whether it has a frame to itself: what it changes is built after the call, so its time cannot be taken.
    is_alone: bool,
    draw: Box<dyn FnOnce()>,
}

thread_local! {
    static LINE: RefCell<VecDeque<Waiting>> = const { RefCell::new(VecDeque::new()) };
    static LAST: Cell<u32> = const { Cell::new(0) };
    static IS_CALLED: Cell<bool> = const { Cell::new(false) };
}

/// The place of a chart or a page in the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn(u32);

impl Turn {
    /// A place of its own; nothing waits yet.
    pub fn next_free() -> Turn {
        LAST.set(LAST.get().wrapping_add(1));
        Turn(LAST.get())
    }

    /// Waits to draw something on a canvas. What waited here before is out of date and goes.
    pub fn take(self, draw: impl FnOnce() + 'static) {
        self.wait(false, Box::new(draw));
    }

    /// Calls `step` in frames of its own for as long as it answers that there is more to do. What waited here before
    /// goes.
    pub fn step_by_step(self, mut step: impl FnMut() -> bool + 'static) {
        let draw = move || {
            if step() {
                self.step_by_step(step);
            }
        };
        self.wait(true, Box::new(draw));
    }

    fn wait(self, is_alone: bool, draw: Box<dyn FnOnce()>) {
        LINE.with_borrow_mut(|line| match line.iter_mut().find(|waiting| waiting.turn == self) {
            Some(known) => known.draw = draw,
            None => line.push_back(Waiting { turn: self, is_alone, draw }),
        });
        call();
    }

    /// Nothing is to be drawn here any longer.
    pub fn leave(self) {
        LINE.with_borrow_mut(|line| line.retain(|waiting| waiting.turn != self));
    }
}

/// Has drawing begin after the next frame, which has its own work: an answer changes the bars and the head too.
fn call() {
    if !IS_CALLED.replace(true) {
        say_busy(true);
        request_animation_frame(go_on);
    }
}

/// Has the next frame draw.
fn go_on() {
    request_animation_frame(draw_some);
}

/// Draws what there is time for, one at least.
fn draw_some() {
    let start = now();
    let mut is_first = true;
    // Taken out before it draws, which may have something else wait.
    while let Some(next) = LINE.with_borrow_mut(|line| line.pop_front_if(|next| is_first || !next.is_alone)) {
        (next.draw)();
        is_first = false;
        if next.is_alone || now() - start > BUDGET_MS {
            break;
        }
    }
    if LINE.with_borrow(VecDeque::is_empty) {
        IS_CALLED.set(false);
        say_busy(false);
    } else {
        go_on();
    }
}

/// Tells a screen reader that the page is not whole yet. Where that cannot be set it reads what there is.
fn say_busy(is_busy: bool) {
    let Ok(Some(main)) = document().query_selector("main") else { return };
    let _ =
        if is_busy { main.set_attribute("aria-busy", "true") } else { main.remove_attribute("aria-busy") };
}

fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Draws a section of a page.
pub type Section = Box<dyn Fn() -> AnyView + Send>;

/// Sections as [`in_turn`] takes them: expressions that are drawn when their turn comes. After `view =>` each is given
/// what the signal `view` holds then.
macro_rules! sections {
    ($view:ident => $($section:expr),+ $(,)?) => {
        $crate::ui::turns::sections![$($view.with_untracked(|$view| leptos::prelude::IntoAny::into_any($section))),+]
    };
    ($($section:expr),+ $(,)?) => {
        vec![$(Box::new(move || leptos::prelude::IntoAny::into_any($section)) as $crate::ui::turns::Section),+]
    };
}
pub(crate) use sections;

/// Sections from above to below, the first at once, the others in turn. Whenever something that `due` reads changes,
/// they are drawn anew in the same way; until its turn comes a section stands as it was, so that the page keeps its
/// length. Sections that follow their data by themselves leave `due` empty.
pub fn in_turn(due: impl Fn() + 'static, sections: Vec<Section>) -> AnyView {
    let drawn: Vec<RwSignal<u32>> = sections.iter().map(|_| RwSignal::new(0)).collect();
    let turns = StoredValue::new(drawn.clone());
    let turn = Turn::next_free();
    on_cleanup(move || turn.leave());
    Effect::new(move |_| {
        due();
        let mut next = 0;
        let mut step = move || {
            let found = turns.with_value(|turns| turns.get(next).copied());
            next += 1;
            let Some(drawn) = found else { return false };
            drawn.update(|times| *times = times.wrapping_add(1));
            true
        };
        if step() {
            turn.step_by_step(step);
        }
    });
    let one = |(drawn, section): (RwSignal<u32>, Section)| {
        (move || (drawn.get() > 0).then(|| untrack(&section))).into_any()
    };
    drawn.into_iter().zip(sections).map(one).collect_view().into_any()
}
