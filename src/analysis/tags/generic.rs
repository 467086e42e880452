//! Words that tell a reader nothing as a tag, whatever the article.

use super::label;

/// Nouns that are no subject by themselves: measures of time and amount, empty nouns, the machinery of reporting.
const GENERIC_HEADS: &[&str] = &[
    "ability", "absence", "acceptance", "access", "accord", "accordance", "account", "achievement", "act", "action",
    "addition", "adoption", "advantage", "advice", "afternoon", "age", "agenda", "ago", "aide", "aim", "alternative",
    "am", "ambition", "amount", "anger", "anniversary", "announcement", "answer", "anyone", "anything", "appeal",
    "appearance", "appreciation", "approach", "april", "area", "arrangement", "arrival", "article", "aspect",
    "aspiration", "assessment", "assistance", "assumption", "atmosphere", "attempt", "attention", "august",
    "authority", "average", "background", "balance", "basis", "beginning", "behalf", "belief", "benefit", "best",
    "billion", "birthday", "bit", "blow", "boost", "bottom", "brand", "breach", "burden", "call", "capacity",
    "career", "case", "category", "cause", "center", "centre", "century", "ceremony", "challenge", "chance", "change",
    "chapter", "character", "characteristic", "choice", "circumstance", "city", "claim", "clue", "col", "colleague",
    "combination", "comment", "commitment", "concern", "conclusion", "condition", "confidence", "confirmation",
    "consequence", "consideration", "contact", "content", "context", "contrast", "contribution", "control",
    "conversation", "corner", "cost", "country", "course", "crowd", "date", "day", "deadline", "deal", "debate",
    "decade", "december", "decision", "dedication", "degree", "delay", "demand", "demise", "description", "desire",
    "despair", "detail", "determination", "difference", "difficulty", "discussion", "doubt", "dozen", "dr", "duty",
    "edge", "edt", "effect", "effort", "element", "emotion", "emphasis", "encouragement", "end", "enterprise",
    "essence", "est", "evening", "event", "everybody", "everyone", "everything", "evidence", "example", "exception",
    "excitement", "exercise", "existence", "expectation", "experience", "explanation", "expression", "extension",
    "extent", "eye", "fact", "factor", "failure", "faith", "family", "favor", "favour", "fear", "feature", "february",
    "feeling", "field", "figure", "finding", "focus", "form", "foundation", "friday", "friend", "front", "function",
    "future", "gathering", "gen", "gesture", "gmt", "goal", "good", "gov", "gratitude", "ground", "group", "guidance",
    "guy", "habit", "half", "hand", "happiness", "head", "help", "history", "holder", "home", "honor", "honour",
    "hope", "hour", "hoy", "hundred", "idea", "image", "impact", "importance", "improvement", "incident", "inclusion",
    "increase", "indication", "individual", "influence", "information", "inquiry", "insight", "inspiration",
    "instance", "intent", "intention", "interest", "introduction", "involved", "involvement", "issue", "item",
    "january", "job", "joy", "july", "june", "key", "kg", "kind", "km", "knowledge", "lack", "lady", "lead", "length",
    "level", "life", "light", "limit", "line", "list", "location", "look", "lord", "loss", "lot", "love", "lt",
    "majority", "man", "manner", "march", "matter", "maximum", "may", "meantime", "measure", "member", "mention",
    "message", "method", "mid", "million", "mind", "minimum", "minister", "minority", "minute", "mission", "mix",
    "moment", "monday", "month", "mood", "morning", "move", "mph", "mr", "mrs", "ms", "name", "nation", "nature",
    "need", "news", "night", "nobody", "noon", "nothing", "notice", "november", "null", "number", "objective",
    "observation", "occasion", "occurrence", "october", "offer", "official", "one", "opinion", "opportunity",
    "option", "order", "other", "others", "outcome", "outset", "page", "pair", "part", "participant", "participation",
    "particular", "party", "passion", "past", "path", "pattern", "people", "percent", "percentage", "performance",
    "period", "permission", "person", "perspective", "phase", "phenomenon", "phone", "photo", "phrase", "picture",
    "piece", "place", "plan", "plenty", "pm", "point", "popularity", "position", "possibility", "post", "potential",
    "power", "practice", "preparation", "presence", "present", "president", "press", "pressure", "pride", "principle",
    "priority", "privilege", "problem", "procedure", "process", "prof", "profile", "progress", "promise", "proposal",
    "prospect", "provision", "purpose", "pursuit", "quality", "quarter", "question", "quote", "range", "rate",
    "reaction", "reality", "reason", "recognition", "record", "reference", "reflection", "regard", "region",
    "relation", "relationship", "release", "remark", "reminder", "rep", "report", "reporter", "representative",
    "reputation", "request", "resident", "response", "responsibility", "rest", "restriction", "result", "return",
    "revelation", "reward", "right", "rise", "risk", "role", "routine", "rule", "sadness", "satisfaction", "saturday",
    "scale", "scene", "schedule", "scope", "search", "seat", "second", "section", "sen", "sense", "september",
    "series", "set", "shape", "share", "shock", "shot", "side", "sign", "significance", "similarity", "sir", "site",
    "situation", "size", "skill", "sleep", "society", "solution", "somebody", "someone", "something", "sorrow",
    "sort", "soul", "source", "space", "speaker", "spirit", "spokesman", "spokesperson", "spokeswoman", "staff",
    "stage", "standard", "start", "state", "statement", "status", "step", "story", "strategy", "street", "strength",
    "stress", "structure", "struggle", "style", "subject", "success", "successor", "suffering", "suggestion",
    "sunday", "support", "surprise", "sympathy", "system", "talk", "target", "task", "team", "tendency", "term",
    "theme", "thing", "third", "thought", "thousand", "thursday", "time", "tip", "title", "today", "tomorrow",
    "tonight", "top", "topic", "total", "touch", "tradition", "trend", "tribute", "trip", "truth", "tuesday", "turn",
    "two", "type", "understanding", "unit", "use", "utc", "value", "variety", "version", "video", "view", "viewer",
    "vision", "visit", "visitor", "voice", "void", "warning", "way", "weakness", "website", "wednesday", "week",
    "weekend", "while", "whole", "wish", "woman", "wonder", "word", "work", "world", "worry", "yard", "year",
    "yesterday",
];

