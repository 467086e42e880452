//! Numbers for readers.

use tera::{Error, Kwargs, State, TeraResult, Value};

/// Most decimals that are shown.
const MAX_DECIMALS: usize = 12;

/// How a language writes numbers: between groups of three digits, before decimals, and the least number of digits
/// before the first group (Unicode CLDR).
type Marks = (&'static str, &'static str, usize);

fn marks(language: &str) -> Marks {
    match language.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "" | "en" | "he" | "ja" | "ko" | "th" | "zh" => (",", ".", 1),
        "da" | "de" | "el" | "id" | "it" | "nl" | "ro" | "tr" => (".", ",", 1),
        "pt" => (".", ",", if language.eq_ignore_ascii_case("pt-PT") { 2 } else { 1 }),
        "es" => (".", ",", 2),
        "fr" => ("\u{202f}", ",", 1),
        "cs" | "fi" | "nb" | "nn" | "no" | "ru" | "sk" | "sv" | "uk" => ("\u{a0}", ",", 1),
        "bg" | "pl" => ("\u{a0}", ",", 2),
        _ => ("", ".", 1),
    }
}

/// `12345.6 | number(decimals=1)`: digits in groups, as the language of the site writes them.
pub(super) fn number(value: &Value, arguments: Kwargs, state: &State) -> TeraResult<String> {
    let decimals = arguments.get::<usize>("decimals")?;
    let site = state.get::<Value>("site")?.unwrap_or_else(Value::none);
    let language = arguments.get::<&str>("language")?.or(super::field(&site, "language")).unwrap_or_default();
    let digits = match (value.as_i128(), value.as_f64(), decimals.map(|decimals| decimals.min(MAX_DECIMALS))) {
        (Some(whole), _, None | Some(0)) => whole.to_string(),
        (_, Some(number), Some(decimals)) if number.is_finite() => format!("{number:.decimals$}"),
        (_, Some(number), None) if number.is_finite() => number.to_string(),
        _ => return Err(Error::message(format!("`number` wants a number, found {}", super::named(value)))),
    };
    Ok(written(&digits, marks(language)))
}

fn written(digits: &str, (group, point, least): Marks) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("\u{2212}", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = sign.to_owned();
    let grouped = whole.len() >= 3 + least;
    for (i, digit) in whole.char_indices() {
        if grouped && i > 0 && (whole.len() - i) % 3 == 0 {
            text.push_str(group);
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push_str(point);
        text.push_str(decimals);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups_as_the_language_has_them() {
        let of = |digits, language| written(digits, marks(language));
        assert_eq!(of("1234567.5", "en-GB"), "1,234,567.5");
        assert_eq!(of("-1234", "de"), "\u{2212}1.234");
        assert_eq!((of("1234", "es"), of("12345", "es")), ("1234".to_owned(), "12.345".to_owned()));
        assert_eq!(of("12345", "fr"), "12\u{202f}345");
        assert_eq!(of("12345", "cy"), "12345");
        assert_eq!(of("999", "en"), "999");
    }
}
