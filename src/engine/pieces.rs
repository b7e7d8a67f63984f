//! A file's bytes, copied in piece by piece, so that a file is never held twice.

use super::reading::Files;
use crate::intake::Cause;

/// Joins the pieces of a file. A file that cannot be read to the end that it had when it was begun is refused:
/// what came before is not all of it.
///
/// # Errors
/// A file that cannot be read any more, that changed while it was read, or that is too large for the memory.
pub fn whole(files: &impl Files, at: usize, piece_bytes: usize) -> Result<Vec<u8>, Cause> {
    let size_bytes = files.size(at).ok_or(Cause::Gone)?;
    let too_large = || Cause::TooLargeToHold { size_bytes };
    let size = usize::try_from(size_bytes).map_err(|_| too_large())?;
    let mut bytes = Vec::new();
    // A size beyond the program's memory is refused here and not by an abort.
    bytes.try_reserve_exact(size).map_err(|_| too_large())?;
    while bytes.len() < size {
        let start = bytes.len();
        bytes.resize(size.min(start.saturating_add(piece_bytes.max(1))), 0);
        let piece = bytes.get_mut(start..).unwrap_or_default();
        let wanted = piece.len();
        match files.fill(at, u64::try_from(start).unwrap_or(u64::MAX), piece) {
            Some(filled) if filled == wanted => {}
            Some(_) => return Err(Cause::Changed),
            None => return Err(Cause::Gone),
        }
    }
    if files.size(at) == Some(size_bytes) { Ok(bytes) } else { Err(Cause::Changed) }
}

/// Names by which files can be told apart: of two `download.csv` from two folders the second is
/// `download (2).csv`, as a browser would have named it in one.
pub fn told_apart(names: Vec<String>) -> Vec<String> {
    let mut apart: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        let (stem, extension) = match name.rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => (stem, format!(".{extension}")),
            _ => (name.as_str(), String::new()),
        };
        let numbered = (2u32..).map(|number| format!("{stem} ({number}){extension}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !apart.contains(name));
        apart.extend(free);
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    /// A file that is `size` long when it is asked, and later `later`; read up to `stays` bytes.
    struct Odd {
        sizes: RefCell<Vec<u64>>,
        stays: u64,
        fails: bool,
    }

    impl Files for Odd {
        fn names(&self) -> Vec<String> {
            vec!["f".into()]
        }

        fn size(&self, _: usize) -> Option<u64> {
            let mut sizes = self.sizes.borrow_mut();
            if sizes.len() > 1 { Some(sizes.remove(0)) } else { sizes.first().copied() }
        }

        fn fill(&self, _: usize, start: u64, piece: &mut [u8]) -> Option<usize> {
            let there = usize::try_from(self.stays.saturating_sub(start)).unwrap().min(piece.len());
            piece[..there].fill(b'x');
            if self.fails && there < piece.len() { None } else { Some(there) }
        }
    }

    fn read(sizes: &[u64], stays: u64, fails: bool) -> Result<usize, Cause> {
        let odd = Odd { sizes: RefCell::new(sizes.to_vec()), stays, fails };
        whole(&odd, 0, 4).map(|bytes| bytes.len())
    }

    #[test]
    fn a_file_that_is_not_there_to_its_end_is_refused() {
        assert_eq!(read(&[10], 10, false), Ok(10));
        assert_eq!(read(&[0], 0, false), Ok(0));
        assert_eq!(read(&[10], 9, false), Err(Cause::Changed), "it shrank");
        assert_eq!(read(&[10, 12], 12, false), Err(Cause::Changed), "it grew");
        assert_eq!(read(&[10], 6, true), Err(Cause::Gone), "it was taken away");
        assert_eq!(read(&[], 6, true), Err(Cause::Gone), "it was never there");
    }

    #[test]
    fn files_of_one_name_are_told_apart() {
        let names = ["a.csv", "a.csv", "b", "a.csv", "b", "a (2).csv", ".csv", ".csv"];
        let apart = told_apart(names.map(str::to_owned).to_vec());
        let wanted = ["a.csv", "a (2).csv", "b", "a (3).csv", "b (2)", "a (2) (2).csv", ".csv", ".csv (2)"];
        assert_eq!(apart, wanted);
    }

    #[test]
    fn a_size_that_no_memory_holds_is_refused() {
        assert_eq!(read(&[1 << 62], 10, false), Err(Cause::TooLargeToHold { size_bytes: 1 << 62 }));
    }
}
