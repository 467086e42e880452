//! A growing map from feature keys to dense numbers, counting occurrences; deterministic and fast.

pub(crate) struct Index {
    slots: Vec<(u32, u32)>,
    pub(crate) keys: Vec<u32>,
    pub(crate) counts: Vec<u32>,
}

impl Index {
    pub(crate) fn new() -> Self {
        Index { slots: vec![(0, 0); 1 << 16], keys: Vec::new(), counts: Vec::new() }
    }

    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].0 != 0 && self.slots[at].0 != key {
            at = (at + 1) & mask;
        }
        at
    }

    #[inline]
    pub(crate) fn get(&self, key: u32) -> Option<u32> {
        let slot = self.slots[self.slot(key)];
        (slot.0 != 0).then_some(slot.1)
    }

    pub(crate) fn count(&mut self, key: u32) {
        let at = self.slot(key);
        if self.slots[at].0 == key {
            self.counts[self.slots[at].1 as usize] += 1;
            return;
        }
        self.slots[at] = (key, self.keys.len() as u32);
        self.keys.push(key);
        self.counts.push(1);
        if self.keys.len() * 2 > self.slots.len() {
            self.grow();
        }
    }

    fn grow(&mut self) {
        self.slots = vec![(0, 0); self.slots.len() * 2];
        for i in 0..self.keys.len() {
            let at = self.slot(self.keys[i]);
            self.slots[at] = (self.keys[i], i as u32);
        }
    }

    /// Keeps the keys seen at least `least` times, in order of first sight.
    pub(crate) fn cut(&self, least: u32) -> Index {
        let mut out = Index::new();
        for (&key, _) in self.keys.iter().zip(&self.counts).filter(|&(_, &n)| n >= least) {
            out.count(key);
        }
        out
    }
}
