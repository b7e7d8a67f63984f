//! CRC-32 (IEEE 802.3, reflected polynomial 0xEDB88320), to tell a damaged save from a whole one.
//!
//! It finds every single flipped bit and every burst up to 32 bits; it is no defence against forgery.

const TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    let mut table = [0_u32; 256];
    let mut slot = 0_usize;
    let mut byte = 0_u32;
    while slot < 256 {
        let mut crc = byte;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
            bit += 1;
        }
        table[slot] = crc;
        slot += 1;
        byte += 1;
    }
    table
}

/// The CRC-32 of the parts one after another, as if they were one text.
pub fn crc32(parts: &[&str]) -> u32 {
    let mut crc = u32::MAX;
    // Two plain loops: a save of megabytes is summed while the page waits.
    for part in parts {
        for &byte in part.as_bytes() {
            let [low, ..] = crc.to_le_bytes();
            // A u8 is always inside a table of 256.
            crc = (crc >> 8) ^ TABLE[usize::from(low ^ byte)];
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::crc32;
    use rstest::rstest;

    /// The check value of CRC-32/ISO-HDLC in the RevEng catalogue, and zlib's values for the others.
    #[rstest]
    #[case(&["123456789"], 0xCBF4_3926)]
    #[case(&["1234", "", "56789"], 0xCBF4_3926)]
    #[case(&[""], 0)]
    #[case(&["a"], 0xE8B7_BE43)]
    fn published_values(#[case] parts: &[&str], #[case] expected: u32) {
        assert_eq!(crc32(parts), expected);
    }
}
