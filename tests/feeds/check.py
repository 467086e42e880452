"""Reads a built site as machines do, and says what is wrong with it.

usage: check.py PUBLIC BASE_URL

Feeds are read by feedparser, XML by libxml2, JSON-LD is held against the terms of schema.org. Exits with 1 when there is
a fault. `tests/feeds/run` builds sites and calls this for each.
"""

import collections
import datetime
import json
import pathlib
import re
import sys

import feedparser
from lxml import etree, html

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
RFC822 = "%a, %d %b %Y %H:%M:%S %z"
W3C_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
VERSIONS = {"atom.xml": "atom10", "rss.xml": "rss20"}

# Terms of schema.org (version 30): for each type the properties that it has, and what each may be.
THING = {"name": {"Text"}, "url": {"URL"}, "sameAs": {"URL"}, "description": {"Text"}, "image": {"URL", "ImageObject"}}
SCHEMA = {
    "Thing": THING,
    "Organization": THING,
    "Person": THING | {"jobTitle": {"Text", "DefinedTerm"}},
    "WebPage": THING | {"inLanguage": {"Text"}},
    "NewsArticle": THING
    | {
        "mainEntityOfPage": {"URL", "WebPage"},
        "headline": {"Text"},
        "abstract": {"Text"},
        "datePublished": {"Date"},
        "dateModified": {"Date"},
        "dateline": {"Text"},
        "inLanguage": {"Text"},
        "author": {"Person", "Organization"},
        "publisher": {"Person", "Organization"},
        "isBasedOn": {"URL", "WebPage"},
        "citation": {"Text", "WebPage"},
        "about": {"Thing", "Person", "Organization"},
        "mentions": {"Thing", "Person", "Organization"},
        "keywords": {"Text"},
    },
}


class Check:
    """The site, what was counted and what is wrong."""

    def __init__(self, root, base):
        self.root, self.base = root, base
        self.counts, self.faults = collections.Counter(), collections.Counter()

    def expect(self, holds, what, *where):
        if not holds:
            self.faults[what] += 1
            if self.faults[what] <= 5:
                print("fault:", what, *where)

    def target(self, url):
        """The file that a URL of the site stands for."""
        if not url or not url.startswith(self.base):
            return None
        path = self.root / url[len(self.base) :].split("#")[0].split("?")[0]
        return path / "index.html" if url.split("#")[0].endswith("/") else path

    def is_served(self, url):
        target = self.target(url)
        return target is not None and target.is_file()

    def files(self, pattern):
        return sorted(self.root.rglob(pattern))


def check_xml(check):
    for file in check.files("*.xml"):
        check.counts["xml files"] += 1
        try:
            etree.parse(str(file), etree.XMLParser(recover=False))
        except etree.XMLSyntaxError as error:
            check.expect(False, "not well-formed", file, error)


def check_parsed_feeds(check):
    """Atom and RSS, as feedparser understands them."""
    for name, version in VERSIONS.items():
        for file in check.files(name):
            feed = feedparser.parse(file.read_bytes(), sanitize_html=False, resolve_relative_uris=False)
            check.counts[name] += 1
            check.expect(not feed.bozo, "feedparser complains", file, feed.get("bozo_exception"))
            check.expect(feed.version == version, "version", file, feed.version)
            check.expect(feed.feed.get("title") and check.is_served(feed.feed.get("link")), "title or link of the feed", file)
            own = [link.href for link in feed.feed.links if link.rel == "self"]
            check.expect(own and check.target(own[0]) == file, "link to itself", file, own)
            check.expect(LANGUAGE.fullmatch(feed.feed.get("language", "")), "language of the feed", file)
            check_entries(check, name, file, feed.entries)


def check_entries(check, name, file, entries):
    check.expect(entries, "a feed without entries", file)
    check.expect(len({entry.id for entry in entries}) == len(entries), "an id twice", file)
    # Stories stand in the order of their days; within a day, by name.
    days = [day for entry in entries if (day := day_of(entry.get("published", "")))]
    check.expect(days == sorted(days, reverse=True), "newest first", file)
    for entry in entries:
        check.counts["entries of " + name] += 1
        check.expect(entry.get("title") and entry.get("summary"), "title and summary", file, entry.id)
        check.expect(check.is_served(entry.get("link")), "link of an entry", file, entry.get("link"))
        check.expect(check.is_served(entry.id), "id of an entry", file, entry.id)
        check.expect(not entry.get("published") or entry.get("published_parsed"), "date", file, entry.get("published"))
        for content in entry.get("content", []):
            check_content(check, file, content.value)


