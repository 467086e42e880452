//! The tag sets: Penn parts of speech and IOB2 entity labels, both as small integers.

macro_rules! pos_tags {
    ($($name:ident $text:literal),* $(,)?) => {
        /// A Penn Treebank part-of-speech tag (with the web extensions of the English Web Treebank).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        #[repr(u8)]
        pub enum Tag { #[default] $($name),* }

        impl Tag {
            /// Every tag, in the order of its number.
            pub const ALL: &'static [Tag] = &[$(Tag::$name),*];
            const NAMES: &'static [&'static str] = &[$($text),*];
        }
    };
}

pos_tags! {
    NN "NN", IN "IN", DT "DT", NNP "NNP", JJ "JJ", NNS "NNS", Comma ",", Stop ".", RB "RB", PRP "PRP", VB "VB",
    CC "CC", VBD "VBD", CD "CD", VBZ "VBZ", VBN "VBN", VBP "VBP", TO "TO", VBG "VBG", MD "MD", PRPS "PRP$",
    WDT "WDT", Colon ":", CloseQuote "''", CloseParen "-RRB-", OpenParen "-LRB-", WRB "WRB", POS "POS", WP "WP",
    NNPS "NNPS", JJR "JJR", RP "RP", OpenQuote "``", HYPH "HYPH", UH "UH", JJS "JJS", EX "EX", RBR "RBR", SYM "SYM",
    NFP "NFP", FW "FW", ADD "ADD", GW "GW", RBS "RBS", Dollar "$", PDT "PDT", LS "LS", AFX "AFX", WPS "WP$",
    Hash "#",
}

/// How many part-of-speech tags there are.
pub const POS_TAGS: usize = Tag::ALL.len();

impl Tag {
    /// The tag as the Penn Treebank writes it.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// The tag with this Penn name; corpora that write brackets or dashes literally are understood.
    pub fn parse(name: &str) -> Option<Tag> {
        let name = match name {
            "(" | "LRB" => "-LRB-",
            ")" | "RRB" => "-RRB-",
            "-" | "..." | ";" => ":",
            "\"" => "''",
            other => other,
        };
        Self::NAMES.iter().position(|&n| n == name).map(Self::from_index)
    }

    /// The tag with this number; numbers out of range give `NN`.
    pub fn from_index(index: usize) -> Tag {
        Self::ALL.get(index).copied().unwrap_or_default()
    }
}

/// An entity label in IOB2: outside, or the beginning or inside of a person, organisation or place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[repr(u8)]
pub enum Label {
    #[default]
    O,
    BPer,
    IPer,
    BOrg,
    IOrg,
    BLoc,
    ILoc,
}

/// How many entity labels there are.
pub const LABELS: usize = 7;

/// What kind of thing a span names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    Person,
    Organisation,
    Place,
}

impl Label {
    /// Every label, in the order of its number.
    pub const ALL: [Label; LABELS] =
        [Label::O, Label::BPer, Label::IPer, Label::BOrg, Label::IOrg, Label::BLoc, Label::ILoc];

    /// The kind that the label speaks of; nothing for `O`.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Label::O => None,
            Label::BPer | Label::IPer => Some(Kind::Person),
            Label::BOrg | Label::IOrg => Some(Kind::Organisation),
            Label::BLoc | Label::ILoc => Some(Kind::Place),
        }
    }

    /// Whether the label continues the span of the token before.
    pub fn is_inside(self) -> bool {
        matches!(self, Label::IPer | Label::IOrg | Label::ILoc)
    }

    /// The label for a token of `kind`, first of its span or not.
    pub fn new(kind: Kind, first: bool) -> Label {
        Self::ALL[1 + 2 * kind as usize + usize::from(!first)]
    }

    /// Whether `next` may follow `self` in IOB2.
    pub fn allows(self, next: Label) -> bool {
        !next.is_inside() || self.kind() == next.kind()
    }
}

/// The entity spans of a label sequence as (first token, one past the last, kind).
pub fn spans(labels: &[Label]) -> impl Iterator<Item = (usize, usize, Kind)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < labels.len() {
            let start = at;
            at += 1;
            if let Some(kind) = labels[start].kind() {
                while at < labels.len() && labels[at].is_inside() && labels[at].kind() == Some(kind) {
                    at += 1;
                }
                return Some((start, at, kind));
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_reads_back_from_its_name() {
        for (i, &tag) in Tag::ALL.iter().enumerate() {
            assert_eq!(Tag::parse(tag.as_str()), Some(tag));
            assert_eq!(Tag::from_index(i), tag);
        }
        assert_eq!(Tag::parse("no such tag"), None);
    }

    #[test]
    fn spans_end_at_a_new_beginning_and_at_another_kind() {
        use Label::*;
        let labels = [BPer, IPer, BPer, O, BOrg, BLoc, ILoc];
        let found: Vec<_> = spans(&labels).collect();
        let (p, g, l) = (Kind::Person, Kind::Organisation, Kind::Place);
        assert_eq!(found, [(0, 2, p), (2, 3, p), (4, 5, g), (5, 7, l)]);
    }

    #[test]
    fn an_inside_label_needs_its_own_kind_before_it() {
        assert!(Label::BPer.allows(Label::IPer) && Label::IOrg.allows(Label::IOrg));
        assert!(!Label::O.allows(Label::IPer) && !Label::BOrg.allows(Label::ILoc));
    }
}
