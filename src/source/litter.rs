//! Litter of scraped text: what stands on a web page beside the article. The table of patterns, and how a line is
//! matched with it.
//!
//! A line is litter only as a whole. What only begins like litter ("Advertisement spending rose …") is prose: the
//! patterns that look at a beginning also bound the length, and most refuse a full stop or words of speech.

use super::dateline::is_agency;

/// How a pattern is matched; all texts in small letters with straight apostrophes.
enum How {
    /// The line without the marks round it is one of these.
    Is(&'static [&'static str]),
    /// The line begins with one of these at a word border and has at most so many words; it is no sentence.
    Label(usize, &'static [&'static str]),
    /// As [`How::Label`], but it may be a sentence; it must not speak ("he said").
    Phrase(usize, &'static [&'static str]),
    /// As [`How::Phrase`], and one of the second words must be in it.
    PhraseWith(usize, &'static [&'static str], &'static [&'static str]),
    /// The line begins with one of these, and all that follows is names, at most so many words; it may have a full stop.
    Named(usize, &'static [&'static str]),
    /// Only these words, two of them at least.
    Only(&'static [&'static str]),
    When(fn(&str) -> bool),
}

use How::{Is, Label, Named, Only, Phrase, PhraseWith, When};

/// Why a line is taken out, and how it is known.
#[rustfmt::skip]
const TABLE: &[(&str, How)] = &[
    ("invitation to comment", Is(&[
        "leave a comment", "leave a reply", "leave comment", "leave your comment", "post a comment", "add a comment",
        "write a comment", "comments", "no comments", "no comments yet", "view comments", "show comments", "hide comments",
        "view all comments", "read comments", "join the conversation", "join the discussion", "have your say",
        "be the first to comment", "comments are closed", "add your comment", "comment on this story",
        "comment on this article", "leave a comment below", "start the conversation", "load comments",
    ])),
    ("invitation to comment", When(is_number_of_comments)),
    ("buttons to share", Is(&[
        "share", "share this", "share on", "share with friends", "share via email", "share via", "email this article",
        "email this", "tweet this", "pin it", "copy link", "send to a friend", "share article", "share story",
        "share this with", "copy this link", "link copied", "share page", "share full article", "share options",
    ])),
    ("buttons to share", Label(8, &[
        "share this article", "share this story", "share this post", "share this page", "share this video",
        "share this on", "share on facebook", "share on twitter", "share on whatsapp", "share on linkedin", "share on x",
        "share with your friends", "share to facebook", "share to twitter",
    ])),
    ("buttons to share", Only(&[
        "facebook", "twitter", "whatsapp", "linkedin", "email", "e-mail", "pinterest", "reddit", "telegram", "share",
        "print", "copy", "link", "instagram", "youtube", "messenger", "tumblr", "sms", "tweet", "flipboard", "threads",
        "bluesky", "x", "save", "pocket", "on", "via", "google", "+", "digg", "stumbleupon", "tiktok",
    ])),
    ("pointer to another article", Is(&[
        "read more", "read full story", "read the full story", "read the full article", "read full article",
        "continue reading", "keep reading", "read on", "see more", "show more", "load more", "view more", "read next",
        "read also", "also read", "full story", "see also", "learn more", "find out more", "more information",
        "continued below", "read more here", "read more news",
    ])),
    ("pointer to another article", Phrase(25, &[
        "read more:", "also read:", "read also:", "read:", "see also:", "related:", "must read:", "more on this:",
        "recommended:", "you may also like:", "in case you missed it:", "further reading:", "also see:", "read more |",
        "also read |", "read also |", "also read -", "read more -", "read more –", "also read –", "related article:",
        "related story:", "related stories:", "related articles:", "related news:", "see also |", "read next:", "more:",
        "don't miss:", "suggested reading:", "related reading:", "watch:", "listen:", "watch also:", "watch more:",
        "also watch:", "watch video:",
    ])),
    ("pointer to another article", Phrase(15, &[
        "click here", "read more about", "read more on", "read more at", "read more from", "continue reading", "read the full story",
        "read the full article", "for more on this story", "for more news", "tap here", "watch the video", "watch the full",
    ])),
    ("advertisement", Is(&[
        "advertisement", "advertisements", "advertisment", "advert", "ad", "ads", "sponsored", "sponsored content",
        "sponsored post", "promoted", "promoted content", "paid content", "paid post", "skip advertisement", "ad feedback",
        "remove ads", "loading", "promoted stories", "from our partners", "sponsored links", "advertising",
    ])),
    ("advertisement", Label(9, &[
        "advertisement -", "advertisement –", "advertisement:", "advertisement continue", "advertisement scroll",
        "article continues below", "article continues after", "story continues below", "story continues after",
        "continue reading below", "continue reading after", "scroll to continue", "scroll down to continue",
        "this advertisement has not", "content continues below", "article continued below",
    ])),
    ("invitation to subscribe", Is(&[
        "subscribe", "sign up", "log in", "sign in", "newsletter", "newsletters", "subscribe now", "register now",
        "already a subscriber", "already a subscriber? log in", "become a member", "support our journalism", "donate now",
        "get the newsletter", "your email address", "email address", "get alerts",
    ])),
    ("invitation to subscribe", PhraseWith(30, &[
        "sign up for", "sign up to", "sign up here", "sign up now", "sign up today", "subscribe to", "get our", "get the latest", "get all the", "join our",
        "enter your email", "receive our", "receive the latest", "stay up to date with", "stay informed with", "stay updated with",
        "download our", "download the", "for unlimited access", "want more", "never miss", "don't miss",
    ], &[
        "newsletter", "newsletters", "email", "e-mail", "inbox", "alerts", "app", "channel", "whatsapp", "telegram",
        "briefing", "notifications", "updates", "podcast", "unlimited",
    ])),
    ("invitation to subscribe", Label(15, &["subscribe now", "subscribe today", "subscribe here", "subscribe for free"])),
    ("invitation to follow", Label(20, &["follow us", "like us on", "find us on", "connect with us", "follow @"])),
    ("invitation to follow", PhraseWith(25, &["follow us on", "follow us at", "like us on", "find us on", "follow him on", "follow her on", "follow them on", "you can follow"], &[
        "facebook", "twitter", "instagram", "linkedin", "telegram", "whatsapp", "youtube", "tiktok", "threads", "x",
    ])),
    ("credit of a picture", Is(&[
        "getty images", "ap photo", "file photo", "file image", "reuters", "afp", "photo file", "image copyright",
        "representational image", "representative image", "stock photo", "stock image", "supplied", "handout photo",
    ])),
    ("credit of a picture", Label(12, &[
        "photo:", "photos:", "photo by", "photos by", "photograph:", "photograph by", "picture:", "pictures:", "image:",
        "images:", "image by", "image credit", "image credits", "image source", "image copyright", "photo credit", "photo credits",
        "picture credit", "file photo", "file picture", "file image", "credit:", "credits:", "photo courtesy", "image courtesy", "courtesy:",
        "picture by", "media caption", "ap photo", "illustration:", "illustration by", "photo |", "photo -",
    ])),
    ("credit of a picture", When(is_picture_credit)),
    ("credit of a picture", Named(6, &["photo:", "photos:", "picture:", "image:", "photograph:", "credit:", "photo by", "image by"])),
    ("credit of an agency", Phrase(50, &[
        "reporting by", "editing by", "additional reporting by", "writing by", "with inputs from", "with input from",
        "with agency inputs", "with agencies", "compiled by", "additional reporting:",
    ])),
    ("note on where it was published", Phrase(30, &[
        "this article was originally published", "this article was first published", "this article originally appeared",
        "this article first appeared", "this story was originally published", "this story was first published",
        "this story originally appeared", "this story first appeared", "this post originally appeared",
        "this content was originally published", "originally published on", "originally published at", "first published in",
    ])),
    ("copyright", When(is_copyright)),
    ("heading of a list of other articles", Is(RELATED)),
    ("keywords", Label(30, &["tags:", "filed under", "posted in", "categories:", "category:", "topics:", "keywords:", "tagged:", "tagged with"])),
    ("button of the page", Is(&[
        "print", "print this article", "print this page", "listen to this article", "listen to this story",
        "listen to article", "save article", "bookmark this article", "back to top", "skip to content", "skip to main content",
        "next article", "previous article", "next story", "previous story", "text size", "font size", "toggle navigation",
        "report an error", "report a correction", "report a typo", "send feedback", "privacy policy", "terms of use",
        "terms of service", "cookie policy", "main menu", "search this site", "play video", "watch video",
        "photo gallery", "view gallery", "toggle caption", "hide caption", "enlarge this image", "text only", "top of page",
    ])),
    ("button of the page", Label(10, &["listen to this article", "listen to this story", "print this article", "print this story"])),
    ("reading time", When(is_reading_time)),
    ("note on cookies or scripts", Phrase(70, &[
        "we use cookies", "this site uses cookies", "this website uses cookies", "our site uses cookies", "by continuing to use this",
        "we and our partners use", "accept cookies", "accept all cookies", "cookie settings", "manage cookies", "please enable javascript",
        "javascript is disabled", "javascript must be enabled", "your browser does not support", "to view this video please enable",
        "this browser is not supported", "this video can not be played", "this video cannot be played",
    ])),
];