def day_of(date):
    """The day in its own time zone."""
    for shape in ("%Y-%m-%dT%H:%M:%S%z", RFC822):
        try:
            return datetime.datetime.strptime(date, shape).date()
        except ValueError:
            pass
    return None


def check_content(check, file, content):
    """A whole text must mean the same wherever it is read."""
    check.counts["whole texts"] += 1
    for element in html.fragment_fromstring(content, create_parent="div").iter():
        for attribute in ("href", "src"):
            url = element.get(attribute)
            check.expect(url is None or re.match(r"[a-z]+:", url), "relative address in a whole text", file, url)


def check_atom(check):
    """What RFC 4287 demands and feedparser forgives."""
    for file in check.files("atom.xml"):
        root = etree.parse(str(file)).getroot()
        entries = root.findall(ATOM + "entry")
        for element in [root, *entries]:
            for name in ("id", "title", "updated"):
                check.expect(len(element.findall(ATOM + name)) == 1, "atom: exactly one " + name, file)
            for name in ("updated", "published"):
                text = element.findtext(ATOM + name)
                check.expect(text is None or RFC3339.fullmatch(text), "atom: RFC 3339", file, text)
            links = [link for link in element.findall(ATOM + "link") if link.get("rel", "alternate") == "alternate"]
            check.expect(len(links) == 1, "atom: one alternate link", file)
        check.expect(root.find(ATOM + "author/" + ATOM + "name") is not None, "atom: an author", file)
        updated = [element.findtext(ATOM + "updated") or "" for element in [root, *entries]]
        if all(map(RFC3339.fullmatch, updated)):
            own, *others = map(datetime.datetime.fromisoformat, updated)
            check.expect(own == max(others), "atom: updated is not the newest", file)


def check_rss(check):
    """What RSS 2.0 demands."""
    for file in check.files("rss.xml"):
        channel = etree.parse(str(file)).getroot().find("channel")
        for name in ("title", "link", "description"):
            check.expect(len(channel.findall(name)) == 1 and channel.findtext(name), "rss: exactly one " + name, file)
        for date in channel.iter("pubDate", "lastBuildDate"):
            check.expect(day_of(date.text) and not RFC3339.fullmatch(date.text), "rss: RFC 822", file, date.text)
        for item in channel.findall("item"):
            check.expect(item.find("title") is not None or item.find("description") is not None, "rss: item", file)
            check.expect(item.find("author") is None, "rss: an author must be an e-mail address", file)


