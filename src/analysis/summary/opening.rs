//! How a sentence begins: a connective that can be left out, or a word that points back.

/// Connectives that may be dropped; those marked `true` only before a comma.
const CONNECTIVES: &[(&str, bool)] = &[
    ("However", true),
    ("Meanwhile", false),
    ("But", false),
    ("And", false),
    ("Yet", false),
    ("Moreover", true),
    ("Furthermore", true),
    ("Additionally", true),
    ("In addition", true),
    ("Also", true),
    ("Nevertheless", true),
    ("Nonetheless", true),
    ("Indeed", true),
    ("Separately", true),
    ("Besides", true),
    ("Still", true),
    ("Overall", true),
    ("In fact", true),
    ("In contrast", true),
    ("By contrast", true),
    ("Instead", true),
    ("Finally", true),
    ("As a result", true),
    ("At the same time", true),
    ("Specifically", true),
    ("Notably", true),
    ("Importantly", true),
];

/// Openings that point to a sentence before, in lower case: as a whole first word, or as first words.
#[rustfmt::skip]
const BACKWARD: &[&str] = &[
    "it", "its", "they", "their", "them", "this", "that", "these", "those", "such", "here", "both", "neither",
    "either", "others", "other", "another", "then", "thus", "hence", "therefore", "so", "instead", "otherwise",
    "likewise", "similarly", "consequently", "accordingly", "conversely", "alternatively", "afterwards", "afterward",
    "later", "earlier", "eventually", "finally", "lastly", "secondly", "thirdly", "too", "also", "nor", "or", "which",
    "who", "whose", "ours", "theirs", "himself", "herself", "itself", "themselves", "plus", "again", "elsewhere",
    "yes", "ditto", "mine", "him", "same", "meantime", "as a result", "as such", "as for", "for example",
    "for instance", "for one", "in response", "in turn", "in fact", "in contrast", "in particular", "in other words",
    "in return", "in reply", "in so doing", "in the meantime", "in doing so", "by contrast", "by comparison",
    "on the other hand", "on the contrary", "on top of that", "at the same time", "after which", "because of this",
    "because of that", "since then", "until then", "until now", "even so", "even then", "if so", "if not",
    "that said", "to this end", "to that end", "to do so", "from there", "of them", "of course", "among them",
    "along with this", "apart from this", "apart from that", "aside from this", "the latter", "the former", "the two",
    "the three", "the four", "the pair", "the duo", "the trio", "the others", "the other", "the same",
    "the first of these", "the following", "what is more", "more importantly", "not only that", "some of these",
    "some of them", "some of those", "many of these", "many of them", "most of them", "most of these", "one of them",
    "one of these", "one of those", "all of this", "all of these", "all of them", "part of this", "above all",
    "last but not least", "first of all", "first, ", "second, ", "third, ", "even ", "in both", "by doing so",
    "as it", "as they", "as he", "as she",
];

/// Openings of [`BACKWARD`] that point nowhere after all.
const NOT_BACKWARD: &[&str] = &["both the", "later this", "earlier this", "later on", "that is why"];

/// Openings that stand for one person.
const PERSONAL: &[&str] = &["he", "she", "his", "her", "hers"];
/// First and second person: it says who speaks only in a quotation.
const SPEAKER: &[&str] = &["i", "we", "my", "our", "me", "us", "you", "your", "let"];

