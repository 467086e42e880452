//! The way of the engine through templates, with the names that are known at each place.

use std::collections::{BTreeMap, BTreeSet};

use super::expression::{Outcome, Path, Step, outcome, paths};
use super::lex::Token;
use super::parse::{Node, parse};
use crate::diagnostic::nearest;
use crate::render::schema::{Schema, Type};
use crate::render::theme::{BUILTIN, Sources};

/// Most templates within each other.
const MAX_DEPTH: usize = 32;

/// A name that is not known at some place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    pub(super) name: String,
    /// What the name is asked of; `None` for a variable.
    pub(super) of: Option<String>,
    pub(super) there_are: Vec<String>,
    /// A field of that name, or nearly, with the variable that has it.
    pub(super) field: Option<String>,
}

/// Template, and start and end there.
type At<'a> = (&'a str, (usize, usize));

#[derive(Debug, Default)]
pub(super) struct Findings<'a> {
    /// Every name that was come across; `None` when some way knows it.
    pub(super) names: BTreeMap<At<'a>, Option<Unknown>>,
    pub(super) visited: BTreeSet<&'a str>,
}

/// Follows every kind of page.
pub(super) fn all_pages<'a>(sources: &'a Sources, schema: &Schema) -> Findings<'a> {
    let templates = sources.iter().map(|(name, file)| (name.as_str(), parse(&file.text))).collect();
    let mut walk = Walk {
        templates: &templates,
        schema,
        blocks: BTreeMap::new(),
        within: Vec::new(),
        depth: 0,
        findings: Findings::default(),
    };
    for (page, variables) in &schema.pages {
        walk.page(page, variables);
    }
    walk.findings
}

type Templates<'a> = BTreeMap<&'a str, Vec<Node<'a>>>;

/// Names with what is known of them; later ones hide earlier ones.
type Scope = Vec<(String, Type)>;

struct Walk<'t, 'a> {
    templates: &'t Templates<'a>,
    schema: &'t Schema,
    /// Of the page: for each block the templates that have it and what they have there, the one that wins first.
    blocks: BTreeMap<&'a str, Vec<(&'a str, &'t [Node<'a>])>>,
    /// The blocks that surround the place, with the number of the body that is followed.
    within: Vec<(&'a str, usize)>,
    depth: usize,
    findings: Findings<'a>,
}