/// Adjectives and nouns that only point, count or place in time.
const WEAK_MODIFIERS: &[&str] = &[
    "able", "actual", "additional", "alleged", "alone", "already", "another", "apparent", "april", "august",
    "available", "average", "bad", "best", "better", "big", "bigger", "biggest", "certain", "clear", "close",
    "common", "complete", "current", "december", "different", "dr", "due", "earlier", "early", "eighth", "entire",
    "especially", "exact", "february", "fellow", "few", "fifth", "final", "first", "former", "fourth", "friday",
    "full", "further", "general", "good", "great", "greater", "greatest", "half", "hard", "high", "higher", "highest",
    "huge", "important", "initial", "january", "july", "june", "key", "large", "larger", "largest", "last", "late",
    "later", "latest", "least", "less", "likely", "little", "local", "long", "longer", "low", "lower", "lowest",
    "main", "major", "many", "march", "minor", "monday", "more", "most", "mr", "mrs", "ms", "much", "multiple",
    "near", "nearby", "necessary", "new", "next", "ninth", "november", "numerous", "october", "old", "older",
    "one-year", "ongoing", "only", "other", "overall", "own", "particular", "past", "possible", "potential",
    "present", "previous", "prior", "proper", "real", "recent", "same", "saturday", "second", "september", "serious",
    "seventh", "several", "significant", "similar", "single", "sixth", "small", "smaller", "so-called", "some",
    "special", "specific", "strong", "subsequent", "such", "sunday", "sure", "tenth", "third", "thursday", "today",
    "tomorrow", "top", "total", "true", "tuesday", "two-year", "unable", "upcoming", "usual", "various", "very",
    "wednesday", "well", "whole", "worse", "worst", "year-old", "yesterday", "young", "younger",
];

/// Whether a noun, in any case and number, tells nothing as the head of a tag.
pub(super) fn is_generic_head(word: &str) -> bool {
    let mut lower = word.to_lowercase();
    if is_listed(GENERIC_HEADS, &lower) {
        return true;
    }
    label::make_singular(&mut lower, 0);
    is_listed(GENERIC_HEADS, &lower)
}

/// Whether a word, in any case, adds nothing at the beginning of a tag.
pub(super) fn is_weak_modifier(word: &str) -> bool {
    word.ends_with("year-old") || is_listed(WEAK_MODIFIERS, &word.to_lowercase())
}

/// Looks a word in lower case up in a sorted list.
fn is_listed(list: &[&str], lower: &str) -> bool {
    list.binary_search(&lower).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(GENERIC_HEADS.is_sorted());
        assert!(WEAK_MODIFIERS.is_sorted());
    }

    #[test]
    fn empty_words_are_known_in_any_case_and_number() {
        assert!(is_generic_head("Solutions") && is_generic_head("issue") && !is_generic_head("earthquake"));
        assert!(is_weak_modifier("Recent") && is_weak_modifier("33-year-old") && !is_weak_modifier("nuclear"));
    }
}
