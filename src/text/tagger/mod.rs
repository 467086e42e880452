//! Part-of-speech tags and entity labels for one sentence at a time. First stage only; see [`evidence`] for the second.

pub mod evidence;
pub mod gazetteer;
pub mod hash;
pub mod known;
pub mod labels;
pub mod ner;
pub mod pack;
pub mod perceptron;
pub mod pos;
pub(super) mod table;
pub mod word;

pub use evidence::Evidence;
pub use labels::{Kind, Label, POS_TAGS, Tag, spans};

use evidence::VoteModel;
use gazetteer::Gazetteer;
use known::Known;
use ner::{Case, NerModel, PAD, Scores};
use pack::Damaged;
use pos::PosModel;
use std::sync::Arc;
use word::Word;

/// The loaded models; shared freely between threads.
#[derive(Debug)]
pub struct Tagger {
    pub lists: Arc<Gazetteer>,
    pub pos: PosModel,
    pub ner: NerModel,
    pub votes: VoteModel,
    pub known: Known,
}

/// Reusable buffers; after [`Tagger::tag`] they hold the result for the sentence.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(crate) words: Vec<Word>,
    pos: Vec<Tag>,
    runs: Vec<ner::Run>,
    pub(crate) scores: Vec<Scores>,
    back: Vec<ner::Lanes>,
    labels: Vec<Label>,
}

impl Scratch {
    /// The part-of-speech tags of the last sentence, one a token.
    pub fn pos(&self) -> &[Tag] {
        &self.pos[PAD..self.pos.len() - PAD]
    }

    /// The entity labels of the last sentence, one a token.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// The analysed tokens of the last sentence.
    pub fn words(&self) -> &[Word] {
        &self.words[PAD..self.words.len() - PAD]
    }

    /// The label scores of the last sentence; zero for tokens that cannot be part of a name.
    pub fn scores(&self) -> &[Scores] {
        &self.scores
    }

    /// Reads the tokens of a sentence into `words`.
    pub fn read<S: AsRef<str>>(&mut self, tokens: &[S], lists: &Gazetteer) {
        self.read_knowing(tokens, lists, &Known::default());
    }

    /// [`Scratch::read`], when some words are known.
    fn read_knowing<S: AsRef<str>>(&mut self, tokens: &[S], lists: &Gazetteer, known: &Known) {
        self.words.clear();
        self.words.resize(PAD, Word::default());
        self.words.extend(tokens.iter().map(|t| known.word(t.as_ref(), lists)));
        self.words.resize(tokens.len() + 2 * PAD, Word::default());
        self.pos.clear();
        self.pos.resize(tokens.len() + 2 * PAD, Tag::default());
    }

    /// The sentence with everything that the entity features look at; call after the parts of speech are set.
    pub fn view(&mut self) -> ner::View<'_> {
        ner::find_runs(&self.words, &mut self.runs);
        let case = Case::of(&self.words[PAD..self.words.len() - PAD]);
        ner::View { words: &self.words, pos: &self.pos, runs: &self.runs, case }
    }

    /// Both buffers of a sentence that was [read](Scratch::read): words and, to be filled in, tags; padded.
    pub fn parts(&mut self) -> (&mut [Word], &mut [Tag]) {
        (&mut self.words, &mut self.pos)
    }
}

impl Tagger {
    /// Reads the weight files.
    pub fn unpack(lists: &[u8], pos: &[u8], ner: &[u8], votes: &[u8]) -> Result<Self, Damaged> {
        Ok(Tagger {
            lists: Arc::new(Gazetteer::unpack(lists)?),
            pos: PosModel::unpack(pos)?,
            ner: NerModel::unpack(ner)?,
            votes: VoteModel::unpack(votes)?,
            known: Known::default(),
        })
    }

    /// Makes a list of common words, one a line, known beforehand, so that they are tagged in less time.
    #[must_use]
    pub fn knowing(mut self, words: &str) -> Self {
        self.known = Known::new(words, &self.lists);
        self.pos.learn(self.known.words());
        self
    }

    /// Tags one sentence of Penn-style tokens; the result is in `scratch`.
    pub fn tag<S: AsRef<str>>(&self, tokens: &[S], scratch: &mut Scratch) {
        scratch.read_knowing(tokens, &self.lists, &self.known);
        self.pos.tag(&scratch.words, &mut scratch.pos);
        self.label(scratch);
    }

    /// Entity labels for the sentence in `scratch`, whose words and parts of speech are set.
    pub fn label(&self, scratch: &mut Scratch) {
        let n = scratch.words.len() - 2 * PAD;
        scratch.scores.clear();
        scratch.scores.resize(n, Scores::default());
        let mut scores = std::mem::take(&mut scratch.scores);
        let view = scratch.view();
        let mut keys = [0; ner::FEATURES];
        for (i, s) in scores.iter_mut().enumerate().filter(|(i, _)| ner::scored(view.words, i + PAD)) {
            ner::features(&view, i + PAD, &mut keys);
            *s = self.ner.score_all(&keys);
        }
        scratch.scores = scores;
        let mut labels = std::mem::take(&mut scratch.labels);
        let mut back = std::mem::take(&mut scratch.back);
        labels.clear();
        labels.resize(n, Label::O);
        decode(|t| ner::scored(&scratch.words, t + PAD), &scratch.scores, &self.ner, &mut back, &mut labels);
        scratch.labels = labels;
        scratch.back = back;
    }
}

/// Decodes chunk by chunk; `scored` says which tokens belong to chunks, `labels` starts as all `O`.
fn decode(
    scored: impl Fn(usize) -> bool,
    scores: &[Scores],
    model: &NerModel,
    back: &mut Vec<ner::Lanes>,
    labels: &mut [Label],
) {
    let mut at = 0;
    while at < scores.len() {
        let start = at;
        while at < scores.len() && scored(at) {
            at += 1;
        }
        if at > start {
            ner::viterbi(&scores[start..at], model, back, &mut labels[start..at]);
        }
        at += usize::from(at == start);
    }
}

/// [`decode`] with the buffers of `scratch`, over labels of any state.
fn decode_flat(
    scored: impl Fn(usize) -> bool,
    scores: &[Scores],
    model: &NerModel,
    scratch: &mut Scratch,
    labels: &mut [Label],
) {
    labels.fill(Label::O);
    decode(scored, scores, model, &mut scratch.back, labels);
}
