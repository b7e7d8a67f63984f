//! The disposable reader of files.

use js_sys::{Array, Date, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, FileReaderSync};

use super::{listen_with, refuse, reply, tell};
use crate::engine::FileReader;
use crate::engine::reading::Files;
use crate::views::{ImportAnswer, ImportAsk, unpack};

/// Files are copied into the program piece by piece, so that they are never held twice.
const PIECE_BYTES: f64 = 8_388_608.0;

/// Progress is told at most this often.
const PROGRESS_MILLIS: f64 = 100.0;

/// Reads files until the page ends it.
///
/// # Errors
/// When this is no worker.
pub fn listen() -> Result<(), JsValue> {
    let mut reader = FileReader::<Handles>::default();
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

    fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        let file = self.0.iter().find(|file| file.name() == name)?;
        let reader = FileReaderSync::new().ok()?;
        let size = file.size();
        let mut bytes = Vec::new();
        // A size beyond the program's memory is refused here and not by an abort.
        bytes.try_reserve_exact(size as usize).ok()?;
        let mut at = 0.0;
        while at < size {
            let piece = file.slice_with_f64_and_f64(at, (at + PIECE_BYTES).min(size)).ok()?;
            let piece = Uint8Array::new(&reader.read_as_array_buffer(&piece).ok()?.into());
            let start = bytes.len();
            bytes.resize(start + piece.length() as usize, 0);
            piece.copy_to(bytes.get_mut(start..)?);
            at += PIECE_BYTES;
        }
        Some(bytes)
    }
}