/// Openings that point back in other languages: code, words in lower case.
#[rustfmt::skip]
const FOREIGN: &[(&str, &[&str])] = &[
    ("de", &[
        "er", "sie", "es", "dies", "diese", "dieser", "dieses", "das", "ihr", "ihre", "sein", "seine", "dort",
        "dabei", "damit", "dagegen", "außerdem", "beide", "deshalb", "aber", "doch", "denn", "dann",
    ]),
    ("fr", &[
        "il", "elle", "ils", "elles", "cela", "ce", "cette", "ces", "cet", "c'est", "c’est", "son", "sa", "ses",
        "leur", "leurs", "celui-ci", "celle-ci", "mais", "donc", "ainsi", "ensuite", "puis",
    ]),
    ("es", &[
        "él", "ella", "ellos", "ellas", "esto", "este", "esta", "estos", "estas", "eso", "ese", "esa", "su", "sus",
        "ambos", "pero", "así", "luego", "además", "también",
    ]),
    ("it", &[
        "egli", "lui", "lei", "loro", "essi", "questo", "questa", "questi", "queste", "quello", "ciò", "suo", "sua",
        "entrambi", "ma", "così", "poi", "inoltre",
    ]),
    ("pt", &[
        "ele", "ela", "eles", "elas", "isso", "isto", "este", "esta", "esse", "essa", "seu", "sua", "ambos", "mas",
        "assim", "depois", "além",
    ]),
    ("nl", &[
        "hij", "zij", "ze", "het", "dit", "deze", "dat", "die", "zijn", "haar", "hun", "beide", "maar", "dus",
        "daarna", "ook",
    ]),
];

/// What the beginning of a sentence refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Points {
    Nowhere,
    /// To a person named before.
    Person,
    /// To whoever speaks or is spoken to.
    Speaker,
    /// To something said before.
    Back,
}

/// Length in bytes of a leading connective with its comma and space; 0 when there is none.
pub(super) fn connective(text: &str) -> usize {
    let initial = text.as_bytes().first();
    let mut likely = CONNECTIVES.iter().filter(|(word, _)| word.as_bytes().first() == initial);
    let found = likely.find_map(|&(word, needs_comma)| {
        let rest = text.strip_prefix(word)?;
        let after = rest.strip_prefix(',').unwrap_or(rest);
        let fits = after.starts_with(' ') && (!needs_comma || after.len() < rest.len());
        fits.then(|| text.len() - after.trim_start().len())
    });
    found.unwrap_or(0)
}

/// What the words at the beginning of `text` refer to, in the language with this code.
pub(super) fn points(text: &str, code: &str) -> Points {
    let head = lower_head(text);
    let is = |words: &[&str]| words.iter().any(|word| starts_with_words(&head, word));
    if !code.starts_with("en") {
        let primary = code.split(['-', '_']).next().unwrap_or(code);
        let foreign = FOREIGN.iter().find(|(language, _)| *language == primary);
        return if foreign.is_some_and(|(_, words)| is(words)) { Points::Back } else { Points::Nowhere };
    }
    // "This week", and after a preposition: "At this year's fair".
    let without_first = head.split_once(' ').map_or("", |(_, rest)| rest);
    let this = |text: &str| ["this ", "these "].iter().any(|w| text.strip_prefix(w).is_some_and(starts_with_time));
    let here_and_now = this(&head) || this(without_first);
    if here_and_now {
        Points::Nowhere
    } else if is(PERSONAL) {
        Points::Person
    } else if is(SPEAKER) && !is_country(text) {
        Points::Speaker
    } else if counts_on(&head)
        || points_after_preposition(&head)
        || (is(BACKWARD) && !is(NOT_BACKWARD) && !names_both(text))
    {
        Points::Back
    } else {
        Points::Nowhere
    }
}

/// "It was reported on Saturday …", "it is not clear whether …": this "it" stands for what follows.
pub(super) fn is_expletive(text: &str) -> bool {
    let head = lower_head(text);
    const REPORTED: &[&str] = &[
        "alleged",
        "announced",
        "believed",
        "claimed",
        "confirmed",
        "estimated",
        "expected",
        "feared",
        "hoped",
        "reported",
        "revealed",
        "rumoured",
        "said",
        "thought",
        "understood",
    ];
    const KNOWN: &[&str] = &["clear", "known", "likely", "possible", "unclear", "unknown", "unlikely"];
    let mut words = head.split(' ').filter(|word| !matches!(*word, "also" | "been" | "not" | "now" | "still" | "yet"));
    let verb = (words.next(), words.next());
    if matches!(verb, (Some("it"), Some("emerged" | "seems" | "appears" | "turned"))) {
        return words.next() != Some("to");
    }
    let is = matches!(verb, (Some("it"), Some("is" | "was" | "has" | "remains")));
    let (said, next) = (words.next().unwrap_or_default(), words.next());
    let clause = matches!(next, Some("how" | "if" | "that" | "what" | "when" | "whether" | "who" | "why"));
    is && (REPORTED.contains(&said) && next != Some("to") || KNOWN.contains(&said) && clause)
}

