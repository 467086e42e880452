//! The walk over `serde_yaml`'s events: builds the nodes, or fails on purpose at one of them.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

use super::{Entry, Node, NodeId, Value};

/// What a tag such as `!include` is told.
pub(super) const TAGGED: &str = "tags such as `!name` are not understood";

/// What aliases that make much of little are told.
pub(super) const TOO_LARGE: &str = "repetition limit exceeded";

/// Most memory that the values may take, in bytes.
const MAX_COST: usize = 16 << 20;

/// Message of the failure on purpose; nobody sees it.
const HERE: &str = "here";

/// What was read so far, aliases as often as they are expanded.
#[derive(Default)]
pub(super) struct Spent {
    /// Also the number of the next node.
    nodes: Cell<u32>,
    text_bytes: Cell<usize>,
}

/// Reads one node and counts it.
#[derive(Clone, Copy)]
pub(super) struct Seed<'c> {
    pub(super) spent: &'c Spent,
    pub(super) text_of: Option<Target<'c>>,
}

/// The node at which to fail.
#[derive(Clone, Copy)]
pub(super) struct Target<'c> {
    pub(super) id: NodeId,
    /// Whether to keep the scalar as it was written.
    pub(super) as_text: bool,
    pub(super) text: &'c Cell<Option<String>>,
}

impl<'c> Seed<'c> {
    fn count<E: Error>(self) -> Result<NodeId, E> {
        let id = NodeId(self.spent.nodes.get());
        self.spent.nodes.set(id.0.saturating_add(1));
        let cost = id.0 as usize * size_of::<Entry>() + self.spent.text_bytes.get();
        if cost > MAX_COST { Err(E::custom(TOO_LARGE)) } else { Ok(id) }
    }

    fn target(self, id: NodeId) -> Option<Target<'c>> {
        self.text_of.filter(|target| target.id == id)
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let id = self.count()?;
        let value = match self.target(id) {
            Some(target) if target.as_text => deserializer.deserialize_str(Stop(target))?,
            Some(target) => deserializer.deserialize_any(Stop(target))?,
            None => deserializer.deserialize_any(Build(self))?,
        };
        Ok(Node { id, value })
    }
}

/// Reads the key of a map, always as it was written.
struct KeySeed<'c>(Seed<'c>);

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = (NodeId, String);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let id = self.0.count()?;
        if let Some(target) = self.0.target(id) {
            deserializer.deserialize_any(Stop(target))?;
            return Err(D::Error::custom(HERE));
        }
        Ok((id, String::deserialize(deserializer)?))
    }
}

/// Builds a value.
struct Build<'c>(Seed<'c>);

impl<'de> Visitor<'de> for Build<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or(Value::Float(value as f64), Value::Integer))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(Value::Float(value as f64))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(Value::Float(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        let bytes = &self.0.spent.text_bytes;
        bytes.set(bytes.get().saturating_add(value.len()));
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self.0)? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((key_id, key)) = access.next_key_seed(KeySeed(self.0))? {
            entries.push(Entry { key, key_id, value: access.next_value_seed(self.0)? });
        }
        Ok(Value::Map(entries))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Value, A::Error> {
        Err(A::Error::custom(TAGGED))
    }
}

/// Fails wherever it is called, which tells the place.
struct Stop<'c>(Target<'c>);

impl<'de> Visitor<'de> for Stop<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HERE)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.0.text.set(Some(value.to_owned()));
        Err(E::custom(HERE))
    }
}

/// The first key that its map holds twice: the first and the second place, and the key.
pub(super) fn first_repeated_key(node: &Node) -> Option<(NodeId, NodeId, String)> {
    match &node.value {
        Value::List(items) => items.iter().find_map(first_repeated_key),
        Value::Map(entries) => {
            let mut seen = BTreeMap::new();
            entries.iter().find_map(|entry| match seen.insert(entry.key.as_str(), entry.key_id) {
                Some(first) => Some((first, entry.key_id, entry.key.clone())),
                None => first_repeated_key(&entry.value),
            })
        }
        _ => None,
    }
}
