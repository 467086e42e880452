//! What the grammar of headlines knows of words: one table, looked up once for each token.

/// Longest word of the table, in bytes.
const LONGEST: usize = 16;

/// What is known of a word: one bit for each of the constants below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits(u64);

impl Traits {
    /// The traits of a word in any case; none for a word that is not in the table.
    pub(super) fn of(word: &str) -> Self {
        let word = word.as_bytes();
        let mut lower = [0; LONGEST];
        let Some(lower) = lower.get_mut(..word.len()) else { return Self::default() };
        lower.copy_from_slice(word);
        lower.make_ascii_lowercase();
        // "Mr." is "Mr".
        let found = find(lower).or_else(|| find(lower.strip_suffix(b".")?));
        Self(found.unwrap_or(0))
    }

    /// Whether the word has any of some traits.
    pub(super) fn any(self, traits: u64) -> bool {
        self.0 & traits != 0
    }
}

/// The traits of a word in lower case, if it is in the table.
fn find(word: &[u8]) -> Option<u64> {
    let first = usize::from(*word.first()?);
    let alike = &WORDS[usize::from(STARTS[first])..usize::from(STARTS[first + 1])];
    let place = alike.binary_search_by(|(entry, _)| entry.as_bytes().cmp(word)).ok()?;
    Some(alike[place].1)
}

/// Where the words begin in the table that have each first byte.
const STARTS: [u16; 257] = {
    let mut starts = [0; 257];
    let (mut byte, mut at) = (0, 0);
    while byte < 257 {
        while at < WORDS.len() && (WORDS[at].0.as_bytes()[0] as usize) < byte {
            at += 1;
        }
        starts[byte] = at as u16;
        byte += 1;
    }
    starts
};

/// Names of days.
pub(super) const DAY: u64 = 1 << 0;
/// Names of months, some of which are other words as well.
pub(super) const MONTH: u64 = 1 << 1;
/// Parts of the day and the calendar.
pub(super) const PERIOD: u64 = 1 << 2;
/// Days by their distance.
pub(super) const NOW: u64 = 1 << 3;
/// Adverbs without which a sentence says the same.
pub(super) const PASSING: u64 = 1 << 4;
/// After the hour.
pub(super) const CLOCK: u64 = 1 << 5;
/// Forms of "to be".
pub(super) const BE: u64 = 1 << 6;
/// Forms of "to have".
pub(super) const HAVE: u64 = 1 << 7;
/// Verbs that can be followed by a clause without "that".
pub(super) const SAYING: u64 = 1 << 8;
/// Verbs that are complete without an object.
pub(super) const COMPLETE: u64 = 1 << 9;
/// Participles that say all after a form of "to be".
pub(super) const DONE: u64 = 1 << 10;
/// Words at the beginning that point to what came before, or that hold what follows open.
pub(super) const BACKWARD: u64 = 1 << 11;
/// Words that make what stands before them depend on what follows.
pub(super) const CONDITION: u64 = 1 << 12;
/// Words that make a statement weaker, or turn it round.
pub(super) const HEDGE: u64 = 1 << 13;
/// Words of attributions without which a statement says more.
pub(super) const DUBIOUS: u64 = 1 << 14;
/// Words of attributions of what is so.
pub(super) const OFFICIAL: u64 = 1 << 15;
/// Verbs whose object is not the end: "accused him of", "put it on".
pub(super) const NEEDS_MORE: u64 = 1 << 16;
/// Words that always complete what is before them.
pub(super) const AWAY: u64 = 1 << 17;
/// Nouns that say little without what follows.
pub(super) const OPEN_NOUN: u64 = 1 << 18;
/// Adjectives that hold the sentence open.
pub(super) const OPEN_ADJ: u64 = 1 << 19;
/// Modal verbs of what somebody wants.
pub(super) const OPINION: u64 = 1 << 20;
/// Words that keep the article before them.
pub(super) const HEAD_OF: u64 = 1 << 21;
/// Before names.
pub(super) const TITLE: u64 = 1 << 22;
/// The writer, the speaker and the reader.
pub(super) const FIRST_PERSON: u64 = 1 << 23;
/// Pronouns that need somebody before them.
pub(super) const THIRD_PERSON: u64 = 1 << 24;
/// Adverbs that can be the last word.
pub(super) const LATE: u64 = 1 << 25;
/// Things that only a name makes known.
pub(super) const GENERIC: u64 = 1 << 26;

/// Things of which there is one that everybody knows: "the government", "the queen".
pub(super) const UNIQUE: u64 = 1 << 28;

/// Words before a noun without which it says more, or something else.
pub(super) const QUALIFIER: u64 = 1 << 27;

