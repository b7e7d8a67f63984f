//! All seven models of credit with their intervals over 10,000 paths of 12 channels: `cargo bench --bench attribution`.

use std::time::Instant;

use rapport::stats::{CreditRules, Random, Walk, court, court_resamples};

const PATHS: usize = 10_000;
const CHANNELS: u32 = 12;

fn main() {
    let mut random = Random::new(1);
    let walks: Vec<Walk> = (0..PATHS)
        .map(|_| {
            let steps: Vec<u32> = (0..1 + random.below(8)).map(|_| random.below(CHANNELS)).collect();
            let converts = random.below(3) == 0;
            Walk {
                ages: (0..steps.len()).rev().map(|step| step as f64 * 3.5).collect(),
                steps,
                conversions: if converts { 1.0 } else { 0.0 },
                value: converts.then(|| f64::from(random.below(5_000_000))),
                nulls: if converts { 0.0 } else { 1.0 },
            }
        })
        .collect();
    let social: Vec<bool> = (0..CHANNELS).map(|channel| channel < 3).collect();
    for (name, resamples) in
        [("without intervals", 0), ("with intervals", court_resamples(&walks, social.len()))]
    {
        let start = Instant::now();
        let held = court(&walks, &social, &CreditRules::default(), resamples, 1);
        let milliseconds = start.elapsed().as_secs_f64() * 1_000.0;
        println!(
            "{PATHS} paths, {CHANNELS} channels, {} models, {resamples} resamples, {name}: {milliseconds:.0} ms",
            held.models.len()
        );
    }
}
