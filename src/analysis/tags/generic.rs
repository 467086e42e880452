//! Words that tell a reader nothing as a tag, whatever the article.

/// Nouns that are no subject by themselves: measures of time and amount, empty nouns, the machinery of reporting.
const GENERIC_HEADS: &[&str] = &[
    "accordance", "account", "addition", "afternoon", "ago", "aim", "amount", "answer", "anyone", "anything", "approach",
    "april", "area", "aspect", "attempt", "attention", "august", "average", "basis", "beginning", "behalf", "billion",
    "bit", "bottom", "call", "case", "cause", "center", "centre", "century", "chance", "change", "choice", "circumstance",
    "claim", "comment", "concern", "condition", "context", "contrast", "course", "date", "day", "deal", "decade", "december",
    "decision", "degree", "detail", "difference", "difficulty", "discussion", "doubt", "edge", "effect", "effort", "end",
    "evening", "event", "everybody", "everyone", "everything", "evidence", "example", "exception", "expectation",
    "experience", "extent", "eye", "fact", "factor", "favor", "favour", "february", "figure", "finding", "form", "friday",
    "front", "future", "goal", "good", "ground", "group", "guy", "half", "hand", "head", "help", "hope", "hour", "hundred",
    "idea", "impact", "importance", "increase", "indication", "individual", "information", "instance", "intention",
    "interest", "involvement", "issue", "item", "january", "job", "july", "june", "kind", "lack", "lady", "lead", "length",
    "level", "life", "light", "line", "list", "look", "loss", "lot", "majority", "man", "manner", "march", "matter", "may",
    "meantime", "measure", "member", "mention", "mid", "million", "mind", "minority", "minute", "moment", "monday", "month",
    "morning", "move", "name", "need", "news", "night", "nobody", "noon", "nothing", "notice", "november", "number",
    "occasion", "october", "official", "one", "opinion", "opportunity", "option", "order", "other", "others", "outcome",
    "part", "participant", "particular", "party", "past", "people", "percent", "percentage", "period", "person",
    "perspective", "piece", "place", "plan", "plenty", "point", "position", "possibility", "presence", "present",
    "president", "press", "problem", "process", "progress", "purpose", "quarter", "question", "quote", "range", "rate",
    "reaction", "reason", "record", "regard", "region", "relation", "remark", "report", "reporter", "representative",
    "request", "response", "rest", "result", "right", "rise", "role", "saturday", "second", "section", "sense", "september",
    "series", "set", "side", "sign", "situation", "size", "solution", "somebody", "someone", "something", "sort", "source",
    "speaker", "spokesman", "spokesperson", "spokeswoman", "staff", "stage", "start", "state", "statement", "step", "story",
    "subject", "sunday", "support", "system", "talk", "target", "team", "term", "thing", "third", "thought", "thousand",
    "thursday", "time", "today", "tomorrow", "tonight", "top", "total", "trip", "tuesday", "turn", "two", "type", "use",
    "variety", "version", "view", "way", "wednesday", "week", "weekend", "while", "whole", "woman", "word", "work", "world",
    "year", "yesterday", "effect", "suffering", "everyone", "involved", "proposal",
    "minister", "mr", "mrs", "ms", "dr", "sir", "lord", "gen", "lt", "col", "sen", "rep", "gov", "prof", "km", "kg", "mph",
    "pm", "am", "gmt", "edt", "est", "utc", "phone", "website", "site", "page", "photo", "picture", "video", "image",
];

/// Adjectives and nouns that only point, count or place in time.
const WEAK_MODIFIERS: &[&str] = &[
    "able", "actual", "additional", "alleged", "alone", "already", "another", "apparent", "available", "average", "bad",
    "best", "better", "big", "bigger", "biggest", "certain", "clear", "close", "common", "complete", "current", "different",
    "due", "earlier", "early", "eighth", "entire", "especially", "exact", "fellow", "few", "fifth", "final", "first", "former",
    "fourth", "full", "further", "general", "good", "great", "greater", "greatest", "half", "hard", "high", "higher", "highest",
    "huge", "important", "initial", "key", "large", "larger", "largest", "last", "late", "later", "latest", "least", "less",
    "likely", "little", "local", "long", "longer", "low", "lower", "lowest", "main", "major", "many", "minor", "more", "most",
    "much", "multiple", "near", "nearby", "necessary", "new", "next", "ninth", "numerous", "old", "older", "ongoing", "only",
    "other", "overall", "own", "particular", "past", "possible", "potential", "present", "previous", "prior", "proper",
    "real", "recent", "same", "second", "serious", "seventh", "several", "significant", "similar", "single", "sixth", "small",
    "smaller", "so-called", "some", "special", "specific", "strong", "subsequent", "such", "sure", "tenth", "third", "top",
    "total", "true", "unable", "upcoming", "usual", "various", "very", "well", "whole", "worse", "worst", "young", "younger",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mr", "mrs", "ms", "dr", "today",
    "yesterday", "tomorrow", "two-year", "one-year", "year-old",
];

/// Whether a noun, in any case and number, tells nothing as the head of a tag.
pub(super) fn is_generic_head(word: &str) -> bool {
    let word = word.to_lowercase();
    GENERIC_HEADS.contains(&word.as_str()) || GENERIC_HEADS.contains(&super::label::singular(&word).as_str())
}

/// Whether a word, in any case, adds nothing at the beginning of a tag.
pub(super) fn is_weak_modifier(word: &str) -> bool {
    WEAK_MODIFIERS.iter().any(|w| w.eq_ignore_ascii_case(word)) || word.ends_with("year-old")
}
