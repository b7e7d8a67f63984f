//! The disposable reader of files.

use js_sys::{Array, Date, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, FileReaderSync};

use super::{listen_with, refuse, reply, tell};
use crate::engine::FileReader;
use crate::engine::reading::Files;
use crate::views::{ImportAnswer, ImportAsk, unpack};

/// Files are copied into the program piece by piece, so that they are never held twice.
const PIECE_BYTES: usize = 8 << 20;

/// Progress is told at most this often.
const PROGRESS_MILLIS: f64 = 100.0;

/// Reads files until the page ends it.
///
/// # Errors
/// When this is no worker.
pub fn listen() -> Result<(), JsValue> {
    let mut reader = FileReader::<Handles>::in_pieces(PIECE_BYTES);
    listen_with(move |scope, id, question, message| match unpack::<ImportAsk>(question) {
        Ok(question) => {
            let files: Array = Reflect::get(message, &"files".into())?.dyn_into().unwrap_or_default();
            let mut last_told = 0.0;
            let mut progress = |step: ImportAnswer| {
                let now = Date::now();
                if now - last_told >= PROGRESS_MILLIS {
                    last_told = now;
                    // Progress that cannot be told is no reason to stop reading.
                    let _ = tell(scope, id, &step);
                }
            };
            let (answer, bytes) = reader.answer(question, Handles::new(&files), &mut progress);
            reply(scope, id, &answer, &bytes)
        }
        Err(error) => refuse(scope, id, &error),
    })
}

/// The browser's file handles.
struct Handles(Vec<File>);

impl Handles {
    fn new(files: &Array) -> Handles {
        Handles(files.iter().filter_map(|file| file.dyn_into().ok()).collect())
    }
}

impl Files for Handles {
    fn names(&self) -> Vec<String> {
        self.0.iter().map(File::name).collect()
    }

    fn size(&self, at: usize) -> Option<u64> {
        // The browser counts in numbers that hold every whole one up to 2^53.
        self.0.get(at).map(|file| file.size() as u64)
    }

    fn fill(&self, at: usize, start: u64, piece: &mut [u8]) -> Option<usize> {
        let reader = FileReaderSync::new().ok()?;
        let (start, end) = (start as f64, start as f64 + piece.len() as f64);
        let slice = self.0.get(at)?.slice_with_f64_and_f64(start, end).ok()?;
        let bytes = Uint8Array::new(&reader.read_as_array_buffer(&slice).ok()?.into());
        let there = (bytes.length() as usize).min(piece.len());
        bytes.subarray(0, there as u32).copy_to(piece.get_mut(..there)?);
        Some(there)
    }
}
