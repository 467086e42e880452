//! Text that is turned into HTML or JSON.

use pulldown_cmark::{Event, Options, Parser, Tag, html};
use tera::{Error, Kwargs, State, TeraResult, Value};

use super::urls;

/// `site.extra.about | markdown`: Markdown as safe HTML; `inline=true` leaves the `<p>` round a single paragraph out.
///
/// Raw HTML is cleaned, and links that begin with `/` lead to pages of this site.
pub(super) fn markdown(text: &str, arguments: Kwargs, state: &State) -> TeraResult<Value> {
    let root = state.get::<String>("root")?.unwrap_or_else(|| "./".to_owned());
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION;
    let events = Parser::new_ext(text, options).map(|event| at_home(event, &root));
    let mut made = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut made, events);
    let clean = ammonia::Builder::default().link_rel(None).clean(&made).to_string();
    let clean = clean.trim_end();
    let inner =
        clean.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")).filter(|rest| !rest.contains("<p>"));
    let inline = arguments.get::<bool>("inline")?.unwrap_or(false);
    Ok(Value::safe_string(inner.filter(|_| inline).unwrap_or(clean)))
}

/// A link or picture from the root of the site, as it is seen from the page.
fn at_home<'a>(event: Event<'a>, root: &str) -> Event<'a> {
    let from_page = |url: &str| urls::from_author(url, root).into_owned().into();
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: from_page(&dest_url), title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: from_page(&dest_url), title, id })
        }
        event => event,
    }
}

/// `person | json`: JSON that can stand in a `<script>` or between single quotes; `pretty=true` for people.
pub(super) fn json(value: &Value, arguments: Kwargs, _: &State) -> TeraResult<Value> {
    let json = to_json(value, arguments.get::<bool>("pretty")?.unwrap_or(false))?;
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\'' | '\u{2028}' | '\u{2029}' => safe.push_str(&format!("\\u{:04x}", c as u32)),
            _ => safe.push(c),
        }
    }
    Ok(Value::safe_string(&safe))
}

pub(super) fn to_json(value: &Value, pretty: bool) -> TeraResult<String> {
    let json = if pretty { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
    json.map_err(|error| Error::message(format!("cannot be written as JSON: {error}")))
}
