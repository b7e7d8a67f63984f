//! The page: mounts the app.

fn main() {
    rapport::ui::start();
}
