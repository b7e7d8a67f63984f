//! The colours of several series stay apart for every eye: with full sight, with each kind of colour blindness, and
//! in grey; and what colour cannot tell, dash and marker do.
//!
//! Sight: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
//! IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, matrices of severity 1.0, on linear sRGB.
//! Distance: OKLab (Ottosson 2020), times 100. Contrast: WCAG 2.2, relative luminance.

#![allow(clippy::expect_used, clippy::panic)]

use std::fs;

use rapport::charts::{Marker, dash_of_series};

type Rgb = [f64; 3];
type Matrix = [[f64; 3]; 3];

const LUMINANCE: Rgb = [0.2126, 0.7152, 0.0722];

/// A way of seeing, and how far apart two colours must be: any two, and any two of the first four, which most charts
/// have.
struct Sight {
    name: &'static str,
    matrix: Matrix,
    any: f64,
    first_four: f64,
}

const SIGHTS: [Sight; 5] = [
    Sight {
        name: "full sight",
        matrix: [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        any: ANY,
        first_four: FIRST_FOUR,
    },
    Sight {
        name: "protanopia",
        matrix: [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
        any: ANY,
        first_four: FIRST_FOUR,
    },
    Sight {
        name: "deuteranopia",
        matrix: [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
        any: ANY,
        first_four: FIRST_FOUR,
    },
    Sight {
        name: "tritanopia",
        matrix: [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
        any: ANY,
        first_four: FIRST_FOUR,
    },
    // Eight greys have little room; a print of four lines must do without a look at the legend.
    Sight { name: "grey", matrix: [LUMINANCE; 3], any: ANY_GREY, first_four: FIRST_FOUR_GREY },
];

const ANY: f64 = 9.0;
const FIRST_FOUR: f64 = 11.0;
const ANY_GREY: f64 = 3.0;
const FIRST_FOUR_GREY: f64 = 6.0;
/// Of graphics against what is beside them (WCAG 2.2, 1.4.11).
const CONTRAST: f64 = 3.0;

fn tokens() -> String {
    fs::read_to_string("style/tokens.css").expect("the tokens")
}

/// Both colours of a token: light and dark.
fn token(css: &str, name: &str) -> [Rgb; 2] {
    let rest = css.split(&format!("{name}: light-dark(")).nth(1).unwrap_or_else(|| panic!("no {name}"));
    let inside = rest.split(')').next().unwrap_or_default();
    let colours: Vec<Rgb> = inside.split(',').map(|hex| linear(hex.trim())).collect();
    <[Rgb; 2]>::try_from(colours).unwrap_or_else(|_| panic!("{name} is not two colours"))
}

/// `#rrggbb` in linear light.
fn linear(hex: &str) -> Rgb {
    [1, 3, 5].map(|at| {
        let byte = u8::from_str_radix(&hex[at..at + 2], 16).unwrap_or_else(|_| panic!("{hex}"));
        let share = f64::from(byte) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: &Matrix, colour: Rgb) -> Rgb {
    matrix.map(|row| row.iter().zip(colour).map(|(a, b)| a * b).sum())
}

fn ok_lab(colour: Rgb) -> Rgb {
    let cones = times(
        &[
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ],
        colour,
    );
    times(
        &[
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ],
        cones.map(f64::cbrt),
    )
}

/// How far apart two colours look to an eye.
fn distance(sight: &Sight, one: Rgb, other: Rgb) -> f64 {
    let seen = |colour: Rgb| ok_lab(times(&sight.matrix, colour).map(|channel| channel.clamp(0.0, 1.0)));
    let squares = seen(one).into_iter().zip(seen(other)).map(|(a, b)| (a - b) * (a - b));
    100.0 * squares.sum::<f64>().sqrt()
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |colour: Rgb| colour.iter().zip(LUMINANCE).map(|(a, b)| a * b).sum::<f64>() + 0.05;
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

#[test]
fn series_are_told_apart_by_every_eye() {
    let css = tokens();
    let categories: Vec<[Rgb; 2]> = (1..=8).map(|at| token(&css, &format!("--cat-{at}"))).collect();
    let mut wrong = Vec::new();
    for (theme, name) in ["light", "dark"].into_iter().enumerate() {
        for sight in &SIGHTS {
            for (at, one) in categories.iter().enumerate() {
                for (before, other) in categories.iter().enumerate().take(at) {
                    let apart = distance(sight, one[theme], other[theme]);
                    let least = if at < 4 { sight.first_four } else { sight.any };
                    if apart < least {
                        let (one, other) = (before + 1, at + 1);
                        wrong.push(format!("{name}, {}: {one} and {other} are {apart:.1} apart", sight.name));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_series_stands_out_from_the_page() {
    let css = tokens();
    let grounds = ["--paper", "--paper-sunk"].map(|ground| token(&css, ground));
    for at in 1..=8 {
        let category = token(&css, &format!("--cat-{at}"));
        for ground in grounds {
            for theme in 0..2 {
                let found = contrast(category[theme], ground[theme]);
                assert!(found >= CONTRAST, "--cat-{at}, theme {theme}: {found:.2}");
            }
        }
    }
}

#[test]
fn what_colour_cannot_tell_dash_and_marker_do() {
    let look = |at: usize| (dash_of_series(at), Marker::of_series(at));
    for at in 0..8 {
        for before in 0..at {
            assert_ne!(look(at), look(before), "{at} and {before}");
        }
    }
}

#[test]
fn the_sights_are_sights() {
    // A matrix with a wrong figure would lose white or grey: each keeps them.
    for sight in &SIGHTS {
        for row in sight.matrix {
            assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-4, "{}", sight.name);
        }
    }
    // Red and green of one luminance are far apart for a full sight and near for deuteranopia.
    let (red, green) = (linear("#c04030"), linear("#5a7d20"));
    assert!(distance(&SIGHTS[0], red, green) > 2.0 * distance(&SIGHTS[2], red, green));
    // Black and white: the whole scale of OKLab.
    assert!((distance(&SIGHTS[0], [0.0; 3], [1.0; 3]) - 100.0).abs() < 0.01);
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
}