def check_json_feeds(check):
    """JSON Feed 1.1."""
    for file in check.files("feed.json"):
        check.counts["feed.json"] += 1
        feed = json.loads(file.read_text(encoding="utf-8"))
        check.expect(feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"], "json: head", file)
        check.expect(check.target(feed["feed_url"]) == file and check.is_served(feed["home_page_url"]), "json: urls", file)
        check.expect(len({item["id"] for item in feed["items"]}) == len(feed["items"]), "json: an id twice", file)
        for item in feed["items"]:
            check.counts["items of feed.json"] += 1
            check.expect(isinstance(item["id"], str) and check.is_served(item["url"]), "json: id and url", file)
            check.expect(("content_text" in item) != ("content_html" in item), "json: one content", file)
            if "content_html" in item:
                check_content(check, file, item["content_html"])
            for date in (item[key] for key in ("date_published", "date_modified") if key in item):
                check.expect(RFC3339.fullmatch(date), "json: RFC 3339", file, date)
            for author in item.get("authors", []):
                check.expect(author and not set(author) - {"name", "url", "avatar"}, "json: author", file)
            check.expect(all(isinstance(tag, str) for tag in item.get("tags", [])), "json: tags", file)


def check_pages(check):
    for file in check.files("*.html"):
        text = file.read_text(encoding="utf-8")
        page = html.fromstring(text)
        kind = (page.xpath("//body/@class") or [""])[0]
        scripts = page.xpath("//script")
        check.expect(len(scripts) == text.count("<script"), "a script in disguise", file)
        if kind:
            check.counts[kind] += 1
            check_head(check, file, page)
        if kind == "article-page":
            check.expect(len(scripts) == 1 and scripts[0].get("type") == "application/ld+json", "one JSON-LD", file)
            check_article(check, file, page, json.loads(scripts[0].text))


def check_head(check, file, page):
    check.expect(LANGUAGE.fullmatch(page.get("lang") or ""), "language of the page", file)
    for name in ("og:type", "og:title", "og:site_name"):
        check.expect(len(page.xpath("//meta[@property=$name]/@content", name=name)) == 1, name, file)
    check.expect(len(page.xpath("//meta[@name='twitter:card']")) == 1, "twitter:card", file)
    canonical = page.xpath("//link[@rel='canonical']/@href")
    check.expect(len(canonical) == 1 and check.target(canonical[0]) == file, "canonical", file, canonical)
    check.expect(page.xpath("//meta[@property='og:url']/@content") == canonical, "og:url", file)
    for link in page.xpath("//link[@rel='alternate' or @rel='search' or @rel='icon' or @rel='manifest']"):
        check.counts["link rel=" + link.get("rel")] += 1
        href, path = link.get("href"), "/" + check.base.split("/", 3)[3]
        target = check.root / href[len(path) :] if href.startswith(path) else (file.parent / href).resolve()
        check.expect(target.is_file(), "a link in the head that leads nowhere", file, href)


def check_article(check, file, page, data):
    check.expect(data.get("@context") == "https://schema.org", "schema.org: context", file)
    check.expect(data.get("@type") == "NewsArticle", "schema.org: type", file)
    check_terms(check, file, {key: value for key, value in data.items() if key != "@context"})
    check.expect(0 < len(data["headline"]) <= 110, "schema.org: headline", file, data["headline"])
    check.expect(data["mainEntityOfPage"] == page.xpath("//link[@rel='canonical']/@href")[0], "schema.org: page", file)
    title = page.xpath("//h1")[0].text_content()
    check.expect(title.startswith(data["headline"].rstrip("…")), "schema.org: headline of the page", file, title)
    times = {time.get("datetime") for time in page.xpath("//time")}
    for name, opengraph in (("datePublished", "published_time"), ("dateModified", "modified_time")):
        stated = page.xpath("//meta[@property=$name]/@content", name="article:" + opengraph)
        check.expect([data[name]] * (name in data) == stated if name in data else not stated, opengraph, file)
        check.expect(name not in data or data[name] in times, name + " that the page does not show", file)
        check.counts["articles with " + name] += name in data
    check.counts["persons mentioned"] += len(data.get("mentions", []))
    for person in data.get("mentions", []):
        check.expect(person["@type"] == "Person" and person["name"] in page.text_content(), "a person out of nowhere", file)
        check.counts["with jobTitle"] += "jobTitle" in person


def check_terms(check, file, node):
    """Whether each property belongs to the type of its node, and each value to the property."""
    properties = SCHEMA.get(node.get("@type"))
    check.expect(properties is not None, "schema.org: unknown type", file, node.get("@type"))
    for key, value in node.items():
        if key == "@type" or properties is None:
            continue
        check.expect(key in properties, "schema.org: unknown property", file, node["@type"], key)
        check.expect(value not in (None, "", []), "schema.org: empty property", file, key)
        for one in value if isinstance(value, list) else [value]:
            kinds = kinds_of(one)
            check.expect(kinds & properties.get(key, kinds), "schema.org: value of " + key, file, one)
            if isinstance(one, dict):
                check_terms(check, file, one)


def kinds_of(value):
    if isinstance(value, dict):
        return {value.get("@type")}
    if not isinstance(value, str):
        return set()
    kinds = {"Text"}
    if re.fullmatch(r"https?://[^\s\"<>]+", value):
        kinds.add("URL")
    if W3C_DATE.fullmatch(value):
        kinds.add("Date")
    return kinds


def check_sitemap(check):
    """Every page and no other, each once; nothing but ASCII in addresses."""
    tree = etree.parse(str(check.root / "sitemap.xml")).getroot()
    parts = [tree]
    if tree.tag == SITEMAP + "sitemapindex":
        parts = [etree.parse(str(check.target(loc.text))).getroot() for loc in tree.iter(SITEMAP + "loc")]
    found = []
    for part in parts:
        locs = [loc.text for loc in part.iter(SITEMAP + "loc")]
        check.expect(len(locs) <= 50_000, "sitemap: too many", len(locs))
        found += locs
        for date in part.iter(SITEMAP + "lastmod"):
            check.expect(W3C_DATE.fullmatch(date.text), "sitemap: lastmod", date.text)
    check.counts["urls of the sitemap"] = len(found)
    files = {check.target(loc) for loc in found}
    check.expect(len(files) == len(found) and all(loc.isascii() for loc in found), "sitemap: a URL twice or not ASCII")
    redirects = {file for file in check.files("*.html") if 'http-equiv="refresh"' in file.read_text(encoding="utf-8")[:1000]}
    wanted = set(check.files("index.html")) - redirects
    check.expect(files == wanted, "sitemap: other pages than there are", files ^ wanted)


def check_news(check):
    file = check.root / "news-sitemap.xml"
    if not file.is_file():
        return
    urls = list(etree.parse(str(file)).iter(SITEMAP + "url"))
    check.counts["urls of the news sitemap"] = len(urls)
    check.expect(0 < len(urls) <= 1000, "news: how many", len(urls))
    dates = set()
    for url in urls:
        news = url.find(NEWS + "news")
        check.expect(check.is_served(url.findtext(SITEMAP + "loc")), "news: loc")
        check.expect(news.findtext(NEWS + "title"), "news: title")
        check.expect(news.findtext(f"{NEWS}publication/{NEWS}name"), "news: name")
        language = news.findtext(f"{NEWS}publication/{NEWS}language")
        check.expect(re.fullmatch("[a-z]{2,3}|zh-cn|zh-tw", language), "news: language", language)
        date = news.findtext(NEWS + "publication_date")
        check.expect(W3C_DATE.fullmatch(date), "news: date", date)
        dates.add(date[:10])
    check.expect(len(dates) <= 2, "news: more than two days", sorted(dates))


def check_other_files(check):
    robots = (check.root / "robots.txt").read_text(encoding="utf-8")
    sitemaps = re.findall(r"^Sitemap: (.*)$", robots, re.M)
    check.expect(sitemaps and all(map(check.is_served, sitemaps)), "robots.txt: sitemaps", sitemaps)
    has_news = (check.root / "news-sitemap.xml").is_file()
    check.expect(len(sitemaps) == 1 + has_news, "robots.txt: all sitemaps", sitemaps)
    manifest = json.loads((check.root / "manifest.webmanifest").read_text(encoding="utf-8"))
    check.expect(manifest["name"] and manifest["start_url"], "manifest: required")
    for icon in manifest["icons"]:
        check.expect((check.root / icon["src"]).is_file(), "manifest: icon", icon)
    check.expect(etree.parse(str(check.root / "icon.svg")).getroot().tag.endswith("}svg"), "icon.svg")
    search = check.root / "opensearch.xml"
    check.expect(search.is_file() == (check.root / "search/index.html").is_file(), "opensearch.xml: only with a search page")
    if search.is_file():
        root = etree.parse(str(search)).getroot()
        check.expect(len(root.findtext(OPENSEARCH + "ShortName")) <= 16, "opensearch: short name")
        template = root.find(OPENSEARCH + "Url").get("template")
        check.expect("{searchTerms}" in template and check.is_served(template), "opensearch: template", template)


def main(root, base):
    check = Check(pathlib.Path(root).resolve(), base)
    check_xml(check)
    if not check.faults:
        for part in (check_parsed_feeds, check_atom, check_rss, check_json_feeds, check_sitemap, check_news):
            part(check)
    check_pages(check)
    check_other_files(check)
    print(", ".join(f"{name}: {count}" for name, count in sorted(check.counts.items())))
    print("faults:", dict(check.faults) or "none")
    return 1 if check.faults else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