impl<'t, 'a> Walk<'t, 'a> {
    /// The template that a name means: the user's, else the built-in one.
    fn resolve(&self, name: &str) -> Option<(&'a str, &'t [Node<'a>])> {
        let builtin = format!("{BUILTIN}{name}");
        let found = [name, builtin.as_str()].into_iter().find_map(|name| self.templates.get_key_value(name));
        found.map(|(name, nodes)| (*name, nodes.as_slice()))
    }

    fn page(&mut self, page: &str, variables: &BTreeMap<String, Type>) {
        let mut scope: Scope = variables.iter().map(|(name, of)| (name.clone(), of.clone())).collect();
        self.blocks.clear();
        let mut next = self.resolve(page);
        let mut chain: Vec<&str> = Vec::new();
        while let Some((template, nodes)) = next.filter(|(name, _)| !chain.contains(name)) {
            chain.push(template);
            self.findings.visited.insert(template);
            self.note_blocks(template, nodes);
            let parent =
                nodes.iter().find_map(|node| if let Node::Extends(parent) = node { Some(parent) } else { None });
            let Some(parent) = parent else {
                self.follow(template, nodes, &mut scope);
                return;
            };
            next = self.resolve(parent.text);
        }
    }

    fn note_blocks(&mut self, template: &'a str, nodes: &'t [Node<'a>]) {
        for node in nodes {
            match node {
                Node::Block(name, body) => {
                    self.blocks.entry(name).or_default().push((template, body));
                    self.note_blocks(template, body);
                }
                Node::For(_, _, body, otherwise) => {
                    self.note_blocks(template, body);
                    self.note_blocks(template, otherwise);
                }
                _ => {}
            }
        }
    }

    fn follow(&mut self, template: &'a str, nodes: &'t [Node<'a>], scope: &mut Scope) {
        if self.depth == MAX_DEPTH {
            return;
        }
        self.depth += 1;
        for node in nodes {
            match node {
                Node::Read(tokens) => self.read(template, tokens, scope),
                Node::Set(name, value) => {
                    self.read(template, value, scope);
                    let of = self.type_of(value, scope).map_or(Type::Any, |(of, outcome)| of.after(outcome));
                    scope.push((name.text.to_owned(), of));
                }
                Node::For(names, over, body, otherwise) => {
                    self.read(template, over, scope);
                    let known = scope.len();
                    scope.extend(self.items(names, over, scope));
                    self.follow(template, body, scope);
                    scope.truncate(known);
                    self.follow(template, otherwise, scope);
                }
                Node::Block(name, _) => self.block(name, 0, scope),
                Node::Include(name) => {
                    let known = scope.len();
                    if let Some((included, nodes)) = self.resolve(name) {
                        self.findings.visited.insert(included);
                        self.follow(included, nodes, scope);
                    }
                    scope.truncate(known);
                }
                Node::Extends(_) => {}
            }
        }
        self.depth -= 1;
    }

    /// Follows what a block has, by the templates that have it from the one that wins.
    fn block(&mut self, name: &'a str, number: usize, scope: &mut Scope) {
        if let Some((template, nodes)) = self.blocks.get(name).and_then(|bodies| bodies.get(number)).copied() {
            self.within.push((name, number));
            self.follow(template, nodes, scope);
            self.within.pop();
        }
    }

    fn read(&mut self, template: &'a str, tokens: &[Token<'a>], scope: &mut Scope) {
        for path in paths(tokens) {
            self.check(template, &path, scope);
        }
        let is_super = tokens.windows(2).any(|pair| pair[0].is("super") && pair[1].is("("));
        if let Some((name, number)) = self.within.last().copied().filter(|_| is_super) {
            self.block(name, number + 1, scope);
        }
    }

    /// Notes of each name of the path whether it is known here.
    fn check(&mut self, template: &'a str, path: &Path<'a>, scope: &Scope) {
        let Some(mut of) = variable(path.root.text, scope) else {
            let unknown = self.unknown_variable(path.root.text, scope);
            return self.note(template, &path.root, Some(unknown));
        };
        self.note(template, &path.root, None);
        let mut so_far = path.root.text.to_owned();
        for step in &path.steps {
            if let (Step::Field(name), Type::View(..) | Type::List(_) | Type::Plain) = (step, &of) {
                let fields = self.schema.fields(&of);
                let known = fields.is_some_and(|fields| fields.contains_key(name.text));
                let there_are = fields.into_iter().flat_map(|fields| fields.keys().cloned()).collect();
                let unknown =
                    || Unknown { name: name.text.to_owned(), of: Some(so_far.clone()), there_are, field: None };
                let unknown = (!known).then(unknown);
                self.note(template, name, unknown);
                so_far = format!("{so_far}.{}", name.text);
            }
            of = self.step(of, step);
        }
    }

    fn note(&mut self, template: &'a str, name: &Token<'a>, unknown: Option<Unknown>) {
        let noted = self.findings.names.entry((template, name.range())).or_insert_with(|| unknown.clone());
        if unknown.is_none() {
            *noted = None;
        }
    }

    fn unknown_variable(&self, name: &str, scope: &Scope) -> Unknown {
        let field = self.field_called(name, scope);
        let mut there_are: Vec<String> = scope.iter().map(|(name, _)| name.clone()).collect();
        there_are.sort_unstable();
        there_are.dedup();
        Unknown { name: name.to_owned(), of: None, there_are, field }
    }

    /// A field of a variable that has the name, or else one whose name is near, such as `article.title`.
    fn field_called(&self, name: &str, scope: &Scope) -> Option<String> {
        let is_common = |variable: &str| variable == "site" || variable == "page";
        let views = scope.iter().rev().filter_map(|(variable, of)| Some((variable, self.schema.fields(of)?)));
        let mut views: Vec<_> = views.collect();
        views.sort_by_key(|(variable, _)| is_common(variable));
        let exact = views.iter().find(|(_, fields)| fields.contains_key(name)).map(|(variable, _)| (*variable, name));
        let near = |(variable, fields): &(_, &'t BTreeMap<String, Type>)| {
            Some((*variable, nearest(name, fields.keys().map(String::as_str))?))
        };
        let (variable, field) = exact.or_else(|| views.iter().find_map(near))?;
        Some(format!("{variable}.{field}"))
    }

    fn step(&self, of: Type, step: &Step) -> Type {
        match (step, &of) {
            (Step::Field(name), _) => self.schema.field(&of, name.text).unwrap_or(Type::Any),
            (Step::Item, Type::List(item)) => (**item).clone(),
            _ => Type::Any,
        }
    }

    fn type_of(&self, tokens: &[Token<'a>], scope: &Scope) -> Option<(Type, Outcome)> {
        let (path, outcome) = outcome(tokens)?;
        let of = variable(path.root.text, scope)?;
        Some((path.steps.iter().fold(of, |of, step| self.step(of, step)), outcome))
    }

    /// The names that a loop gives to what it runs over.
    fn items(&self, names: &[Token<'a>], over: &[Token<'a>], scope: &Scope) -> Scope {
        let name = |name: &Token| name.text.to_owned();
        let of = self.type_of(over, scope);
        match (names, of) {
            ([item], Some((of, outcome))) => match of.after(outcome) {
                Type::List(of) => vec![(name(item), *of)],
                _ => vec![(name(item), Type::Any)],
            },
            ([key, group], Some((of @ Type::List(_), Outcome::Groups))) => {
                vec![(name(key), Type::Any), (name(group), of)]
            }
            (names, _) => names.iter().map(|item| (name(item), Type::Any)).collect(),
        }
    }
}

impl Type {
    fn after(self, outcome: Outcome) -> Self {
        match (outcome, self) {
            (Outcome::Same, of) => of,
            (Outcome::Item, Self::List(item)) => *item,
            _ => Self::Any,
        }
    }
}

/// What is known of a variable; `None` when there is none of that name.
fn variable(name: &str, scope: &Scope) -> Option<Type> {
    // What the engine itself knows.
    if name == "loop" || name.starts_with("__tera") {
        return Some(Type::Any);
    }
    scope.iter().rev().find(|(known, _)| known == name).map(|(_, of)| of.clone())
}
