//! Reading and writing the weight files: little-endian base-128 numbers, no alignment, no dependencies.

/// Why a weight file cannot be read. Embedded files are tested, so users never meet this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl std::fmt::Display for Damaged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the weight file is damaged")
    }
}

impl std::error::Error for Damaged {}

/// A cursor over a weight file.
#[derive(Debug)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader(bytes)
    }

    /// The next `n` bytes.
    #[inline]
    pub fn take(&mut self, n: usize) -> Result<&'a [u8], Damaged> {
        let (head, tail) = self.0.split_at_checked(n).ok_or(Damaged)?;
        self.0 = tail;
        Ok(head)
    }

    /// The next byte.
    #[inline]
    pub fn byte(&mut self) -> Result<u8, Damaged> {
        let (&first, rest) = self.0.split_first().ok_or(Damaged)?;
        self.0 = rest;
        Ok(first)
    }

    /// The next number of up to 32 bits.
    #[inline]
    pub fn number(&mut self) -> Result<u32, Damaged> {
        let mut value = 0u32;
        for (at, &b) in self.0.iter().take(5).enumerate() {
            value |= u32::from(b & 127) << (7 * at);
            if b < 128 {
                self.0 = &self.0[at + 1..];
                return Ok(value);
            }
        }
        Err(Damaged)
    }
}

/// Appends a number, seven bits a byte, low bits first.
pub fn write_number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 128 {
        out.push(value as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back() {
        let numbers = [0, 1, 127, 128, 300, u32::MAX];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|&n| write_number(&mut bytes, n));
        let mut r = Reader::new(&bytes);
        numbers.iter().for_each(|&n| assert_eq!(r.number(), Ok(n)));
        assert_eq!(r.byte(), Err(Damaged));
    }

    #[test]
    fn endless_numbers_are_refused() {
        assert_eq!(Reader::new(&[255; 9]).number(), Err(Damaged));
    }
}
