//! Small numbers from a seed (splitmix64), the same on every machine. For invented people only, never for secrets.

pub(in crate::demo) struct Draw(u64);

impl Draw {
    pub(in crate::demo) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Evenly from 0 up to but without `end`; 0 when `end` is 0.
    pub(in crate::demo) fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let drawn = (z ^ (z >> 31)) >> 32;
        ((drawn * u64::from(end)) >> 32) as u32
    }

    pub(super) fn of<'a>(&mut self, list: &'a [String]) -> &'a str {
        list.get(self.below(list.len() as u32) as usize).map_or("", String::as_str)
    }
}
