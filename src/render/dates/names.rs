//! How languages name days and months, and how they write dates (Unicode CLDR).

/// The names of one language.
#[derive(Debug)]
pub(super) struct Names {
    /// BCP 47, without region.
    pub(super) code: &'static str,
    /// As they stand beside a day.
    pub(super) months: [&'static str; 12],
    pub(super) short_months: [&'static str; 12],
    /// From Monday.
    pub(super) weekdays: [&'static str; 7],
    /// How a day is written, and a month of a year.
    pub(super) day: &'static str,
    /// A day without its year.
    pub(super) short_day: &'static str,
    pub(super) month: &'static str,
    /// The ending that a month loses where it stands without a day.
    pub(super) ending: &'static str,
}

/// Every language that is known, English first.
pub(super) const LANGUAGES: &[Names] = &[
    Names {
        code: "en",
        months: words("January February March April May June July August September October November December"),
        short_months: words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
        weekdays: words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
        day: "%-d %B %Y",
        short_day: "%-d %b",
        month: "%B %Y",
        ending: "",
    },
    Names {
        code: "de",
        months: words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        short_months: words("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
        weekdays: words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
        day: "%-d. %B %Y",
        short_day: "%-d. %b",
        month: "%B %Y",
        ending: "",
    },
    Names {
        code: "fr",
        months: words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        short_months: words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
        weekdays: words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
        day: "%-d %B %Y",
        short_day: "%-d %b",
        month: "%B %Y",
        ending: "",
    },
    Names {
        code: "es",
        months: words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        short_months: words("ene feb mar abr may jun jul ago sept oct nov dic"),
        weekdays: words("lunes martes miércoles jueves viernes sábado domingo"),
        day: "%-d de %B de %Y",
        short_day: "%-d de %b",
        month: "%B de %Y",
        ending: "",
    },
    Names {
        code: "pt",
        months: words("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
        short_months: words("jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez."),
        weekdays: words("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
        day: "%-d de %B de %Y",
        short_day: "%-d de %b",
        month: "%B de %Y",
        ending: "",
    },
    Names {
        code: "it",
        months: words("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
        short_months: words("gen feb mar apr mag giu lug ago set ott nov dic"),
        weekdays: words("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
        day: "%-d %B %Y",
        short_day: "%-d %b",
        month: "%B %Y",
        ending: "",
    },
    Names {
        code: "nl",
        months: words("januari februari maart april mei juni juli augustus september oktober november december"),
        short_months: words("jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec."),
        weekdays: words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
        day: "%-d %B %Y",
        short_day: "%-d %b",
        month: "%B %Y",
        ending: "",
    },
    Names {
        code: "sv",
        months: words("januari februari mars april maj juni juli augusti september oktober november december"),
        short_months: words("jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec."),
        weekdays: words("måndag tisdag onsdag torsdag fredag lördag söndag"),
        day: "%-d %B %Y",
        short_day: "%-d %b",
        month: "%B %Y",
        ending: "",
    },
    Names {
        code: "da",
        months: words("januar februar marts april maj juni juli august september oktober november december"),
        short_months: words("jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec."),
        weekdays: words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
        day: "%-d. %B %Y",
        short_day: "%-d. %b",
        month: "%B %Y",
        ending: "",
    },
    Names {
        code: "nb",
        months: words("januar februar mars april mai juni juli august september oktober november desember"),
        short_months: words("jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des."),
        weekdays: words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
        day: "%-d. %B %Y",
        short_day: "%-d. %b",
        month: "%B %Y",
        ending: "",
    },
    Names {
        code: "fi",
        months: words(
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta \
             marraskuuta joulukuuta",
        ),
        short_months: words(
            "tammik. helmik. maalisk. huhtik. toukok. kesäk. heinäk. elok. syysk. lokak. marrask. jouluk.",
        ),
        weekdays: words("maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai"),
        day: "%-d. %B %Y",
        short_day: "%-d. %b",
        month: "%B %Y",
        ending: "ta",
    },
];

/// The words between the blanks, at compile time.
const fn words<const N: usize>(text: &'static str) -> [&'static str; N] {
    let (mut words, mut rest, mut i) = ([""; N], text, 0);
    while i < N {
        let bytes = rest.as_bytes();
        let mut end = 0;
        while end < bytes.len() && bytes[end] != b' ' {
            end += 1;
        }
        let (word, after) = rest.split_at(end);
        words[i] = word;
        rest = if after.is_empty() { after } else { after.split_at(1).1 };
        i += 1;
    }
    assert!(rest.is_empty(), "too many words");
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_every_month_and_day() {
        for names in LANGUAGES {
            let all = names.months.iter().chain(&names.short_months).chain(&names.weekdays);
            assert!(all.clone().all(|name| name.len() >= 3 && name.ends_with(names_end)), "{}", names.code);
            assert!(names.months.iter().all(|month| month.ends_with(names.ending)), "{}", names.code);
        }
    }

    fn names_end(c: char) -> bool {
        c.is_alphabetic() || c == '.'
    }
}