const RELATED: &[&str] = &[
    "related articles",
    "related stories",
    "related news",
    "related posts",
    "related content",
    "related topics",
    "related",
    "related links",
    "more stories",
    "more news",
    "top stories",
    "most read",
    "most popular",
    "trending",
    "trending now",
    "latest news",
    "latest stories",
    "recommended",
    "recommended for you",
    "recommended stories",
    "you may also like",
    "you might also like",
    "editor's picks",
    "editors' picks",
    "more on this story",
    "more on this topic",
    "also in the news",
    "related coverage",
    "around the web",
    "from the web",
    "popular stories",
    "what to read next",
    "more from this author",
    "related articles from",
    "related story",
    "related article",
    "other stories",
];

/// Longest line that can be litter, in bytes.
const LONGEST: usize = 600;

/// Up to this length a line is matched with all patterns, in bytes.
const SHORT: usize = 80;

/// Why a line is litter, if it is.
pub(super) fn reason(line: &str) -> Option<&'static str> {
    if line.len() > LONGEST || (line.len() > SHORT && !may_be_long(line)) {
        return None;
    }
    let lower = line.to_lowercase().replace('’', "'");
    let bare = bare(&lower);
    if bare.is_empty() {
        return (!lower.is_empty()).then_some("separator");
    }
    let words = bare.split_whitespace().count();
    TABLE.iter().find(|(_, how)| how.fits(line, &lower, bare, words)).map(|(reason, _)| *reason)
}