/// "Secondly", "Nor …", "Yes": it answers or counts on with something other than the sentence before.
pub(super) fn counts(text: &str) -> bool {
    const COUNTING: &[&str] =
        &["second, ", "secondly", "third, ", "thirdly", "first, ", "lastly", "yes", "nor", "or", "ditto", "too"];
    let head = lower_head(text);
    COUNTING.iter().any(|word| starts_with_words(&head, word))
}

/// "US steel makers …" has no "us".
fn is_country(text: &str) -> bool {
    text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with("US")
}

/// "Both France and Spain …" says who the two are.
fn names_both(text: &str) -> bool {
    let names = text.strip_prefix("Both ").filter(|rest| rest.starts_with(char::is_uppercase));
    names.is_some_and(|rest| rest.split(' ').take(6).any(|word| word == "and"))
}

/// The first bytes in lower case, without marks before the first letter.
fn lower_head(text: &str) -> String {
    let mut head = String::with_capacity(48);
    for c in text.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().take(40) {
        if c.is_ascii() {
            head.push(c.to_ascii_lowercase());
        } else {
            head.extend(c.to_lowercase());
        }
    }
    head
}

/// "On these four days", "Under that plan".
fn points_after_preposition(head: &str) -> bool {
    let mut words = head.split(' ');
    let preposition = words.next().is_some_and(|word| PREPOSITIONS.contains(&word));
    preposition && words.next().is_some_and(|word| matches!(word, "this" | "that" | "these" | "those" | "such"))
}

#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "about", "above", "after", "against", "along", "among", "around", "as", "at", "because", "before", "behind", "below",
    "besides", "between", "beyond", "by", "despite", "during", "following", "for", "from", "in", "into", "like", "of", "on",
    "over", "since", "through", "to", "under", "until", "upon", "via", "with", "within", "without",
];

/// "This morning", "this Thursday": counted from the day of the article, not from the sentence before.
fn starts_with_time(rest: &str) -> bool {
    #[rustfmt::skip]
    const TIMES: &[&str] = &[
    "morning", "afternoon", "evening", "week", "weekend", "month", "year", "season", "summer", "winter", "spring",
    "autumn", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may ", "june", "july", "august", "september", "october", "november", "december", "past ",
    ];
    TIMES.iter().any(|time| rest.starts_with(time))
}

/// Whether an introduction counts time from the sentence before: "Four years later, …", "The next day, …".
fn counts_on(head: &str) -> bool {
    const DAYS: &[&str] = &[
        "the next day",
        "the next morning",
        "the following ",
        "the same day",
        "that same",
        "the day before",
        "the previous ",
    ];
    let intro = head.split_once(',').map_or("", |(intro, _)| intro);
    // "Within four years, …", but "Within hours of the attack, …" says from when.
    let mut words = intro.split(' ');
    let within = words.next() == Some("within")
        && words.next_back().is_some_and(|last| super::needs::is_time(last) || last == "hours");
    let ends = ["later", "earlier", "afterwards", "afterward", "thereafter", "before", "after that"];
    !intro.is_empty()
        && (within
            || ends.iter().any(|end| intro.strip_suffix(end).is_some_and(|rest| rest.ends_with(' ')))
            || DAYS.iter().any(|day| intro.starts_with(day)))
}

fn starts_with_words(head: &str, words: &str) -> bool {
    // Nearly all differ in the first letter, which is cheaper to see than a call.
    if words.as_bytes().first() != head.as_bytes().first() {
        return false;
    }
    let words = words.trim_end();
    head.strip_prefix(words).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
}
