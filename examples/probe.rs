use standfirst::{
    analysis::{people, tags},
    config::Settings,
    model::Model,
    text::*,
};
fn main() {
    let model = Model::embedded();
    let lex = people::PeopleLexicon::embedded();
    let settings = Settings::default();
    for path in std::env::args().skip(1) {
        let raw = std::fs::read_to_string(&path).unwrap();
        let mut prose = Prose::default();
        for para in raw.split('\n').map(str::trim).filter(|p| !p.is_empty()) {
            if !prose.text.is_empty() {
                prose.text.push_str("\n\n");
            }
            let s = prose.text.len();
            prose.text.push_str(para);
            prose.blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(s, prose.text.len()) });
        }
        let doc = Document::analyse(&prose, "en", &model);
        let people = people::find(&doc, &lex, &settings.people, None);
        let tags = tags::find(&doc, "en", &people, &model, &[]);
        let t: Vec<_> = tags.iter().map(|t| serde_json::json!({"label": t.label, "score": t.score})).collect();
        println!("{}", serde_json::json!({"source": path, "tags": t, "people": []}));
    }
}
