//! What stands around a chart that leaves the page as a file: lines of text broken to its width, and the file's name.

/// A text in lines no wider than `width`, as `measure` measures them. Broken at blanks; a word that is wider than a
/// line, and text of scripts that write without blanks, between any two letters.
pub fn wrapped(text: &str, width: f64, measure: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if measure(&longer) <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if measure(&line) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The name of a file: what the chart shows and the day it was saved. Letters of every script stay; all else becomes
/// a hyphen, so that no system refuses it.
pub fn file_name(name: &str, day: &str, extension: &str) -> String {
    let words: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let stem = if words.is_empty() { "chart".to_owned() } else { words.join("-") };
    let stem: String = stem.chars().take(80).collect();
    format!("{stem}-{day}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> f64 {
        text.chars().count() as f64
    }

    #[test]
    fn lines_break_at_blanks() {
        assert_eq!(wrapped("two  words here", 9.0, letters), ["two words", "here"]);
        assert!(wrapped("  ", 9.0, letters).is_empty());
    }

    #[test]
    fn what_has_no_blanks_breaks_between_letters() {
        assert_eq!(wrapped("一二三四五", 2.0, letters), ["一二", "三四", "五"]);
        assert_eq!(wrapped("a longest b", 4.0, letters), ["a", "long", "est", "b"]);
        // Narrower than a letter: a letter a line, and it ends.
        assert_eq!(wrapped("ab", 0.5, letters), ["a", "b"]);
    }

    #[test]
    fn files_are_named_by_what_they_show() {
        assert_eq!(
            file_name("Answered within 24 h", "2026-11-22", "svg"),
            "answered-within-24-h-2026-11-22.svg"
        );
        assert_eq!(file_name("الردود/اليوم", "2026-11-22", "png"), "الردود-اليوم-2026-11-22.png");
        assert_eq!(file_name("…", "2026-11-22", "png"), "chart-2026-11-22.png");
    }
}
