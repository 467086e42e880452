//! Words that keep their full stop, and words that betray whether a sentence begins after it.

/// What a full stop after a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name: never ends a sentence (`Mr.`, `Gen.`).
    Title,
    /// An abbreviation only before a number (`No. 10`, `Fig. 2`).
    Numbered,
    /// Ends a sentence if a word follows that often begins one (`U.S.`, `Inc.`, `Jan.`, `St.`).
    Either,
    /// Ends a sentence before any capital (`p.m.`, `etc.`).
    Closing,
    /// Never ends a sentence (`e.g.`, `vs.`).
    Never,
}

/// Words with white space between them.
struct List {
    words: &'static str,
    /// For each first byte the lengths of the words, a bit each: refuses nearly all words without a look at the list.
    lengths: [u16; 256],
}

impl List {
    const fn new(words: &'static str) -> Self {
        let bytes = words.as_bytes();
        let mut lengths = [0; 256];
        let (mut start, mut at) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at].is_ascii_whitespace() {
                if start < at {
                    lengths[bytes[start] as usize] |= Self::bit(at - start);
                }
                start = at + 1;
            }
            at += 1;
        }
        List { words, lengths }
    }

    const fn bit(length: usize) -> u16 {
        1 << if length < 15 { length } else { 15 }
    }

    fn contains(&self, word: &str) -> bool {
        let Some(&first) = word.as_bytes().first() else { return false };
        self.lengths[usize::from(first)] & Self::bit(word.len()) != 0
            && self.words.split_ascii_whitespace().any(|known| known == word)
    }
}

/// Looks up a word, given without its last full stop.
pub(super) fn lookup(word: &str) -> Option<Abbreviation> {
    use Abbreviation::{Closing, Either, Never, Numbered, Title};
    let lists = [(&TITLES, Title), (&EITHER, Either), (&NUMBERED, Numbered), (&CLOSING, Closing), (&NEVER, Never)];
    lists.into_iter().find(|(list, _)| list.contains(word)).map(|(_, kind)| kind)
}

/// The longest word of the lists, in bytes: anything longer need not be looked up.
pub(super) const LONGEST: usize = 8;

static TITLES: List = List::new(
    "Mr Mrs Ms Mx Dr Drs Prof Profs Gen Gens Sen Sens Rep Reps Gov Govs Lt Col Cols Capt Cpt Sgt Sgts \
    Maj Adm Cmdr Cdr Cpl Pvt Pfc Spc Brig Cmdt Rev Revd Hon Pres Fr Messrs Mme Mlle Supt Insp Det Amb Atty Cong Msgr Mgr \
    Mt Ft Hr Frl Dra Sra Srta Sig Ing Dott Lic Ven Sec Lieut Ald Asst Assoc Ph Hrn dhr mevr dott prof drs sig",
);
static EITHER: List = List::new(
    "St Ste Inc Ltd Corp Co Cos Bros Jr Sr Esq Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec \
    Mon Tue Tues Wed Thu Thur Thurs Fri Ave Blvd Rd Hwy Dept Univ Assn Assoc Ala Ariz Ark Calif Colo Conn Fla Ga Kan Ky \
    Md Mich Minn Mont Neb Nev Okla Penn Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta al Plc Pty Mfg Intl Natl Tel Mio \
     Mrd Ud Uds EE Kft Zrt ret est ft sq тыс млн млрд руб гг",
);
static NUMBERED: List = List::new(
    "No Nos Nr Art Arts Fig Figs Vol Vols Ch Sect Op Para pp p ch no nos nr fig figs vol art sec \
    núm pág págs num pag ca c kl tel ext cf Rs § п ст",
);
static CLOSING: List = List::new("etc usw ecc osv enz");
static NEVER: List = List::new("vs v viz approx bzw vgl evtl inkl bijv resp dvs incl им ул simp approx");

/// Whether a word with stops inside, given without its last stop, is built like `U.S`, `Ph.D`, `a.m`, `EE.UU`.
pub(super) fn is_acronym(word: &str) -> bool {
    let mut parts = 0;
    let mut shortest = usize::MAX;
    for part in word.split('.') {
        let letters = part.chars().count();
        if !(1..=2).contains(&letters) || !part.chars().all(char::is_alphabetic) {
            return false;
        }
        parts += 1;
        shortest = shortest.min(letters);
    }
    parts >= 2 && (shortest == 1 || word.chars().all(|c| c == '.' || c.is_uppercase()))
}

/// How the stop after an acronym is to be read.
pub(super) fn acronym_kind(word: &str) -> Abbreviation {
    match word {
        "e.g" | "i.e" | "E.g" | "I.e" | "z.B" | "d.h" | "u.a" | "o.a" | "bl.a" | "t.ex" | "m.a.w" | "p.ej" | "т.е" => {
            Abbreviation::Never
        }
        _ if word.starts_with(char::is_lowercase) => Abbreviation::Closing,
        _ => Abbreviation::Either,
    }
}

/// Whether a capitalised word, seen after an abbreviation, most likely begins a sentence.
///
/// The closed word classes of English and its neighbours; names and nouns ("U.S. President") are not among them.
pub(super) fn begins_sentence(word: &str) -> bool {
    STARTERS.contains(word)
}

static STARTERS: List = List::new(
    "The This That These Those There Their They Then Though Although A An And At After All Also As \
    Another Any Are Around About According Across Among Both But Before Because Between By Can Could Despite Did Do Does \
    During Each Earlier Either Even Every For From Following Few Had Has Have He Her Here His How However I If In Instead \
    Into Is It Its Just Last Later Like Many Meanwhile More Moreover Most Much My Nearly Neither Nevertheless No Nor \
    Not Nothing Now Of On Once One Only Or Other Others Our Out Over Perhaps Rather Several She Since So Some Someone \
    Soon Still Such Than Thus To Today Unlike Until Upon Was We Were What When Where Whether Which While Who Why \
    With Within Without Would Yes Yesterday Yet You Your Der Die Das Den Dem Ein Eine Er Sie Es Wir Ich Und Aber Auch \
    In Im Bei Nach Mit Seit Le La Les L Un Une Il Elle Ils Elles Nous Mais Dans En El Los Las Una Ella Pero Lo Gli O Os \
    As Het De Een Zij Hij Och Men Det Den Han Hon",
);

/// Whether a capitalised word after `p.m.` belongs to the time before it.
pub(super) fn continues_time(word: &str) -> bool {
    static DAYS_AND_ZONES: List = List::new(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April \
        May June July August September October November December EST EDT ET CST CDT CT MST MDT PST PDT PT GMT UTC BST \
        CET CEST IST AEST JST Eastern Central Pacific Mountain Greenwich",
    );
    // "AST", "NZDT": standard and daylight times.
    let zone = (3..=4).contains(&word.len()) && word.ends_with("ST") | word.ends_with("DT");
    zone && word.bytes().all(|b| b.is_ascii_uppercase()) || DAYS_AND_ZONES.contains(word)
}

/// Whether a word is a month after an ordinal written as "5." (German and its neighbours).
pub(super) fn is_month(word: &str) -> bool {
    static MONTHS: List =
        List::new("Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember");
    MONTHS.contains(word)
}

/// Whether a word tells that a quotation before it is still part of the sentence ("Why?" Rutte asked).
pub(super) fn is_speech_verb(word: &str) -> bool {
    static VERBS: List = List::new(
        "said says asked asks told wrote writes added adds replied quipped tweeted joked wondered \
        shouted cried exclaimed demanded continued posted explained responded",
    );
    VERBS.contains(word)
}