/// All words that matter, sorted.
#[rustfmt::skip]
const WORDS: &[(&str, u64)] = &[
    ("a.m", CLOCK), ("a.m.", CLOCK), ("abandoned", DONE), ("ability", OPEN_NOUN), ("able", OPEN_ADJ),
    ("about", QUALIFIER), ("abroad", LATE), ("access", OPEN_NOUN), ("accuse", NEEDS_MORE),
    ("accused", DUBIOUS | NEEDS_MORE), ("accuses", NEEDS_MORE), ("accustomed", OPEN_ADJ), ("acknowledged", SAYING),
    ("acquitted", DONE), ("acting", QUALIFIER), ("activists", DUBIOUS), ("added", SAYING), ("additionally", BACKWARD),
    ("adds", SAYING), ("admit", SAYING), ("admits", SAYING), ("admitted", SAYING), ("adopted", DONE),
    ("advantage", OPEN_NOUN), ("advised", NEEDS_MORE), ("affected", DONE), ("aftermath", OPEN_NOUN), ("afternoon", PERIOD), ("again", LATE),
    ("against", AWAY), ("agency", OFFICIAL), ("agreed", SAYING), ("agrees", SAYING), ("ahead", LATE),
    ("aligned", NEEDS_MORE), ("all", QUALIFIER), ("allege", DUBIOUS),
    ("alleged", SAYING | DUBIOUS | QUALIFIER | NEEDS_MORE), ("allegedly", HEDGE | DUBIOUS),
    ("alleges", SAYING | DUBIOUS), ("allow", NEEDS_MORE), ("allowed", NEEDS_MORE), ("allows", NEEDS_MORE),
    ("almost", QUALIFIER), ("alone", LATE), ("already", PASSING), ("also", PASSING | BACKWARD),
    ("alternate", QUALIFIER), ("although", BACKWARD), ("am", CLOCK | BE), ("ambushed", DONE), ("amount", OPEN_NOUN),
    ("analysts", DUBIOUS), ("and", BACKWARD), ("announce", SAYING), ("announced", SAYING | DONE | OFFICIAL),
    ("announces", SAYING), ("another", BACKWARD | QUALIFIER), ("anti", QUALIFIER), ("any", QUALIFIER),
    ("apart", LATE), ("apologised", COMPLETE), ("apologises", COMPLETE), ("apologized", COMPLETE),
    ("apparent", QUALIFIER), ("apparently", HEDGE | DUBIOUS), ("appointed", DONE), ("approved", DONE),
    ("approximately", QUALIFIER), ("apr", MONTH), ("april", MONTH), ("are", BE), ("area", GENERIC), ("argue", SAYING),
    ("argued", SAYING | DUBIOUS), ("argues", SAYING | DUBIOUS), ("army", OFFICIAL | UNIQUE), ("around", QUALIFIER),
    ("arrested", DONE), ("arrive", COMPLETE), ("arrived", COMPLETE), ("arrives", COMPLETE), ("artificial", QUALIFIER),
    ("as", BACKWARD), ("ask", NEEDS_MORE), ("asked", NEEDS_MORE), ("asks", NEEDS_MORE), ("assassinated", DONE),
    ("assistant", QUALIFIER), ("at", QUALIFIER), ("attack", OPEN_NOUN), ("attacked", DONE), ("attacks", OPEN_NOUN),
    ("attempt", OPEN_NOUN), ("attempted", QUALIFIER), ("attributed", NEEDS_MORE), ("aug", MONTH), ("august", MONTH),
    ("author", OPEN_NOUN), ("authorities", OFFICIAL | UNIQUE), ("average", OPEN_NOUN), ("aware", OPEN_ADJ),
    ("backfired", COMPLETE), ("bad", OPEN_ADJ), ("ban", NEEDS_MORE | OPEN_NOUN), ("bank", OFFICIAL),
    ("banned", DONE | NEEDS_MORE), ("bans", NEEDS_MORE), ("barely", HEDGE), ("barred", NEEDS_MORE),
    ("based", NEEDS_MORE | OPEN_ADJ), ("be", BE), ("beaten", DONE), ("because", BACKWARD), ("been", BE),
    ("began", COMPLETE), ("begins", COMPLETE), ("being", BE), ("believe", SAYING),
    ("believed", SAYING | DUBIOUS | NEEDS_MORE), ("believes", SAYING | DUBIOUS), ("best", OPEN_ADJ),
    ("better", OPEN_ADJ), ("bid", OPEN_NOUN), ("bit", HEAD_OF), ("blame", NEEDS_MORE | OPEN_NOUN),
    ("blamed", NEEDS_MORE), ("blames", NEEDS_MORE), ("block", NEEDS_MORE), ("blocked", DONE | NEEDS_MORE),
    ("blocks", NEEDS_MORE), ("born", DONE), ("both", BACKWARD | QUALIFIER), ("bound", OPEN_ADJ),
    ("branded", NEEDS_MORE), ("bring", NEEDS_MORE), ("brings", NEEDS_MORE), ("brink", OPEN_NOUN), ("brought", NEEDS_MORE),
    ("bunch", HEAD_OF), ("buried", DONE), ("burned", COMPLETE | DONE), ("burnt", COMPLETE), ("busy", OPEN_ADJ),
    ("but", BACKWARD), ("call", NEEDS_MORE), ("called", NEEDS_MORE), ("calls", NEEDS_MORE), ("campaign", OPEN_NOUN), ("campaigners", DUBIOUS),
    ("canceled", DONE), ("cancelled", DONE), ("capable", OPEN_ADJ), ("capsized", COMPLETE), ("capt", TITLE),
    ("captured", DONE), ("cast", NEEDS_MORE), ("caught", NEEDS_MORE), ("center", OPEN_NOUN), ("centre", OPEN_NOUN), ("certain", OPEN_ADJ), ("chance", OPEN_NOUN),
    ("chancellor", OFFICIAL | UNIQUE), ("charge", OPEN_NOUN), ("charged", DONE | NEEDS_MORE), ("chief", OFFICIAL),
    ("church", UNIQUE), ("city", GENERIC), ("claim", SAYING | DUBIOUS), ("claimed", SAYING | DUBIOUS), ("claims", SAYING | DUBIOUS),
    ("clash", COMPLETE), ("clashed", COMPLETE), ("cleared", DONE), ("climbed", COMPLETE), ("close", OPEN_ADJ),
    ("closed", COMPLETE | DONE), ("closes", COMPLETE), ("club", GENERIC), ("co-founding", QUALIFIER), ("col", TITLE),
    ("collapse", COMPLETE), ("collapsed", COMPLETE), ("collapses", COMPLETE), ("commission", OFFICIAL),
    ("company", OFFICIAL | GENERIC), ("comparable", OPEN_ADJ), ("compare", NEEDS_MORE), ("compared", NEEDS_MORE),
    ("complained", SAYING), ("complains", SAYING), ("compulsory", OPEN_ADJ), ("concluded", SAYING),
    ("concludes", SAYING), ("confident", OPEN_ADJ), ("confirm", SAYING), ("confirmed", SAYING | DONE | OFFICIAL),
    ("confirms", SAYING), ("considered", NEEDS_MORE), ("consistent", OPEN_ADJ), ("consists", NEEDS_MORE),
    ("continue", COMPLETE), ("continued", COMPLETE), ("continues", COMPLETE), ("control", OPEN_NOUN),
    ("convert", NEEDS_MORE), ("converted", NEEDS_MORE), ("converting", NEEDS_MORE),
    ("convicted", DONE | NEEDS_MORE | QUALIFIER), ("convince", NEEDS_MORE), ("convinced", NEEDS_MORE),
    ("coroner", OFFICIAL), ("could", DUBIOUS), ("council", OFFICIAL), ("country", GENERIC),
    ("couple", OPEN_NOUN | HEAD_OF), ("court", OFFICIAL), ("crashed", COMPLETE), ("crashes", COMPLETE),
    ("cremated", DONE), ("critics", DUBIOUS), ("crucial", OPEN_ADJ), ("culled", DONE), ("currently", PASSING),
    ("damaged", DONE), ("dame", TITLE), ("data", OFFICIAL), ("dec", MONTH), ("december", MONTH), ("decided", SAYING),
    ("decides", SAYING), ("decision", OPEN_NOUN | GENERIC), ("declared", SAYING | NEEDS_MORE), ("declares", SAYING),
    ("declined", COMPLETE), ("deemed", NEEDS_MORE), ("defeated", DONE), ("delayed", DONE), ("denied", SAYING),
    ("denies", SAYING), ("department", OFFICIAL), ("depend", NEEDS_MORE), ("depends", NEEDS_MORE), ("deported", DONE),
    ("deprived", NEEDS_MORE), ("deputy", QUALIFIER), ("derailed", COMPLETE), ("describe", NEEDS_MORE),
    ("described", NEEDS_MORE), ("describes", NEEDS_MORE), ("destroyed", DONE), ("detained", DONE),
    ("determined", OPEN_ADJ), ("devoted", OPEN_ADJ), ("die", COMPLETE), ("died", COMPLETE), ("dies", COMPLETE),
    ("different", OPEN_ADJ), ("difficult", OPEN_ADJ), ("dipped", COMPLETE), ("disappeared", COMPLETE),
    ("disappears", COMPLETE), ("discussed", DONE), ("dismissed", DONE), ("displaced", DONE), ("disputed", QUALIFIER),
    ("disrupted", DONE), ("dissolved", DONE), ("district", GENERIC), ("divert", NEEDS_MORE), ("divided", DONE),
    ("dollar", UNIQUE), ("double", QUALIFIER), ("doubled", COMPLETE), ("down", AWAY), ("dozen", HEAD_OF), ("dr", TITLE),
    ("dramatically", LATE), ("drew", NEEDS_MORE), ("drive", NEEDS_MORE), ("driven", NEEDS_MORE), ("drop", COMPLETE),
    ("dropped", COMPLETE | DONE), ("drops", COMPLETE), ("drove", NEEDS_MORE), ("drowned", COMPLETE),
    ("dubbed", NEEDS_MORE), ("due", OPEN_ADJ), ("each", QUALIFIER), ("eager", OPEN_ADJ), ("early", LATE),
    ("earth", UNIQUE), ("eased", COMPLETE), ("easy", OPEN_ADJ), ("economy", UNIQUE), ("edge", OPEN_NOUN), ("effort", OPEN_NOUN), ("efforts", OPEN_NOUN), ("eighth", QUALIFIER), ("either", QUALIFIER),
    ("elected", DONE), ("eligible", OPEN_ADJ), ("eliminated", DONE), ("emphasis", OPEN_NOUN), ("enable", NEEDS_MORE),
    ("enabled", NEEDS_MORE), ("enables", NEEDS_MORE), ("enacted", DONE), ("encouraged", NEEDS_MORE),
    ("end", OPEN_NOUN), ("ended", COMPLETE | DONE), ("ends", COMPLETE), ("engage", NEEDS_MORE),
    ("engaged", NEEDS_MORE | OPEN_ADJ), ("enough", QUALIFIER), ("entitled", OPEN_ADJ), ("equal", OPEN_ADJ),
    ("equivalent", OPEN_ADJ), ("erupted", COMPLETE), ("erupts", COMPLETE), ("escaped", COMPLETE),
    ("escapes", COMPLETE), ("essential", OPEN_ADJ), ("estimated", NEEDS_MORE), ("euro", UNIQUE), ("evacuated", DONE),
    ("evening", PERIOD), ("ex", QUALIFIER), ("ex-", QUALIFIER), ("except", CONDITION | AWAY), ("executed", DONE),
    ("expected", SAYING | DUBIOUS | NEEDS_MORE), ("expects", SAYING | DUBIOUS), ("expelled", DONE),
    ("experts", DUBIOUS), ("explained", SAYING), ("exploded", COMPLETE), ("explodes", COMPLETE), ("extradited", DONE),
    ("face", OPEN_NOUN), ("faces", NEEDS_MORE), ("failed", QUALIFIER), ("failure", OPEN_NOUN), ("fake", QUALIFIER), ("fall", COMPLETE),
    ("fallen", COMPLETE), ("falls", COMPLETE), ("false", QUALIFIER), ("falsely", HEDGE), ("fan", OPEN_NOUN),
    ("favor", OPEN_NOUN), ("favour", OPEN_NOUN), ("feared", SAYING | DUBIOUS), ("fears", SAYING | DUBIOUS), ("feb", MONTH), ("february", MONTH), ("feel", SAYING),
    ("feels", SAYING), ("fell", COMPLETE), ("few", HEAD_OF | QUALIFIER), ("fewer", QUALIFIER), ("fewest", QUALIFIER),
    ("fifth", HEAD_OF | QUALIFIER), ("figures", OFFICIAL), ("filed", DONE), ("find", NEEDS_MORE),
    ("finds", SAYING | NEEDS_MORE), ("fined", DONE), ("fired", DONE), ("firm", OFFICIAL | GENERIC),
    ("first", OPEN_ADJ | QUALIFIER), ("five", HEAD_OF | GENERIC), ("focus", NEEDS_MORE), ("focused", NEEDS_MORE),
    ("focuses", NEEDS_MORE), ("force", NEEDS_MORE), ("forced", NEEDS_MORE), ("forecast", NEEDS_MORE),
    ("formally", PASSING), ("former", GENERIC | QUALIFIER), ("fortnight", PERIOD),
    ("found", SAYING | DONE | OFFICIAL | NEEDS_MORE), ("founder", OPEN_NOUN), ("four", HEAD_OF | GENERIC),
    ("fourth", QUALIFIER), ("freed", DONE), ("friday", DAY), ("from", AWAY), ("full", OPEN_ADJ),
    ("furthermore", BACKWARD), ("future", QUALIFIER), ("gather", COMPLETE), ("gathered", COMPLETE),
    ("gave", NEEDS_MORE), ("gen", TITLE), ("give", NEEDS_MORE), ("gives", NEEDS_MORE), ("giving", NEEDS_MORE),
    ("good", OPEN_ADJ), ("government", OFFICIAL | GENERIC | UNIQUE), ("governor", OFFICIAL), ("grew", COMPLETE),
    ("group", OPEN_NOUN | HEAD_OF | GENERIC), ("grow", COMPLETE), ("grows", COMPLETE), ("guide", NEEDS_MORE),
    ("guided", NEEDS_MORE), ("hacked", DONE), ("had", HAVE), ("hailed", NEEDS_MORE), ("half", HEAD_OF | QUALIFIER),
    ("half-", QUALIFIER), ("halted", COMPLETE | DONE), ("handed", NEEDS_MORE), ("handful", OPEN_NOUN | HEAD_OF),
    ("happen", COMPLETE), ("happened", COMPLETE), ("hard", OPEN_ADJ), ("hardly", HEDGE), ("has", HAVE),
    ("have", HAVE), ("having", HAVE), ("he", BACKWARD | THIRD_PERSON), ("head", OPEN_NOUN), ("heard", NEEDS_MORE),
    ("heart", OPEN_NOUN), ("held", DONE), ("help", NEEDS_MORE), ("helped", NEEDS_MORE), ("helps", NEEDS_MORE), ("hence", BACKWARD),
    ("her", BACKWARD | THIRD_PERSON), ("here", BACKWARD), ("hers", THIRD_PERSON), ("herself", THIRD_PERSON),
    ("hijacked", DONE), ("him", THIRD_PERSON), ("himself", THIRD_PERSON), ("his", BACKWARD | THIRD_PERSON),
    ("hit", DONE), ("home", LATE), ("hon", TITLE), ("honorary", QUALIFIER), ("honored", DONE), ("honoured", DONE),
    ("hope", SAYING), ("hoped", SAYING | DUBIOUS), ("hopes", SAYING | DUBIOUS), ("hospital", OFFICIAL),
    ("hospitalised", DONE), ("hospitalized", DONE), ("host", HEAD_OF), ("how", BACKWARD),
    ("however", PASSING | BACKWARD), ("hundred", HEAD_OF), ("hurt", DONE), ("i", BACKWARD | FIRST_PERSON),
    ("if", BACKWARD | CONDITION), ("imitation", QUALIFIER), ("immediately", PASSING), ("impeached", DONE),
    ("implemented", DONE), ("important", OPEN_ADJ), ("imported", DONE), ("imposed", DONE), ("imprisoned", DONE),
    ("improved", COMPLETE), ("improves", COMPLETE), ("inaugurated", DONE), ("incident", GENERIC),
    ("include", NEEDS_MORE), ("included", NEEDS_MORE), ("includes", NEEDS_MORE), ("including", AWAY),
    ("inconsistent", OPEN_ADJ), ("increase", COMPLETE), ("increased", COMPLETE), ("increases", COMPLETE),
    ("indicated", SAYING), ("indicates", SAYING), ("indicted", DONE), ("infected", DONE), ("informed", NEEDS_MORE),
    ("injured", DONE), ("insist", SAYING), ("insisted", SAYING | DUBIOUS), ("insists", SAYING | DUBIOUS),
    ("instead", BACKWARD | CONDITION), ("intention", OPEN_NOUN), ("interest", OPEN_NOUN), ("interested", OPEN_ADJ),
    ("interim", QUALIFIER), ("internet", UNIQUE), ("into", AWAY), ("invested", NEEDS_MORE), ("invited", NEEDS_MORE),
    ("involved", NEEDS_MORE | OPEN_ADJ), ("is", BE), ("island", GENERIC), ("it", BACKWARD | THIRD_PERSON),
    ("its", BACKWARD | THIRD_PERSON), ("itself", THIRD_PERSON), ("jailed", DONE), ("jan", MONTH), ("january", MONTH),
    ("jul", MONTH), ("july", MONTH), ("jumped", COMPLETE), ("jun", MONTH), ("june", MONTH), ("junior", QUALIFIER),
    ("just", PASSING), ("keen", OPEN_ADJ), ("keep", NEEDS_MORE), ("keeping", NEEDS_MORE), ("keeps", NEEDS_MORE),
    ("kept", NEEDS_MORE), ("kidnapped", DONE), ("killed", DONE), ("kind", OPEN_NOUN), ("king", UNIQUE), ("knew", SAYING),
    ("knocked", DONE), ("know", SAYING), ("knows", SAYING), ("labeled", NEEDS_MORE), ("labelled", NEEDS_MORE),
    ("lack", OPEN_NOUN), ("landed", COMPLETE), ("lands", COMPLETE), ("last", OPEN_ADJ | QUALIFIER), ("late", LATE),
    ("latest", HEAD_OF), ("latter", GENERIC), ("launched", DONE), ("lawyer", DUBIOUS), ("lawyers", DUBIOUS),
    ("lead", NEEDS_MORE), ("leader", OPEN_NOUN), ("leads", NEEDS_MORE), ("learned", SAYING),
    ("least", OPEN_NOUN | QUALIFIER), ("leave", NEEDS_MORE), ("leaves", NEEDS_MORE), ("leaving", NEEDS_MORE),
    ("left", NEEDS_MORE), ("less", QUALIFIER), ("let", BACKWARD | NEEDS_MORE), ("lets", NEEDS_MORE),
    ("level", OPEN_NOUN), ("levels", OPEN_NOUN), ("liable", OPEN_ADJ), ("lifted", DONE), ("light", OPEN_NOUN),
    ("like", AWAY), ("likely", OPEN_ADJ | QUALIFIER), ("limited", QUALIFIER), ("limits", OPEN_NOUN),
    ("linked", NEEDS_MORE), ("list", HEAD_OF), ("live", LATE), ("lord", TITLE), ("loses", COMPLETE),
    ("lost", COMPLETE), ("lot", OPEN_NOUN | HEAD_OF), ("lt", TITLE), ("made", NEEDS_MORE), ("maintained", SAYING),
    ("maintains", SAYING), ("majority", OPEN_NOUN | HEAD_OF), ("make", NEEDS_MORE), ("makes", NEEDS_MORE),
    ("making", NEEDS_MORE), ("man", GENERIC), ("mandatory", OPEN_ADJ), ("many", BACKWARD | QUALIFIER), ("mar", MONTH),
    ("march", MONTH), ("marched", COMPLETE), ("married", DONE), ("may", MONTH | DUBIOUS), ("mayor", OFFICIAL),
    ("me", FIRST_PERSON), ("means", OPEN_NOUN), ("meanwhile", PASSING | BACKWARD), ("media", OFFICIAL | UNIQUE),
    ("member", OPEN_NOUN), ("members", OPEN_NOUN), ("men", GENERIC), ("might", DUBIOUS), ("military", OFFICIAL | UNIQUE),
    ("million", HEAD_OF), ("mine", FIRST_PERSON), ("minister", OFFICIAL), ("ministry", OFFICIAL), ("missing", DONE),
    ("mock", QUALIFIER), ("monday", DAY), ("month", PERIOD), ("moon", UNIQUE), ("more", HEAD_OF | QUALIFIER), ("moreover", BACKWARD),
    ("morning", PERIOD), ("most", BACKWARD | OPEN_NOUN | HEAD_OF | QUALIFIER), ("move", GENERIC), ("mr", TITLE),
    ("mrs", TITLE), ("ms", TITLE), ("murdered", DONE), ("must", OPINION), ("my", BACKWARD | FIRST_PERSON),
    ("myself", FIRST_PERSON), ("name", NEEDS_MORE), ("named", NEEDS_MORE), ("narrowed", COMPLETE),
    ("nation", GENERIC), ("nationwide", LATE), ("navy", UNIQUE), ("near", QUALIFIER), ("nearly", QUALIFIER), ("necessary", OPEN_ADJ),
    ("need", OPEN_NOUN | OPINION), ("needs", OPINION), ("neither", BACKWARD | QUALIFIER), ("never", HEDGE),
    ("news", OFFICIAL), ("newspaper", OFFICIAL), ("next", OPEN_ADJ | QUALIFIER), ("night", PERIOD),
    ("ninth", QUALIFIER), ("no", BACKWARD | HEDGE | QUALIFIER), ("non", QUALIFIER), ("nor", BACKWARD), ("not", HEDGE),
    ("noted", SAYING), ("notes", SAYING), ("nov", MONTH), ("november", MONTH), ("now", PASSING),
    ("number", OPEN_NOUN | HEAD_OF), ("occurred", COMPLETE), ("occurs", COMPLETE), ("oct", MONTH), ("october", MONTH),
    ("of", AWAY), ("off", AWAY), ("offer", OPEN_NOUN), ("office", OFFICIAL), ("officer", OFFICIAL),
    ("officers", OFFICIAL), ("official", OFFICIAL), ("officially", PASSING), ("officials", OFFICIAL), ("once", LATE),
    ("one", BACKWARD | HEAD_OF), ("online", LATE), ("only", HEDGE | HEAD_OF), ("onto", AWAY),
    ("opened", COMPLETE | DONE), ("opens", COMPLETE), ("opponents", DUBIOUS), ("opposition", UNIQUE), ("optimistic", OPEN_ADJ),
    ("or", BACKWARD), ("order", NEEDS_MORE | OPEN_NOUN), ("ordered", NEEDS_MORE), ("orders", NEEDS_MORE),
    ("organisers", OFFICIAL), ("organizers", OFFICIAL), ("other", BACKWARD | HEAD_OF | QUALIFIER),
    ("others", BACKWARD), ("otherwise", CONDITION), ("ought", OPINION), ("our", BACKWARD | FIRST_PERSON),
    ("ourselves", FIRST_PERSON), ("ousted", DONE), ("out", AWAY), ("over", QUALIFIER), ("overnight", LATE),
    ("overseas", LATE), ("overturned", DONE), ("own", QUALIFIER), ("owner", OPEN_NOUN), ("p.m", CLOCK),
    ("p.m.", CLOCK), ("pair", OPEN_NOUN | HEAD_OF | GENERIC), ("paper", OFFICIAL), ("parliament", UNIQUE), ("part", OPEN_NOUN),
    ("partial", QUALIFIER), ("paused", COMPLETE), ("per", AWAY), ("permission", OPEN_NOUN), ("permit", NEEDS_MORE),
    ("permits", NEEDS_MORE), ("permitted", NEEDS_MORE), ("persuaded", NEEDS_MORE), ("pitted", NEEDS_MORE),
    ("placed", NEEDS_MORE), ("plan", OPEN_NOUN), ("planned", QUALIFIER), ("plans", OPEN_NOUN), ("please", BACKWARD),
    ("pledged", SAYING), ("pledges", SAYING), ("plunged", COMPLETE), ("pm", CLOCK), ("poised", OPEN_ADJ),
    ("police", OFFICIAL | UNIQUE), ("poll", DUBIOUS), ("polls", DUBIOUS), ("pope", UNIQUE), ("possible", QUALIFIER), ("possibly", HEDGE),
    ("postponed", DONE), ("potential", QUALIFIER), ("pound", UNIQUE), ("praised", NEEDS_MORE), ("predicted", SAYING | DUBIOUS),
    ("predicts", SAYING | DUBIOUS), ("premier", OFFICIAL), ("present", OPEN_ADJ), ("president", OFFICIAL | UNIQUE),
    ("press", OFFICIAL | UNIQUE), ("pressure", OPEN_NOUN), ("presumed", QUALIFIER), ("prevailed", COMPLETE),
    ("prevent", NEEDS_MORE), ("prevented", DONE | NEEDS_MORE), ("prevents", NEEDS_MORE), ("previous", QUALIFIER),
    ("primary", QUALIFIER), ("probable", QUALIFIER), ("prof", TITLE), ("projected", NEEDS_MORE),
    ("promise", OPEN_NOUN), ("promised", SAYING), ("promises", SAYING), ("prompt", NEEDS_MORE),
    ("prompted", NEEDS_MORE), ("prompting", NEEDS_MORE), ("prone", OPEN_ADJ), ("proposal", OPEN_NOUN),
    ("proposed", QUALIFIER), ("prosecuted", DONE), ("prosecutors", OFFICIAL | UNIQUE), ("prospective", QUALIFIER),
    ("protested", COMPLETE), ("proud", OPEN_ADJ), ("provided", CONDITION | NEEDS_MORE), ("province", GENERIC),
    ("provisional", QUALIFIER), ("public", UNIQUE), ("published", DONE), ("pull", NEEDS_MORE), ("pulled", NEEDS_MORE),
    ("purported", QUALIFIER), ("purportedly", HEDGE), ("push", NEEDS_MORE), ("pushed", NEEDS_MORE),
    ("put", NEEDS_MORE), ("puts", NEEDS_MORE), ("putting", NEEDS_MORE), ("quarantined", DONE), ("quarter", HEAD_OF),
    ("queen", UNIQUE), ("questioned", DONE), ("rallied", COMPLETE), ("range", OPEN_NOUN | HEAD_OF), ("rate", OPEN_NOUN),
    ("rather", CONDITION), ("re-elected", DONE), ("ready", OPEN_ADJ), ("realised", SAYING), ("realized", SAYING),
    ("rebels", DUBIOUS), ("rebounded", COMPLETE), ("recently", PASSING), ("record", OFFICIAL | HEAD_OF | QUALIFIER),
    ("records", OFFICIAL), ("recover", COMPLETE), ("recovered", COMPLETE | DONE), ("refusal", OPEN_NOUN),
    ("regard", NEEDS_MORE), ("regarded", NEEDS_MORE), ("region", GENERIC), ("regulators", OFFICIAL),
    ("reinstated", DONE), ("rejected", DONE), ("release", OFFICIAL), ("released", DONE), ("relegated", DONE),
    ("reliance", OPEN_NOUN), ("relies", NEEDS_MORE), ("reluctant", OPEN_ADJ), ("rely", NEEDS_MORE),
    ("remanded", DONE), ("reminded", NEEDS_MORE), ("reopened", DONE), ("rep", TITLE), ("replaced", DONE | NEEDS_MORE),
    ("report", SAYING | OFFICIAL), ("reported", SAYING | DUBIOUS), ("reportedly", HEDGE | DUBIOUS),
    ("reports", SAYING | DUBIOUS), ("request", OPEN_NOUN), ("required", NEEDS_MORE), ("rescued", DONE),
    ("researchers", OFFICIAL), ("resign", COMPLETE), ("resigned", COMPLETE), ("resigns", COMPLETE),
    ("respectively", PASSING), ("responsibility", OPEN_NOUN), ("responsible", OPEN_ADJ), ("rest", OPEN_NOUN), ("restored", DONE),
    ("restrictions", OPEN_NOUN), ("result", NEEDS_MORE | OPEN_NOUN), ("resulted", NEEDS_MORE),
    ("results", NEEDS_MORE), ("retire", COMPLETE), ("retired", COMPLETE), ("retires", COMPLETE), ("return", COMPLETE),
    ("returned", COMPLETE | DONE), ("returns", COMPLETE), ("rev", TITLE), ("revealed", SAYING), ("reveals", SAYING),
    ("right", OPEN_NOUN), ("right-hand", QUALIFIER), ("rise", COMPLETE), ("risen", COMPLETE), ("rises", COMPLETE),
    ("rival", QUALIFIER), ("robbed", NEEDS_MORE), ("rose", COMPLETE), ("roughly", QUALIFIER), ("ruled", SAYING),
    ("rules", SAYING), ("rumor", DUBIOUS), ("rumors", DUBIOUS), ("rumour", DUBIOUS), ("rumours", DUBIOUS),
    ("rupee", UNIQUE), ("sacked", DONE), ("said", SAYING), ("same", HEAD_OF), ("sank", COMPLETE), ("saturday", DAY), ("saw", NEEDS_MORE),
    ("say", SAYING), ("says", SAYING), ("scientists", OFFICIAL), ("score", OPEN_NOUN), ("scrapped", DONE),
    ("second", QUALIFIER), ("secretary", OFFICIAL), ("see", NEEDS_MORE), ("seemingly", HEDGE), ("sees", NEEDS_MORE),
    ("seized", DONE), ("select", QUALIFIER), ("sen", TITLE), ("senate", UNIQUE), ("send", NEEDS_MORE), ("sent", NEEDS_MORE),
    ("sentenced", DONE | NEEDS_MORE), ("sep", MONTH), ("sept", MONTH), ("september", MONTH),
    ("series", OPEN_NOUN | HEAD_OF), ("set", NEEDS_MORE | OPEN_ADJ), ("sets", NEEDS_MORE), ("seventh", QUALIFIER),
    ("several", QUALIFIER), ("sgt", TITLE), ("shadow", QUALIFIER), ("shares", OPEN_NOUN), ("sharply", LATE),
    ("she", BACKWARD | THIRD_PERSON), ("shelved", DONE), ("sheriff", OFFICIAL), ("shot", DONE), ("should", OPINION),
    ("show", SAYING | OFFICIAL), ("showed", SAYING | OFFICIAL), ("shows", SAYING | OFFICIAL), ("shrank", COMPLETE),
    ("side", OPEN_NOUN), ("signed", DONE), ("significantly", LATE), ("similar", OPEN_ADJ), ("similarly", BACKWARD),
    ("since", BACKWARD), ("sir", TITLE), ("sixth", QUALIFIER), ("slaughtered", DONE), ("slightly", LATE),
    ("slow", COMPLETE), ("slowed", COMPLETE), ("slumped", COMPLETE), ("slumps", COMPLETE), ("so", BACKWARD),
    ("so-called", QUALIFIER), ("soared", COMPLETE), ("soars", COMPLETE), ("sold", DONE),
    ("some", BACKWARD | QUALIFIER), ("sort", OPEN_NOUN), ("source", DUBIOUS), ("sources", DUBIOUS),
    ("spate", HEAD_OF), ("speaking", BACKWARD), ("spokesman", OFFICIAL), ("spokesperson", OFFICIAL),
    ("spokeswoman", OFFICIAL), ("spread", COMPLETE), ("st", TITLE), ("stabbed", DONE), ("stabilised", COMPLETE),
    ("stabilized", COMPLETE), ("stake", OPEN_NOUN), ("stalled", COMPLETE), ("start", OPEN_NOUN), ("state", SAYING | GENERIC),
    ("stated", SAYING), ("statement", OFFICIAL), ("states", SAYING), ("steer", NEEDS_MORE), ("steered", NEEDS_MORE),
    ("step", OPEN_NOUN), ("steps", OPEN_NOUN), ("stolen", DONE), ("stop", NEEDS_MORE), ("stopped", DONE | NEEDS_MORE),
    ("strengthened", COMPLETE), ("string", HEAD_OF), ("stripped", NEEDS_MORE), ("struggled", COMPLETE),
    ("study", OFFICIAL), ("stuff", NEEDS_MORE), ("subject", OPEN_ADJ), ("subsequently", PASSING),
    ("such", BACKWARD | AWAY | OPEN_ADJ), ("suggest", SAYING | DUBIOUS), ("suggested", SAYING | DUBIOUS),
    ("suggests", SAYING | DUBIOUS), ("sun", UNIQUE), ("sunday", DAY), ("supplied", NEEDS_MORE), ("supposed", NEEDS_MORE),
    ("supposedly", HEDGE), ("sure", OPEN_ADJ), ("surged", COMPLETE), ("surrendered", COMPLETE), ("survey", OFFICIAL),
    ("survived", COMPLETE), ("survives", COMPLETE), ("suspected", QUALIFIER), ("suspended", DONE),
    ("suspicious", OPEN_ADJ), ("taliban", UNIQUE), ("taught", DONE), ("tax", OPEN_NOUN), ("team", GENERIC), ("tell", NEEDS_MORE),
    ("tells", SAYING | NEEDS_MORE), ("temporary", QUALIFIER), ("tenth", HEAD_OF), ("than", AWAY),
    ("thanked", NEEDS_MORE), ("that", BACKWARD), ("their", BACKWARD | THIRD_PERSON), ("theirs", THIRD_PERSON),
    ("them", THIRD_PERSON), ("themselves", THIRD_PERSON), ("then", BACKWARD), ("there", BACKWARD),
    ("therefore", BACKWARD), ("these", BACKWARD), ("they", BACKWARD | THIRD_PERSON), ("think", SAYING),
    ("thinks", SAYING | DUBIOUS), ("third", HEAD_OF | QUALIFIER), ("this", BACKWARD), ("those", BACKWARD),
    ("though", BACKWARD), ("thought", SAYING | NEEDS_MORE), ("thousand", HEAD_OF), ("threat", OPEN_NOUN),
    ("three", HEAD_OF | GENERIC), ("thursday", DAY), ("thus", BACKWARD), ("to", AWAY), ("today", NOW | PASSING),
    ("together", LATE), ("told", SAYING | NEEDS_MORE), ("tomorrow", NOW | PASSING), ("tonight", NOW | PASSING),
    ("too", QUALIFIER), ("top", OPEN_NOUN | OPEN_ADJ | QUALIFIER), ("tortured", DONE), ("total", OPEN_NOUN | HEAD_OF),
    ("toward", AWAY), ("towards", AWAY), ("town", GENERIC), ("traditional", QUALIFIER), ("transform", NEEDS_MORE),
    ("transformed", NEEDS_MORE), ("trapped", DONE), ("treat", NEEDS_MORE), ("treated", NEEDS_MORE),
    ("treats", NEEDS_MORE), ("triple", QUALIFIER), ("tripled", COMPLETE), ("tuesday", DAY), ("tumbled", COMPLETE),
    ("turn", NEEDS_MORE), ("turned", NEEDS_MORE), ("turning", NEEDS_MORE), ("turns", NEEDS_MORE),
    ("twice", LATE | QUALIFIER), ("two", HEAD_OF | GENERIC), ("type", OPEN_NOUN), ("unable", OPEN_ADJ),
    ("unconfirmed", DUBIOUS | QUALIFIER), ("uncovered", DONE), ("under", QUALIFIER), ("unless", BACKWARD | CONDITION),
    ("unlike", AWAY), ("unlikely", OPEN_ADJ), ("unsuccessful", QUALIFIER), ("until", AWAY), ("unveiled", DONE),
    ("up", AWAY | QUALIFIER), ("upheld", DONE), ("upon", AWAY), ("urge", NEEDS_MORE), ("urged", NEEDS_MORE),
    ("urges", NEEDS_MORE), ("us", FIRST_PERSON), ("use", NEEDS_MORE), ("used", NEEDS_MORE | OPEN_ADJ),
    ("uses", NEEDS_MORE), ("using", NEEDS_MORE), ("v", AWAY), ("vanished", COMPLETE),
    ("variety", OPEN_NOUN | HEAD_OF), ("verge", OPEN_NOUN), ("versus", AWAY), ("vice", QUALIFIER), ("victim", OPEN_NOUN), ("victims", DUBIOUS),
    ("village", GENERIC), ("virtual", QUALIFIER), ("vital", OPEN_ADJ), ("voted", COMPLETE), ("votes", COMPLETE),
    ("vowed", SAYING), ("vows", SAYING), ("vying", NEEDS_MORE), ("wake", OPEN_NOUN), ("want", NEEDS_MORE), ("wanted", NEEDS_MORE),
    ("wants", NEEDS_MORE), ("warn", SAYING), ("warned", SAYING | DUBIOUS | NEEDS_MORE), ("warns", SAYING | DUBIOUS),
    ("was", BE), ("watched", NEEDS_MORE), ("way", OPEN_NOUN), ("we", BACKWARD | FIRST_PERSON), ("weakened", COMPLETE),
    ("weather", UNIQUE), ("website", OFFICIAL), ("wednesday", DAY), ("week", PERIOD), ("weekend", PERIOD), ("were", BE),
    ("what", BACKWARD), ("when", BACKWARD), ("whereby", OPEN_ADJ), ("while", BACKWARD), ("who", BACKWARD),
    ("why", BACKWARD), ("widened", COMPLETE), ("willing", OPEN_ADJ), ("win", COMPLETE), ("wins", COMPLETE),
    ("withdrawn", DONE), ("without", CONDITION | AWAY), ("woman", GENERIC), ("women", GENERIC), ("won", COMPLETE),
    ("world", UNIQUE), ("worldwide", LATE), ("worse", OPEN_ADJ), ("worsened", COMPLETE), ("would-be", QUALIFIER), ("wounded", DONE),
    ("wrongful", QUALIFIER), ("wrongly", HEDGE), ("year", PERIOD), ("yen", UNIQUE), ("yesterday", NOW | PASSING), ("yet", BACKWARD),
    ("you", BACKWARD | FIRST_PERSON), ("your", BACKWARD | FIRST_PERSON), ("yourself", FIRST_PERSON),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_fits() {
        assert!(WORDS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(WORDS.iter().all(|(word, traits)| word.len() <= LONGEST && *traits != 0));
    }

    #[test]
    fn words_are_known_in_any_case() {
        assert!(Traits::of("Monday").any(DAY));
        assert!(!Traits::of("Monday").any(MONTH));
        assert_eq!(Traits::of("a word that is far longer than any in the table"), Traits::default());
    }
}
