//! What a word is to the word that it depends on.

/// Number of relations.
pub const RELATIONS: usize = 28;

/// A relation between a word and its head, named after the ClearNLP scheme, some of which are one here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Relation {
    /// The head of the sentence.
    Root,
    /// "the minister" in "the minister spoke", also passive, clausal and expletive subjects.
    Subject,
    /// Direct and indirect objects.
    Object,
    /// What a copula gives: "angry", "a doctor"; predicates of objects.
    Attribute,
    /// A clause without a subject of its own: "to leave" in "decided to leave".
    OpenClause,
    /// A clause with a subject: "that he left" in "said that he left".
    Clause,
    Auxiliary,
    Negation,
    /// "up" in "gave up".
    Particle,
    Determiner,
    /// "his", "the minister" in "the minister's car".
    Possessor,
    /// The possessive "'s".
    Case,
    /// Adjectives before nouns.
    Adjective,
    /// Nouns before nouns, and parts of names.
    Compound,
    /// Numbers, and "about" in "about ten".
    Number,
    /// "the mayor" in "Ann Lee, the mayor,".
    Apposition,
    /// Relative clauses.
    Relative,
    /// Other clauses to a noun: "to rebuild" in "a plan to rebuild".
    Nominal,
    /// Clauses of time, reason, purpose.
    Adverbial,
    Adverb,
    /// Nouns used as adverbs: "Monday" in "left Monday".
    Measure,
    /// Prepositions with all that they govern.
    Preposition,
    /// "by" of the passive.
    Agent,
    /// What a preposition governs.
    Complement,
    /// "that", "if", "to" before a clause.
    Marker,
    /// Second and further members of a list.
    Conjunct,
    /// "and", "both".
    Conjunction,
    /// Marks, interjections, what stands apart and what is not known.
    #[default]
    Other,
}

impl Relation {
    /// All of them, by number.
    pub const ALL: [Relation; RELATIONS] = {
        use Relation::*;
        [
            Root,
            Subject,
            Object,
            Attribute,
            OpenClause,
            Clause,
            Auxiliary,
            Negation,
            Particle,
            Determiner,
            Possessor,
            Case,
            Adjective,
            Compound,
            Number,
            Apposition,
            Relative,
            Nominal,
            Adverbial,
            Adverb,
            Measure,
            Preposition,
            Agent,
            Complement,
            Marker,
            Conjunct,
            Conjunction,
            Other,
        ]
    };

    /// Reads a label of the ClearNLP scheme, as spaCy's English models write it.
    pub fn parse(label: &str) -> Relation {
        use Relation::*;
        match label {
            "ROOT" => Root,
            "nsubj" | "nsubjpass" | "csubj" | "csubjpass" | "expl" => Subject,
            "dobj" | "dative" => Object,
            "attr" | "acomp" | "oprd" => Attribute,
            "xcomp" => OpenClause,
            "ccomp" => Clause,
            "aux" | "auxpass" => Auxiliary,
            "neg" => Negation,
            "prt" => Particle,
            "det" | "predet" => Determiner,
            "poss" => Possessor,
            "case" => Case,
            "amod" => Adjective,
            "compound" | "nmod" => Compound,
            "nummod" | "quantmod" => Number,
            "appos" => Apposition,
            "relcl" => Relative,
            "acl" => Nominal,
            "advcl" => Adverbial,
            "advmod" => Adverb,
            "npadvmod" => Measure,
            "prep" => Preposition,
            "agent" => Agent,
            "pobj" | "pcomp" => Complement,
            "mark" => Marker,
            "conj" => Conjunct,
            "cc" | "preconj" => Conjunction,
            _ => Other,
        }
    }
}
