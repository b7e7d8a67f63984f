//! How questions and answers travel: as bytes that name no field and no variant.
//!
//! Both programs are of one build, so nothing has to be told twice. Reading them takes a fraction of the
//! time that JSON takes, and of the code.

use serde::{Serialize, de::DeserializeOwned};

/// A message that is not ours.
pub type Garbled = postcard::Error;

/// A question or an answer as bytes.
///
/// # Errors
/// When it holds something whose length is not known beforehand.
pub fn pack<T: Serialize>(message: &T) -> Result<Vec<u8>, Garbled> {
    postcard::to_allocvec(message)
}

/// A question or an answer from its bytes.
///
/// # Errors
/// When they are not of this build.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Garbled> {
    postcard::from_bytes(bytes)
}