/// Whether a long line begins as litter may; most are prose, and this tells so without a copy.
fn may_be_long(line: &str) -> bool {
    let start = line.trim_start_matches(|c: char| !c.is_alphanumeric()).as_bytes();
    let initial = start.first().map(u8::to_ascii_lowercase);
    let begins = |opening: &&&str| {
        // Nearly all differ in the first letter, which is cheaper to see.
        if opening.as_bytes().first().is_some_and(|&b| b != b'\'' && Some(b) != initial) {
            return false;
        }
        // An apostrophe may be written in two ways; what stands before it is enough here.
        let letters = opening.bytes().take_while(|&b| b != b'\'').enumerate();
        letters.into_iter().all(|(i, b)| start.get(i).is_some_and(|c| c.to_ascii_lowercase() == b))
    };
    TABLE.iter().any(|(_, how)| how.openings().iter().find(begins).is_some())
        || line.starts_with(['©', '('])
        || ["copyright", "this material"].iter().find(begins).is_some()
        || line.contains("ights reserved")
        || line.contains("RIGHTS RESERVED")
}

/// Whether short lines after this one are names of other articles.
pub(super) fn opens_a_list_of_others(line: &str) -> bool {
    line.len() <= 40 && RELATED.contains(&bare(&line.to_lowercase().replace('’', "'")))
}

/// Without what is neither letter nor digit at both ends.
fn bare(lower: &str) -> &str {
    lower.trim_matches(|c: char| !c.is_alphanumeric())
}

impl How {
    /// What a long line of this kind begins with.
    fn openings(&self) -> &'static [&'static str] {
        match self {
            Label(_, openings) | Phrase(_, openings) | PhraseWith(_, openings, _) | Named(_, openings) => openings,
            Is(_) | Only(_) | When(_) => &[],
        }
    }

    fn fits(&self, line: &str, lower: &str, bare: &str, words: usize) -> bool {
        match self {
            Is(lines) => lines.contains(&bare),
            Label(most, openings) => {
                words <= *most && !lower.ends_with('.') && begins(bare, openings) && !speaks(lower)
            }
            Phrase(most, openings) => words <= *most && begins(bare, openings) && !speaks(lower),
            PhraseWith(most, openings, needed) => {
                let has = || bare.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| needed.contains(&word));
                words <= *most && begins(bare, openings) && has() && !speaks(lower)
            }
            Named(most, openings) => openings.iter().any(|opening| {
                let rest = lower.strip_prefix(opening).and_then(|rest| line.get(line.len() - rest.len()..));
                rest.is_some_and(|rest| rest.split_whitespace().count() <= *most && names_only(rest))
            }),
            Only(known) => {
                (2..=20).contains(&words)
                    && bare.split([' ', ',', '|', '/', '·']).all(|word| word.is_empty() || known.contains(&word))
            }
            When(check) => check(lower),
        }
    }
}

fn begins(bare: &str, openings: &[&str]) -> bool {
    openings.iter().any(|opening| {
        bare.strip_prefix(opening)
            .is_some_and(|rest| !opening.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric))
    })
}

fn names_only(text: &str) -> bool {
    let small = |word: &str| matches!(word, "de" | "van" | "von" | "der" | "and" | "via" | "/" | "|");
    text.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '(') || small(word))
}

fn speaks(lower: &str) -> bool {
    const SPEECH: [&str; 9] = ["said", "says", "say", "told", "tells", "asked", "urged", "added", "wrote"];
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| SPEECH.contains(&word))
}

