//! The IPTC Media Topics: what each is called and what it belongs to.

use std::collections::HashMap;

use super::classify::BadLexicon;

/// Index of a topic in the tree.
pub type Node = u16;

/// One topic of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic<'a> {
    /// The code after `medtop:`, eight digits with leading zeros when shown.
    pub id: u32,
    /// The British English label.
    pub label: &'a str,
    parent: Option<Node>,
    children: Vec<Node>,
    top: Node,
    /// 0 for the seventeen top-level topics.
    pub depth: u8,
}

/// All topics, parents before their children.
#[derive(Debug)]
pub struct Tree<'a> {
    topics: Vec<Topic<'a>>,
    by_id: HashMap<u32, Node>,
}

impl<'a> Tree<'a> {
    /// Reads `id <TAB> parent or - <TAB> label` lines, a parent before its children; `#` starts a comment.
    ///
    /// # Errors
    /// [`BadLexicon`] with the number of the line that is not of this form or names an unknown parent.
    pub fn parse(text: &'a str) -> Result<Self, BadLexicon> {
        let mut tree = Self { topics: Vec::new(), by_id: HashMap::new() };
        for (number, line) in super::classify::lines(text) {
            tree.add(line).ok_or(BadLexicon { file: "topics", line: number })?;
        }
        Ok(tree)
    }

    fn add(&mut self, line: &'a str) -> Option<()> {
        let mut fields = line.split('\t');
        let (id, parent, label) = (fields.next()?.parse().ok()?, fields.next()?, fields.next()?);
        let node = Node::try_from(self.topics.len()).ok()?;
        let parent = match parent {
            "-" => None,
            code => Some(self.find(code.parse().ok()?)?),
        };
        let (top, depth) = parent.map_or((node, 0), |p| (self[p].top, self[p].depth + 1));
        self.topics.push(Topic { id, label, parent, children: Vec::new(), top, depth });
        if let Some(p) = parent {
            self.topics[usize::from(p)].children.push(node);
        }
        self.by_id.insert(id, node);
        Some(())
    }

    /// The topic with this id.
    pub fn find(&self, id: u32) -> Option<Node> {
        self.by_id.get(&id).copied()
    }

    /// The id of the topic with this label, in any case; the first where several have it.
    pub fn find_label(&self, label: &str) -> Option<u32> {
        self.topics.iter().find(|topic| topic.label.eq_ignore_ascii_case(label)).map(|topic| topic.id)
    }

    /// The topic that a topic belongs to.
    pub fn parent(&self, node: Node) -> Option<Node> {
        self[node].parent
    }

    /// The topics right below a topic.
    pub fn children(&self, node: Node) -> &[Node] {
        &self[node].children
    }

    /// The top-level topic that a topic belongs to; a top-level topic's is itself.
    pub fn top(&self, node: Node) -> Node {
        self[node].top
    }

    /// The topic and all that it belongs to, from itself upwards.
    pub fn upwards(&self, node: Node) -> impl Iterator<Item = Node> + '_ {
        std::iter::successors(Some(node), |&n| self.parent(n))
    }

    /// How many topics there are.
    pub fn len(&self) -> usize {
        self.topics.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
    }

    /// All topics, parents first.
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = Node> + use<> {
        0..self.topics.len() as Node
    }
}

impl<'a> std::ops::Index<Node> for Tree<'a> {
    type Output = Topic<'a>;

    fn index(&self, node: Node) -> &Topic<'a> {
        &self.topics[usize::from(node)]
    }
}
