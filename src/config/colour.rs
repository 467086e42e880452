//! Colours: how they are written, and whether they can be read.

use std::fmt;

/// Backgrounds of the built-in style sheet that text in the accent colour stands on; a test holds them to it.
pub(crate) const LIGHT: [Colour; 2] = [Colour([0xfc, 0xfb, 0xf8]), Colour([0xf2, 0xee, 0xe6])];
pub(crate) const DARK: [Colour; 2] = [Colour([0x17, 0x16, 0x14]), Colour([0x21, 0x1f, 0x1c])];

/// Least contrast of text, as WCAG 2 demands at level AA.
pub(crate) const ENOUGH: f64 = 4.5;

/// Red, green and blue in sRGB; shown as `#9b2c1f`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#9b2c1f` or `#92f`; else says what is wanted.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let wanted = || format!("a colour such as `\"#9b2c1f\"`, found `{text}`");
        let digits = text.strip_prefix('#').ok_or_else(wanted)?;
        let digits: Vec<u8> = digits.chars().map_while(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
        match digits[..] {
            [r, g, b] if text.len() == 4 => Ok(Self([r * 17, g * 17, b * 17])),
            [r, s, g, h, b, c] if text.len() == 7 => Ok(Self([r * 16 + s, g * 16 + h, b * 16 + c])),
            _ => Err(wanted()),
        }
    }

    /// The contrast of two colours by WCAG 2, from 1 to 21.
    pub(crate) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The least contrast with any of the backgrounds.
    pub(crate) fn least_contrast(self, backgrounds: &[Self]) -> f64 {
        backgrounds.iter().map(|background| self.contrast(*background)).fold(f64::INFINITY, f64::min)
    }

    /// The nearest tone that can be read on the backgrounds, which are all light or all dark: the colour itself, or it
    /// with as much black or white as that takes.
    pub(crate) fn readable_on(self, backgrounds: &[Self]) -> Self {
        let is_light = backgrounds.iter().all(|background| background.luminance() > 0.18);
        let target = if is_light { 0 } else { 255 };
        let tones = (0..=100).map(|percent| self.mixed(target, percent));
        tones.into_iter().find(|tone| tone.least_contrast(backgrounds) >= ENOUGH).unwrap_or(Self([target; 3]))
    }

    fn mixed(self, other: u8, percent: u32) -> Self {
        let mix = |own: u8| ((u32::from(own) * (100 - percent) + u32::from(other) * percent + 50) / 100) as u8;
        Self(self.0.map(mix))
    }

    /// Relative luminance of WCAG 2, from 0 to 1.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn colours_are_read_in_both_lengths_and_nothing_else() {
        assert_eq!(colour("#9b2c1f").to_string(), "#9b2c1f");
        assert_eq!(colour("#92F").to_string(), "#9922ff");
        for bad in ["", "#", "9b2c1f", "#9b2c1", "#9b2c1g", "red", "#éa", "#12345é"] {
            assert!(Colour::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert_eq!(colour("#fff").contrast(colour("#000")), 21.0);
        assert!((colour("#777").contrast(colour("#fff")) - 4.48).abs() < 0.01);
    }

    #[test]
    fn a_tone_is_changed_no_more_than_it_must_be() {
        assert_eq!(colour("#9b2c1f").readable_on(&LIGHT), colour("#9b2c1f"));
        for text in ["#ffcc00", "#9b2c1f", "#000", "#fff", "#777", "#00f"] {
            for backgrounds in [LIGHT, DARK] {
                let tone = colour(text).readable_on(&backgrounds);
                assert!(tone.least_contrast(&backgrounds) >= ENOUGH, "{text} became {tone}");
                assert!(
                    tone == colour(text) || tone.least_contrast(&backgrounds) < ENOUGH + 0.5,
                    "{text} became {tone}"
                );
            }
        }
    }
}