fn is_number_of_comments(lower: &str) -> bool {
    let mut words = lower.trim_matches(['(', ')']).split_whitespace();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || b == b',');
    match (words.next(), words.next(), words.next()) {
        (Some(first), Some("comment" | "comments" | "shares" | "views"), None) => number(first),
        (Some("comments"), Some(second), None) => number(second.trim_matches(['(', ')'])),
        _ => false,
    }
}

/// "(Reuters/Jane Roe)", "Jane Roe/Getty Images", "Jane Roe via AP"
fn is_picture_credit(lower: &str) -> bool {
    let words = lower.split_whitespace().count();
    if words > 9 || lower.ends_with('.') || speaks(lower) {
        return false;
    }
    if let Some(inside) = lower.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let names = || inside.split(['/', '|', ',']).map(str::trim);
        return inside.starts_with("photo") || inside.starts_with("image") || names().any(is_agency);
    }
    let agency = [
        "/getty images",
        "/getty",
        "/reuters",
        "/afp",
        "/ap",
        "/shutterstock",
        "/epa",
        " via getty images",
        " via ap",
        " via reuters",
        " via afp",
    ];
    agency.iter().any(|end| lower.ends_with(end)) && !lower.contains("http")
}

fn is_copyright(lower: &str) -> bool {
    let words = lower.split_whitespace().count();
    let year = || lower.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    let rights = lower.contains("all rights reserved");
    words <= 50
        && (lower.starts_with('©')
            || (lower.starts_with("copyright")
                && (lower.contains('©') || lower.contains("(c)") || rights || (year() && words <= 12)))
            || (lower.starts_with("(c)") && (year() || rights))
            || (rights && words <= 25)
            || lower.starts_with("this material may not be published"))
}

fn is_reading_time(lower: &str) -> bool {
    let bare = bare(lower);
    let words = bare.split_whitespace().count();
    let timed = bare.contains("min") && bare.bytes().any(|b| b.is_ascii_digit());
    words <= 6
        && timed
        && ["read", "reading time", "to read", "listen"].iter().any(|word| {
            bare.ends_with(word) || bare.starts_with("reading time") || bare.starts_with("estimated reading")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn litter_is_known() {
        for (line, why) in [
            ("Leave a comment", "invitation to comment"),
            ("LEAVE A COMMENT »", "invitation to comment"),
            ("12 Comments", "invitation to comment"),
            ("Comments (3)", "invitation to comment"),
            ("Share this article:", "buttons to share"),
            ("Facebook Twitter WhatsApp", "buttons to share"),
            ("Read more: Mayor resigns over bridge", "pointer to another article"),
            ("Also Read | Mayor resigns over bridge", "pointer to another article"),
            ("Click here to see the pictures.", "pointer to another article"),
            ("[Advertisement]", "advertisement"),
            ("Article continues below advertisement", "advertisement"),
            ("Sign up for our newsletter and never miss a story.", "invitation to subscribe"),
            ("Follow us on Facebook and Twitter.", "invitation to follow"),
            ("Photo: Jane Roe", "credit of a picture"),
            ("Image: Jane Roe.", "credit of a picture"),
            ("(Reuters/Jane Roe)", "credit of a picture"),
            ("Jane Roe/Getty Images", "credit of a picture"),
            ("(Reporting by Jane Roe; Editing by John Doe)", "credit of an agency"),
            ("© 2016 The Roundhill Standard", "copyright"),
            ("Copyright 2016 The Roundhill Standard. All rights reserved.", "copyright"),
            ("Related Articles", "heading of a list of other articles"),
            ("Tags: bridge, mayor", "keywords"),
            ("5 min read", "reading time"),
            ("Listen to this article", "button of the page"),
            ("We use cookies to improve this site.", "note on cookies or scripts"),
            ("* * *", "separator"),
        ] {
            assert_eq!(reason(line), Some(why), "{line}");
        }
    }

    #[test]
    fn prose_that_begins_like_litter_stays() {
        for line in [
            "Advertisement spending rose by a tenth last year.",
            "Share this burden, he said, or carry it alone.",
            "Share prices fell on Monday.",
            "Read more books, the minister told pupils.",
            "Read more about it in her book, he said.",
            "Follow us, they said.",
            "Photo: The bridge fell.",
            "Photo: the bridge before it fell into the river on Monday, killing two.",
            "Related firms were fined as well.",
            "Subscribe to the view that taxes must fall and you will be disappointed.",
            "Copyright law has changed little since 1988, when it was last looked at by parliament in full.",
            "Comments by the minister drew anger.",
            "Tags were found on the whales.",
            "The film is a 5 minute read of the play.",
            "Print is dead, or so they say.",
            "Sign up for the army was the order of the day.",
            "Click here, said the teacher.",
            "",
        ] {
            assert_eq!(reason(line), None, "{line}");
        }
    }
}
