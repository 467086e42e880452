//! The server: what it answers, and what it tells open pages when files change.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::project::Project;

/// Longer than anything takes on a busy machine; nothing waits for it unless a test fails.
const PATIENCE: Duration = Duration::from_secs(60);

const ARTICLE: &str = "# Bridge opens\n\nMayor Ada Lovelace opened the bridge on Monday. Alan Turing was there.\n";

/// A running server, killed at the end of the test.
struct Server {
    child: Child,
    said: Receiver<String>,
    address: String,
    /// From the slash after the host on.
    base: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// Status, head and body of an answer.
#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: String,
}

fn start(project: &Project, args: &[&str]) -> Server {
    let mut command = project.command(&[&["serve"], args].concat());
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let stderr = BufReader::new(child.stderr.take().unwrap());
    let (sender, said) = channel();
    std::thread::spawn(move || stderr.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    let mut server = Server { child, said, address: String::new(), base: String::new() };
    let url = server.wait_for("serving http://");
    let url = url.trim_start_matches("serving http://").trim_end_matches(" (Ctrl-C ends)");
    let (address, base) = url.split_once('/').unwrap();
    (server.address, server.base) = (address.to_owned(), format!("/{base}"));
    server
}

impl Server {
    /// The next line said that starts so.
    fn wait_for(&self, start: &str) -> String {
        loop {
            let line = self.said.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("`{start}` was never said"));
            if line.starts_with(start) {
                return line;
            }
        }
    }

    fn connect(&self, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    fn get(&self, path: &str) -> Answer {
        let mut bytes = Vec::new();
        self.connect(path).read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    fn events(&self) -> Events {
        Events { lines: BufReader::new(self.connect("/__standfirst/events")) }
    }
}

struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The next event for which `wanted` holds.
    fn wait(&mut self, wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert_ne!(self.lines.read_line(&mut line).expect("an event in time"), 0, "no more events");
            let Some(data) = line.strip_prefix("data: ") else { continue };
            let event = serde_json::from_str(data).unwrap();
            if wanted(&event) {
                return event;
            }
        }
    }
}

/// Puts a file into place in one step, as many editors do, so that no half of it is ever seen.
fn edit(project: &Project, path: &str, text: impl AsRef<[u8]>) {
    project.put("edited.tmp", text);
    std::fs::create_dir_all(project.path(path).parent().unwrap()).unwrap();
    std::fs::rename(project.path("edited.tmp"), project.path(path)).unwrap();
}

fn project() -> Project {
    let project = Project::new();
    project.put("seeds/bridge.md", ARTICLE);
    project.put("seeds/other.txt", "The council of Springfield met on Tuesday. It talked about the library.\n");
    project
}

#[test]
fn pages_are_served_with_clean_addresses_and_nothing_else_is() {
    let project = project();
    let server = start(&project, &["--port", "0"]);
    let index = server.get("/");
    assert_eq!(index.status, 200);
    assert!(index.head.contains("content-type: text/html; charset=utf-8"), "{}", index.head);
    assert!(index.head.contains("cache-control: no-store"), "{}", index.head);
    assert!(index.body.contains("Bridge opens") && index.body.contains("/__standfirst/live.js"));
    let page = server.get("/bridge");
    assert!(page.status == 307 && page.head.contains("location: /bridge/"), "{page:?}");
    assert!(server.get("/bridge/").body.contains("Ada Lovelace"));
    let script = server.get("/__standfirst/live.js");
    assert!(script.head.contains("content-type: text/javascript"), "{script:?}");
    for path in ["/nowhere/", "/../config.yaml", "/%2e%2e/seeds/bridge.md", "/..%2fseeds/bridge.md", "//etc/passwd"] {
        let answer = server.get(path);
        assert!(answer.status == 404 && !answer.body.contains("# Bridge opens"), "{path}: {answer:?}");
    }
    assert!(!project.path("public").exists() && !project.path(".standfirst").exists());
}

