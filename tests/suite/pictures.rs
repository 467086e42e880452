//! Pictures of articles: what is copied, what pages say of them, and what is wrong with them.

use std::collections::BTreeMap;
use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};

use crate::project::Project;

/// A picture with a pattern that is soft enough to be small and not so plain that all widths are alike.
fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let wave = |at: u32| ((f64::from(at) / 9.0).sin() * 90.0 + 120.0) as u8;
    let image = RgbImage::from_fn(width, height, |x, y| image::Rgb([wave(x), wave(y), wave(x + y)]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(image).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

const ARTICLE: &str = "---\nimage: bridge.jpg\nimage_alt: The bridge at dusk\nimage_caption: The new bridge.\n\
    image_credit: Jane Roe\n---\n# The bridge is open\n\nThe mayor opened the bridge on Monday.\n\n\
    ![Cars on the bridge](../shared/cars.png)\n\n![A map](https://example.org/map.png)\n";

fn project() -> Project {
    let project = Project::new();
    project.put("config.yaml", "title: Test\nsearch: false\nbase_url: https://example.org/news/\n");
    project.put("seeds/2024/bridge.md", ARTICLE);
    project.put("seeds/2024/bridge.jpg", picture(1200, 60, ImageFormat::Jpeg));
    project.put("seeds/shared/cars.png", picture(60, 40, ImageFormat::Png));
    project.put("seeds/shared/unused.png", picture(50, 40, ImageFormat::Png));
    project
}

fn page(project: &Project) -> String {
    String::from_utf8(project.files("public").remove("bridge/index.html").expect("the article")).unwrap()
}

/// The pictures of the site, with their widths as they are.
fn widths(project: &Project) -> Vec<(String, u32)> {
    let width = |bytes: &[u8]| image::load_from_memory(bytes).map_or(0, |image| image.width());
    project.files("public/pictures").into_iter().map(|(path, bytes)| (path, width(&bytes))).collect()
}

#[test]
fn pictures_beside_an_article_are_published_in_several_widths() {
    let project = project();
    project.run(&["build"]).assert_code(0).assert_problems(&[]);
    let widths = widths(&project);
    let names: Vec<&str> = widths.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(widths.iter().map(|(_, width)| *width).collect::<Vec<_>>(), [1200, 480, 960, 60], "{names:?}");
    for (path, width) in &widths {
        assert!(path.contains(&format!("-{width}.")), "{path}");
    }
    let [full, small, usual, cars] = names[..] else { panic!("{names:?}") };
    let page = page(&project);
    let lead = format!(
        "<figure class=\"picture\">\n<img src=\"../pictures/{usual}\" alt=\"The bridge at dusk\" width=\"1200\" height=\"60\" \
         srcset=\"../pictures/{small} 480w, ../pictures/{usual} 960w, ../pictures/{full} 1200w\" \
         sizes=\"(min-width: 43rem) 38rem, calc(100vw - 2.5rem)\" fetchpriority=\"high\">\n\
         <figcaption>The new bridge. <span class=\"credit\">Jane Roe</span></figcaption>\n</figure>"
    );
    assert!(page.contains(&lead), "{page}");
    let in_text = format!(
        "<img src=\"../pictures/{cars}\" width=\"60\" height=\"40\" loading=\"lazy\" decoding=\"async\" \
         alt=\"Cars on the bridge\" />"
    );
    assert!(page.contains(&in_text), "{page}");
    assert!(page.contains("<img src=\"https://example.org/map.png\" alt=\"A map\" />"), "{page}");
}

#[test]
fn pictures_are_made_once_and_the_same_on_any_number_of_threads() {
    let project = project();
    project.run(&["build", "--threads", "1"]).assert_code(0);
    let first = project.files("public");
    let kept = project.files(".standfirst/pictures");
    // A text for each of the two pictures, three widths of the one and the other as it is.
    assert_eq!(kept.len(), 6, "{:?}", kept.keys());
    let marked: BTreeMap<_, _> = kept.iter().filter(|(path, _)| path.ends_with("-480.jpg")).collect();
    let (path, bytes) = marked.first_key_value().expect("the narrow one");
    let changed: Vec<u8> = bytes.iter().rev().copied().collect();
    project.put(&format!(".standfirst/pictures/{path}"), &changed);
    project.run(&["build", "--output", "again"]).assert_code(0);
    assert!(project.files("again").values().any(|bytes| *bytes == changed), "what was kept is used");
    std::fs::remove_dir_all(project.path(".standfirst/pictures")).unwrap();
    project.run(&["build", "--output", "anew", "--threads", "16"]).assert_code(0);
    assert!(project.files("anew") == first);
}

#[test]
fn a_changed_picture_has_another_address() {
    let project = project();
    project.run(&["build"]).assert_code(0);
    let before = widths(&project);
    project.put("seeds/shared/cars.png", picture(61, 40, ImageFormat::Png));
    project.run(&["build"]).assert_code(0);
    let after = widths(&project);
    assert_eq!(after[..3], before[..3]);
    assert_eq!(after.len(), 4);
    assert_ne!(after[3].0, before[3].0);
    assert_eq!(project.files(".standfirst/pictures").len(), 6, "the old one is forgotten");
}

#[test]
fn a_linked_picture_is_linked_in_full() {
    let project = project();
    project.put("seeds/2024/bridge.md", "# Bridge\n\nThe bridge is open.\n\n[![Bridge](bridge.jpg)](bridge.jpg)\n");
    project.run(&["build"]).assert_code(0).assert_problems(&[]);
    let full = &widths(&project)[0].0;
    assert!(page(&project).contains(&format!("<a href=\"../pictures/{full}\"><img src=")), "{}", page(&project));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused() {
    let project = project();
    project.put("secret.png", picture(9, 9, ImageFormat::Png));
    std::os::unix::fs::symlink(project.path("secret.png"), project.path("seeds/2024/link.png")).unwrap();
    project.put("seeds/2024/bridge.md", "# Bridge\n\nThe bridge is open.\n\n![Secret](link.png)\n");
    project
        .run(&["build"])
        .assert_code(1)
        .assert_problems(&["error: the picture `link.png` lies outside the folder of the articles"]);
}
