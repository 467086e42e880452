//! The web manifest and the icon: what a site looks like in a tab, a list or on a home screen.

use serde_json::json;

use super::{Extra, xml};
use crate::config::{Settings, SiteSettings};

pub(super) const MANIFEST: &str = "manifest.webmanifest";
pub(super) const ICON: &str = "icon.svg";

/// The accent colour of the built-in style sheet.
const ACCENT: &str = "#9b2c1f";

/// Both files; `own_icon` takes the place of the one that is made here.
pub(super) fn files(settings: &Settings, own_icon: Option<&str>) -> [Extra; 2] {
    let site = &settings.site;
    let accent = settings.theme.accent.map_or_else(|| ACCENT.to_owned(), |accent| accent.to_string());
    let icon = own_icon.map_or_else(|| icon(&site.title, &accent), str::to_owned);
    [(MANIFEST, manifest(site), "the web manifest"), (ICON, icon, "the icon")].map(|(path, text, origin)| Extra {
        path: path.into(),
        bytes: text.into_bytes(),
        origin: origin.into(),
    })
}

/// Addresses in it are relative to itself, so that it holds in any folder.
fn manifest(site: &SiteSettings) -> String {
    let mut manifest = json!({
        "name": site.title,
        "start_url": "./",
        "display": "browser",
        "lang": site.language,
        "icons": [{ "src": ICON, "sizes": "any", "type": "image/svg+xml" }],
    });
    if !site.description.is_empty() {
        manifest["description"] = json!(site.description);
    }
    format!("{manifest:#}\n")
}

/// The first letter of the title on the accent colour.
fn icon(title: &str, accent: &str) -> String {
    let initial: String = title.chars().find(|c| c.is_alphanumeric()).map_or('S', |c| c).to_uppercase().collect();
    let mut letter = String::new();
    xml::text(&mut letter, &initial);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">\
         <rect width=\"64\" height=\"64\" rx=\"10\" fill=\"{accent}\"/>\
         <text x=\"32\" y=\"46\" text-anchor=\"middle\" font-family=\"Georgia,serif\" font-size=\"42\" \
         font-weight=\"700\" fill=\"#fcfbf8\">{letter}</text></svg>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_is_the_initial() {
        let letter =
            |title: &str| icon(title, ACCENT).split_once("#fcfbf8\">").map(|(_, rest)| rest.to_owned()).unwrap();
        assert_eq!(letter("“ßig” news"), "SS</text></svg>\n");
        assert_eq!(letter("the paper"), "T</text></svg>\n");
        assert_eq!(letter("&"), "S</text></svg>\n");
        assert!(include_str!("../../templates/style.css").contains(&format!("--accent: {ACCENT};")));
    }

    #[test]
    fn the_manifest_names_the_site_and_its_icon() {
        let site = SiteSettings { title: "A \"digest\"".into(), description: "News".into(), ..SiteSettings::default() };
        let manifest: serde_json::Value = serde_json::from_str(&manifest(&site)).unwrap();
        assert_eq!(
            manifest,
            json!({"name": "A \"digest\"", "description": "News", "start_url": "./", "display": "browser", "lang": "en",
                "icons": [{"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"}]})
        );
    }
}