#[test]
fn an_edit_reloads_pages_an_error_is_shown_over_them_and_cleared_when_mended() {
    let project = project();
    let server = start(&project, &["--port", "0"]);
    let mut events = server.events();
    let first = events.wait(|_| true);
    assert_eq!(first["problems"], serde_json::Value::Null);

    edit(&project, "seeds/bridge.md", ARTICLE.replace("Alan Turing", "Grace Hopper"));
    let edited = events.wait(|event| event["version"] != first["version"]);
    assert!(server.get("/bridge/").body.contains("Grace Hopper"));
    assert!(server.wait_for("built 2 articles in ").ends_with(", 1 analysed anew"));

    edit(&project, "seeds/bridge.md", format!("---\ntitel: <b>x</b>\n---\n{ARTICLE}"));
    let broken = events.wait(|event| !event["problems"].is_null());
    let problems = broken["problems"].as_str().unwrap();
    assert!(problems.contains("titel") && problems.contains("seeds/bridge.md:2"), "{problems}");
    assert_eq!(broken["version"], edited["version"]);
    assert!(server.get("/bridge/").body.contains("Grace Hopper"), "the last good page stays");

    edit(&project, "seeds/bridge.md", ARTICLE);
    let mended = events.wait(|event| event["problems"].is_null());
    assert_ne!(mended["version"], edited["version"]);
    assert!(server.get("/bridge/").body.contains("Alan Turing"));
}

#[test]
fn a_style_sheet_is_swapped_without_a_new_version() {
    let project = project();
    let server = start(&project, &["--port", "0"]);
    let mut events = server.events();
    let first = events.wait(|_| true);
    edit(&project, "templates/custom.css", "p { color: teal }");
    let restyled = events.wait(|event| event["style"] != first["style"]);
    assert_eq!(restyled["version"], first["version"]);
    let style = server.get(&format!("/{}", restyled["style"].as_str().unwrap()));
    assert!(style.head.contains("content-type: text/css") && style.body.ends_with("teal }"), "{}", style.head);
}

#[test]
fn a_site_with_a_path_is_served_below_it_and_settings_are_watched() {
    let project = project();
    project.put("config.yaml", "base_url: https://example.org/news/\ntitle: One\n");
    let server = start(&project, &["--port", "0"]);
    assert_eq!(server.base, "/news/");
    assert!(server.get("/").head.contains("location: /news/"));
    assert_eq!(server.get("/bridge/").status, 404);
    assert!(server.get("/news/bridge/").body.contains("Bridge opens"));
    let feed = server.get("/news/rss.xml");
    assert!(
        feed.head.contains("content-type: application/rss+xml") && feed.body.contains("<rss version"),
        "{}",
        feed.head
    );
    let mut events = server.events();
    let first = events.wait(|_| true);
    edit(&project, "config.yaml", "base_url: https://example.org/news/\ntitle: Two\n");
    events.wait(|event| event["version"] != first["version"]);
    assert!(server.get("/news/").body.contains("Two</title>"));
}

#[test]
fn a_broken_project_is_served_as_soon_as_it_is_mended() {
    let project = Project::new();
    project.put("seeds/bridge.md", "---\ntitle: [\n---\n");
    let server = start(&project, &["--port", "0"]);
    assert_eq!(server.get("/").status, 503);
    let mut events = server.events();
    events.wait(|event| !event["problems"].is_null());
    edit(&project, "seeds/bridge.md", ARTICLE);
    events.wait(|event| event["problems"].is_null());
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn what_is_served_is_what_build_writes_but_for_the_script() {
    let project = project();
    let server = start(&project, &["--port", "0"]);
    let mut events = server.events();
    let first = events.wait(|_| true);
    edit(&project, "seeds/bridge.md", ARTICLE.replace("Alan Turing", "Grace Hopper"));
    events.wait(|event| event["version"] != first["version"]);
    project.run(&["build"]).assert_code(0);
    let built = project.files("public");
    assert!(built.len() > 4);
    for (path, bytes) in built {
        let served = server.get(&format!("/{path}")).body;
        let is_script = |line: &&str| line.contains("/__standfirst/live.js");
        let plain: String = served.split_inclusive('\n').filter(|line| !is_script(line)).collect();
        assert_eq!(plain, String::from_utf8_lossy(&bytes), "{path}");
    }
}

#[test]
fn a_taken_port_gives_way_to_the_next() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let server = start(&project(), &["--port", &port.to_string()]);
    let used: u16 = server.address.rsplit_once(':').unwrap().1.parse().unwrap();
    assert!(used > port, "{used}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_well_even_while_pages_listen() {
    let project = project();
    let mut server = start(&project, &["--port", "0"]);
    server.events().wait(|_| true);
    let mut events = server.events();
    events.wait(|_| true);
    let pid = server.child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
}
