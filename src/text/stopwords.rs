//! Words too common to say what a text is about: the closed classes of each language, and the verbs of reporting.
//!
//! Written for this project; each list is sorted by bytes, so that it can be searched by halving.

#[rustfmt::skip]
pub(super) const EN: &[&str] = &[
    "a", "about", "above", "across", "after", "again", "against", "all", "almost", "along", "already", "also",
    "although", "always", "am", "among", "an", "and", "another", "any", "anyone", "anything", "are", "around", "as",
    "ask", "asked", "at", "away", "be", "became", "because", "become", "been", "before", "began", "behind", "being",
    "below", "between", "both", "but", "by", "ca", "can", "cannot", "come", "could", "did", "do", "does", "doing",
    "done", "down", "dr", "during", "each", "either", "else", "enough", "etc", "even", "ever", "every", "everyone",
    "everything", "far", "few", "first", "for", "friday", "from", "further", "get", "gets", "getting", "give",
    "given", "go", "goes", "going", "gone", "got", "had", "has", "have", "having", "he", "her", "here", "hers",
    "herself", "him", "himself", "his", "how", "however", "i", "if", "in", "indeed", "instead", "into", "is", "it",
    "its", "itself", "just", "know", "known", "last", "later", "least", "less", "let", "like", "likely", "made",
    "make", "makes", "making", "many", "may", "maybe", "me", "meanwhile", "might", "mine", "monday", "more",
    "moreover", "most", "mostly", "mr", "mrs", "ms", "much", "must", "my", "myself", "near", "nearly", "need",
    "neither", "never", "nevertheless", "new", "next", "no", "nobody", "none", "nor", "not", "nothing", "now", "of",
    "off", "often", "on", "once", "one", "only", "onto", "or", "other", "others", "otherwise", "our", "ours",
    "ourselves", "out", "over", "own", "per", "perhaps", "put", "quite", "rather", "really", "said", "same",
    "saturday", "saw", "say", "saying", "says", "second", "see", "seem", "seemed", "seems", "seen", "several",
    "shall", "she", "should", "since", "so", "some", "someone", "something", "sometimes", "soon", "still", "such",
    "sunday", "take", "taken", "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there",
    "thereby", "therefore", "these", "they", "thing", "things", "this", "those", "though", "three", "through",
    "throughout", "thursday", "thus", "to", "today", "together", "told", "tomorrow", "too", "took", "toward",
    "towards", "tuesday", "two", "under", "unless", "until", "unto", "up", "upon", "us", "use", "used", "using",
    "very", "via", "was", "way", "we", "wednesday", "well", "went", "were", "what", "whatever", "when", "whenever",
    "where", "whereas", "whether", "which", "while", "who", "whole", "whom", "whose", "why", "will", "with", "within",
    "without", "wo", "would", "yesterday", "yet", "you", "your", "yours", "yourself", "yourselves",
];

#[rustfmt::skip]
pub(super) const DE: &[&str] = &[
    "ab", "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "andere", "anderem",
    "anderen", "anderer", "anderes", "auch", "auf", "aus", "außer", "außerdem", "bald", "bei", "beim", "bereits",
    "bevor", "bin", "bis", "bisher", "bist", "da", "dabei", "dadurch", "dafür", "dagegen", "daher", "damals", "damit",
    "danach", "daneben", "dann", "daran", "darauf", "daraus", "darf", "darin", "darum", "darunter", "darüber", "das",
    "dass", "davon", "davor", "dazu", "dein", "deine", "dem", "demnach", "den", "denen", "denn", "dennoch", "der",
    "deren", "des", "deshalb", "dessen", "desto", "die", "dies", "diese", "dieselbe", "diesem", "diesen", "dieser",
    "dieses", "doch", "dort", "du", "durch", "dürfen", "ebenfalls", "ebenso", "ein", "eine", "einem", "einen",
    "einer", "eines", "einige", "einigen", "einiger", "einmal", "er", "erst", "es", "etwa", "etwas", "euch", "euer",
    "falls", "fast", "für", "gab", "gegen", "gegenüber", "gehabt", "genug", "gewesen", "geworden", "gibt", "hab",
    "habe", "haben", "hat", "hatte", "hatten", "her", "heute", "hier", "hin", "hinter", "hätte", "hätten", "ich",
    "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "im", "immer", "in", "indem",
    "innerhalb", "ins", "irgend", "ist", "ja", "je", "jede", "jedem", "jeden", "jeder", "jedes", "jedoch", "jemand",
    "jetzt", "kann", "kaum", "kein", "keine", "keinem", "keinen", "keiner", "können", "könnte", "könnten", "laut",
    "man", "manche", "mehr", "mein", "meine", "mich", "mir", "mit", "muss", "musste", "möchte", "müssen", "nach",
    "nachdem", "nachher", "neben", "nicht", "nichts", "nie", "niemand", "noch", "nun", "nur", "ob", "oben", "oder",
    "oft", "ohne", "sagen", "sagt", "sagte", "schon", "sehr", "sei", "seien", "sein", "seine", "seinem", "seinen",
    "seiner", "seines", "seit", "seitdem", "selbst", "sich", "sie", "sind", "so", "sobald", "sogar", "solche",
    "solchen", "soll", "sollen", "sollte", "sollten", "sondern", "sonst", "soweit", "sowie", "sowohl", "statt",
    "trotz", "um", "und", "uns", "unser", "unsere", "unter", "viel", "viele", "vielen", "vom", "von", "vor", "wann",
    "war", "waren", "warum", "was", "weder", "wegen", "weil", "weiter", "weitere", "weiteren", "welche", "welchem",
    "welchen", "welcher", "welches", "wenig", "wenn", "wer", "werde", "werden", "wie", "wieder", "will", "wir",
    "wird", "wo", "wohl", "wollen", "wollte", "worden", "wurde", "wurden", "während", "würde", "würden", "zu", "zum",
    "zur", "zwar", "zwischen", "über", "überall",
];

#[rustfmt::skip]
pub(super) const FR: &[&str] = &[
    "afin", "ai", "ainsi", "alors", "après", "as", "assez", "au", "aucun", "aucune", "aujourd", "aujourd'hui",
    "auprès", "aura", "aurait", "aussi", "autant", "autre", "autres", "aux", "avaient", "avait", "avant", "avec",
    "avez", "avoir", "avons", "ayant", "beaucoup", "bien", "bon", "c", "car", "ce", "ceci", "cela", "celle", "celles",
    "celui", "cependant", "certain", "certaine", "certaines", "certains", "ces", "cet", "cette", "ceux", "chaque",
    "chez", "comme", "comment", "contre", "d", "dans", "de", "depuis", "des", "desquels", "deux", "devait", "devant",
    "doit", "donc", "dont", "du", "durant", "dès", "déjà", "elle", "elles", "en", "encore", "enfin", "entre", "es",
    "est", "et", "eu", "eux", "faire", "fait", "fois", "font", "grâce", "hors", "hui", "ici", "il", "ils", "j", "je",
    "jusqu", "jusqu'à", "jusque", "l", "la", "laquelle", "le", "lequel", "les", "lesquelles", "lesquels", "leur",
    "leurs", "lors", "lorsque", "lui", "là", "m", "ma", "mais", "malgré", "me", "mes", "mieux", "moi", "moins", "mon",
    "même", "mêmes", "n", "ne", "ni", "non", "nos", "notre", "nous", "on", "ont", "or", "ou", "outre", "où", "par",
    "parce", "parmi", "pas", "peu", "peut", "peuvent", "plus", "plusieurs", "plutôt", "pour", "pourquoi", "pourrait",
    "presque", "près", "puis", "puisque", "qu", "quand", "que", "quel", "quelle", "quelles", "quelque", "quelques",
    "quels", "qui", "quoi", "s", "sa", "sans", "se", "selon", "sera", "serait", "ses", "si", "soi", "soit", "son",
    "sont", "sous", "souvent", "sur", "t", "ta", "te", "tel", "telle", "telles", "tels", "tes", "toi", "ton", "tous",
    "tout", "toute", "toutefois", "toutes", "trop", "très", "tu", "un", "une", "vers", "vient", "voici", "voilà",
    "vont", "vos", "votre", "vous", "y", "à", "ça", "étaient", "était", "étant", "été", "être",
];

#[rustfmt::skip]
pub(super) const ES: &[&str] = &[
    "a", "además", "ahora", "ahí", "al", "algo", "alguna", "algunas", "alguno", "algunos", "algún", "allí", "ante",
    "antes", "aquel", "aquella", "aquellas", "aquello", "aquellos", "aquí", "así", "aun", "aunque", "ayer", "aún",
    "bajo", "bien", "cada", "casi", "como", "con", "contra", "cual", "cuales", "cualquier", "cuando", "cuanto",
    "cuál", "cuándo", "cómo", "de", "del", "desde", "después", "dice", "dijo", "donde", "dos", "durante", "dónde",
    "e", "el", "ella", "ellas", "ello", "ellos", "en", "entonces", "entre", "era", "eran", "es", "esa", "esas", "ese",
    "eso", "esos", "esta", "estaba", "estaban", "estar", "estas", "este", "esto", "estos", "estuvo", "está", "están",
    "fue", "fueron", "ha", "haber", "había", "habían", "hace", "hacer", "hacia", "han", "hasta", "hay", "he", "hecho",
    "hizo", "hoy", "incluso", "junto", "la", "las", "le", "les", "lo", "los", "luego", "mas", "me", "mediante",
    "mejor", "menos", "mi", "mientras", "mis", "misma", "mismas", "mismo", "mismos", "mucha", "muchas", "mucho",
    "muchos", "muy", "más", "mí", "nada", "ni", "ninguna", "ningún", "no", "nos", "nosotros", "nuestra", "nuestras",
    "nuestro", "nuestros", "nunca", "o", "os", "otra", "otras", "otro", "otros", "para", "pero", "poco", "por",
    "porque", "puede", "pueden", "pues", "que", "quien", "quienes", "quién", "qué", "se", "sea", "según", "ser",
    "será", "si", "sido", "siempre", "sin", "sino", "sobre", "solo", "son", "su", "sus", "sí", "sólo", "también",
    "tampoco", "tan", "tanto", "te", "tener", "tenía", "ti", "tiene", "tienen", "toda", "todas", "todavía", "todo",
    "todos", "tras", "tu", "tuvo", "tú", "un", "una", "unas", "uno", "unos", "usted", "ustedes", "va", "varias",
    "varios", "veces", "y", "ya", "yo", "él",
];

#[rustfmt::skip]
pub(super) const IT: &[&str] = &[
    "a", "abbia", "abbiamo", "ad", "adesso", "agli", "ai", "al", "alcuna", "alcune", "alcuni", "alla", "alle", "allo",
    "allora", "altra", "altre", "altri", "altro", "anche", "ancora", "anzi", "appena", "avere", "aveva", "avevano",
    "bene", "c", "che", "chi", "ci", "ciascuno", "cioè", "circa", "ciò", "co", "coi", "col", "come", "con", "contro",
    "cosa", "così", "cui", "d", "da", "dagli", "dai", "dal", "dalla", "dalle", "dallo", "davanti", "degli", "dei",
    "del", "della", "delle", "dello", "dentro", "deve", "di", "dice", "dopo", "dove", "due", "durante", "e", "ecco",
    "ed", "era", "erano", "essere", "fa", "faceva", "fatto", "fin", "fino", "fra", "fu", "fuori", "furono", "già",
    "gli", "ha", "hanno", "ho", "i", "ieri", "il", "in", "infatti", "insieme", "intanto", "invece", "io", "l", "la",
    "le", "lei", "li", "lo", "loro", "lui", "là", "lì", "ma", "mai", "me", "meglio", "meno", "mentre", "mi", "mia",
    "mie", "miei", "mio", "molta", "molte", "molti", "molto", "ne", "negli", "nei", "nel", "nella", "nelle", "nello",
    "nessun", "nessuna", "nessuno", "niente", "no", "noi", "non", "nostra", "nostre", "nostri", "nostro", "nulla",
    "o", "oggi", "ogni", "oltre", "oppure", "ora", "per", "perché", "perciò", "perfino", "però", "più", "poco", "poi",
    "possono", "presso", "prima", "proprio", "può", "qua", "qualche", "qualcosa", "qualcuno", "quale", "quali",
    "quando", "quanto", "quasi", "quella", "quelle", "quelli", "quello", "questa", "queste", "questi", "questo",
    "qui", "quindi", "s", "sarebbe", "sarà", "se", "secondo", "sei", "sembra", "sempre", "senza", "si", "sia",
    "siamo", "solo", "sono", "sopra", "sotto", "sta", "stata", "state", "stati", "stato", "stesso", "su", "sua",
    "sue", "sugli", "sui", "sul", "sulla", "sulle", "suo", "suoi", "sì", "t", "tale", "tanto", "te", "ti", "tra",
    "tre", "troppo", "tu", "tua", "tue", "tuo", "tuoi", "tutta", "tuttavia", "tutte", "tutti", "tutto", "un", "una",
    "uno", "va", "verso", "vi", "via", "voi", "vostra", "vostro", "è",
];

#[rustfmt::skip]
pub(super) const PT: &[&str] = &[
    "a", "acordo", "agora", "ai", "ainda", "algo", "algum", "alguma", "algumas", "alguns", "alguém", "ali", "além",
    "ambos", "ante", "antes", "ao", "aos", "apenas", "após", "aquela", "aquelas", "aquele", "aqueles", "aquilo", "as",
    "assim", "através", "até", "cada", "com", "como", "contra", "contudo", "cuja", "cujo", "da", "daquele", "das",
    "de", "dela", "delas", "dele", "deles", "depois", "desde", "dessa", "desse", "desta", "deste", "disse", "do",
    "dois", "dos", "durante", "e", "ela", "elas", "ele", "eles", "em", "enquanto", "entanto", "entre", "então", "era",
    "eram", "essa", "essas", "esse", "esses", "esta", "estar", "estas", "estava", "estavam", "este", "estes", "está",
    "estão", "eu", "faz", "fazer", "foi", "foram", "fosse", "havia", "hoje", "há", "isso", "isto", "já", "la", "lhe",
    "lhes", "lo", "logo", "mais", "mas", "me", "meio", "menos", "mesma", "mesmo", "meu", "meus", "minha", "muita",
    "muitas", "muito", "muitos", "na", "nada", "nas", "nem", "nenhum", "nenhuma", "nessa", "nesse", "nesta", "neste",
    "ninguém", "no", "nos", "nossa", "nossas", "nosso", "nossos", "num", "numa", "nunca", "não", "nós", "o", "onde",
    "ontem", "os", "ou", "outra", "outras", "outro", "outros", "para", "pela", "pelas", "pelo", "pelos", "pode",
    "podem", "pois", "por", "porque", "portanto", "porém", "pouco", "primeiro", "quais", "qual", "qualquer", "quando",
    "quanto", "quase", "que", "quem", "se", "segundo", "seja", "sem", "sempre", "sendo", "ser", "será", "seu", "seus",
    "sido", "sim", "sob", "sobre", "sua", "suas", "são", "só", "também", "te", "tem", "tendo", "ter", "teve", "tinha",
    "tinham", "toda", "todas", "todavia", "todo", "todos", "tu", "tudo", "tão", "têm", "um", "uma", "umas", "uns",
    "vai", "vez", "você", "vocês", "à", "às", "é",
];

#[rustfmt::skip]
pub(super) const NL: &[&str] = &[
    "aan", "achter", "af", "al", "alle", "alleen", "alles", "als", "altijd", "ander", "andere", "anders", "behalve",
    "ben", "bent", "bij", "binnen", "boven", "buiten", "daar", "daarna", "daarom", "dan", "dat", "de", "deze", "die",
    "dit", "doch", "doen", "door", "dus", "echter", "een", "eens", "eerst", "eerste", "eigen", "elk", "elke", "en",
    "enige", "enkele", "er", "ervan", "even", "geen", "geweest", "gewoon", "had", "hadden", "heb", "hebben", "hebt",
    "heeft", "heel", "hem", "hen", "het", "hier", "hij", "hoe", "hun", "iemand", "iets", "ik", "in", "indien", "is",
    "ja", "je", "jij", "jou", "jouw", "jullie", "kan", "kon", "konden", "kunnen", "laat", "maar", "maken", "me",
    "meer", "mensen", "met", "mij", "mijn", "moest", "moet", "moeten", "na", "naar", "naast", "nadat", "niemand",
    "niet", "niets", "nog", "nooit", "nu", "of", "om", "omdat", "onder", "ons", "onze", "ook", "op", "over", "per",
    "rond", "sinds", "slechts", "sommige", "soms", "steeds", "te", "tegen", "tegenover", "ten", "ter", "terwijl",
    "toch", "toe", "toen", "tot", "tussen", "tweede", "uit", "uw", "vaak", "van", "vanaf", "vanuit", "veel", "verder",
    "via", "volgens", "voor", "vooral", "waar", "waarom", "wanneer", "want", "waren", "was", "wat", "we", "weer",
    "wel", "werd", "werden", "wie", "wij", "wil", "worden", "wordt", "zal", "ze", "zeer", "zegt", "zei", "zelf",
    "zich", "zij", "zijn", "zo", "zoals", "zonder", "zou", "zouden", "zowel",
];

#[rustfmt::skip]
pub(super) const SV: &[&str] = &[
    "alla", "allt", "alltid", "andra", "annan", "annat", "att", "av", "bara", "bland", "blev", "bli", "blir", "båda",
    "både", "dag", "de", "dem", "den", "denna", "deras", "dess", "dessa", "det", "detta", "dig", "din", "dina",
    "dock", "du", "där", "därför", "då", "efter", "eftersom", "ej", "eller", "en", "enligt", "er", "ett", "fler",
    "flera", "fram", "från", "få", "får", "för", "före", "första", "ge", "genom", "ger", "gick", "gör", "göra", "ha",
    "hade", "han", "hans", "har", "hela", "henne", "hennes", "hon", "honom", "hur", "här", "i", "icke", "igen", "in",
    "ingen", "inget", "innan", "inom", "inte", "jag", "ju", "just", "kan", "kom", "kommer", "kunde", "kunna", "kvar",
    "lika", "man", "med", "medan", "mellan", "men", "mer", "mest", "mig", "min", "mina", "mot", "mycket", "måste",
    "ned", "ner", "nog", "nu", "när", "nära", "någon", "något", "några", "och", "också", "om", "oss", "på", "redan",
    "sade", "samma", "samt", "sedan", "sen", "sig", "sin", "sina", "sitt", "själv", "ska", "skall", "skulle", "som",
    "säger", "sätt", "så", "sådan", "till", "tills", "tog", "trots", "två", "under", "upp", "ut", "utan", "vad",
    "var", "vara", "varför", "varit", "varje", "vars", "vem", "vi", "vid", "vilka", "vilken", "vilket", "vill", "än",
    "ännu", "är", "åt", "över",
];

#[rustfmt::skip]
pub(super) const DA: &[&str] = &[
    "ad", "af", "aldrig", "alle", "allerede", "alligevel", "alt", "altid", "altså", "anden", "andet", "andre", "at",
    "bag", "bare", "begge", "blandt", "blev", "blevet", "bliver", "både", "da", "de", "dem", "den", "denne", "der",
    "deres", "derfor", "det", "dette", "dig", "din", "dine", "disse", "dog", "du", "efter", "egen", "eller", "en",
    "end", "endnu", "er", "et", "fik", "flere", "for", "foran", "forbi", "fordi", "fra", "får", "før", "første",
    "gennem", "gik", "gjorde", "gør", "ham", "han", "hans", "har", "havde", "helt", "hende", "hendes", "her", "hos",
    "hun", "hvad", "hvem", "hver", "hvilke", "hvilken", "hvis", "hvor", "hvordan", "hvorfor", "hvornår", "i", "igen",
    "ikke", "imellem", "imod", "ind", "inden", "indtil", "ingen", "intet", "ja", "jeg", "jo", "kan", "kom", "kommer",
    "kun", "kunne", "man", "mange", "med", "meget", "mellem", "men", "mens", "mere", "mest", "mig", "min", "mine",
    "mit", "mod", "må", "måske", "ned", "nej", "nogen", "noget", "nogle", "nok", "nu", "når", "og", "også", "om",
    "omkring", "op", "os", "over", "på", "samme", "samt", "siden", "sig", "siger", "sin", "sine", "sit", "skal",
    "skulle", "som", "så", "sådan", "tidligere", "til", "to", "tog", "trods", "ud", "uden", "under", "var", "ved",
    "vi", "vil", "ville", "vor", "vores", "være", "været",
];

#[rustfmt::skip]
pub(super) const NO: &[&str] = &[
    "aldri", "alle", "allerede", "alltid", "alt", "altså", "andre", "annen", "annet", "at", "av", "bak", "bare",
    "begge", "blant", "ble", "blei", "bli", "blir", "blitt", "både", "da", "de", "deg", "dem", "den", "denne", "der",
    "deres", "derfor", "dermed", "dersom", "det", "dette", "din", "disse", "ditt", "dog", "du", "då", "eg", "egen",
    "ein", "eit", "eller", "en", "enn", "ennå", "er", "et", "etter", "fikk", "flere", "for", "foran", "fordi", "fra",
    "fram", "få", "får", "før", "først", "første", "gjennom", "gjorde", "gjør", "ha", "hadde", "ham", "han", "hans",
    "har", "hele", "henne", "hennes", "her", "hos", "hun", "hva", "hvem", "hver", "hvilke", "hvilken", "hvis", "hvor",
    "hvordan", "hvorfor", "i", "igjen", "ikke", "ikkje", "imellom", "ingen", "inn", "innen", "ja", "jeg", "jo", "kan",
    "kom", "kommer", "kun", "kunne", "man", "mange", "med", "meg", "mellom", "men", "mens", "mer", "mest", "min",
    "mine", "mitt", "mot", "mye", "må", "måtte", "ned", "nei", "noe", "noen", "nok", "nå", "når", "og", "også", "om",
    "opp", "oss", "over", "på", "rundt", "samme", "samt", "se", "seg", "selv", "siden", "sier", "sin", "sine", "sitt",
    "skal", "skulle", "slik", "som", "så", "tidligere", "til", "tok", "under", "unna", "ut", "uten", "var", "ved",
    "vi", "vil", "ville", "vår", "våre", "være", "vært", "å",
];

#[rustfmt::skip]
pub(super) const FI: &[&str] = &[
    "aikana", "aina", "alla", "asti", "ehkä", "ei", "eikä", "eivät", "ell", "ellei", "emme", "en", "enemmän", "ennen",
    "ensi", "enää", "että", "haluaa", "he", "heidän", "heille", "heitä", "hän", "häneen", "hänelle", "hänellä",
    "hänen", "hänet", "ihan", "itse", "ja", "jo", "johon", "joiden", "joihin", "joissa", "joita", "joka", "jokainen",
    "jolla", "jolle", "jonka", "jopa", "jos", "joskus", "jossa", "josta", "jota", "jotka", "jotta", "juuri",
    "jälkeen", "kaikki", "kaikkia", "kanssa", "kautta", "ken", "kenen", "kesken", "kohti", "koko", "koska", "koskaan",
    "kuin", "kuinka", "kuitenkin", "kuka", "kun", "kuten", "lisäksi", "luo", "lähes", "läpi", "me", "meidän",
    "meille", "meitä", "melko", "mikä", "mikään", "minkä", "minun", "minut", "minä", "missä", "mistä", "mitä",
    "mitään", "molemmat", "mukaan", "mutta", "muun", "muut", "muuta", "myöhemmin", "myös", "ne", "niiden", "niille",
    "niin", "niistä", "niitä", "noin", "nuo", "nyt", "näiden", "näin", "nämä", "ole", "oleva", "olevan", "oli",
    "olin", "olisi", "olisivat", "olivat", "olla", "olleet", "ollut", "on", "ovat", "paljon", "pitäisi", "pitää",
    "saa", "samalla", "sanoi", "se", "sekä", "sen", "siellä", "siihen", "siinä", "siis", "siitä", "silloin", "sillä",
    "sinun", "sinä", "sitten", "sitä", "tai", "te", "tehdä", "teidän", "tein", "toinen", "tulee", "tuo", "tällä",
    "tämä", "tämän", "tässä", "tästä", "tätä", "täällä", "uusi", "vaan", "vai", "vaikka", "vain", "varten", "vastaan",
    "vielä", "voi", "voivat", "vuoksi", "vuonna", "välillä", "yhä", "yksi", "yli", "ympäri",
];

#[rustfmt::skip]
pub(super) const RU: &[&str] = &[
    "а", "без", "более", "больше", "будет", "будто", "будут", "бы", "был", "была", "были", "было", "быть", "в", "вам",
    "вас", "ваш", "ведь", "весь", "вместе", "во", "вот", "впрочем", "все", "всегда", "всего", "всех", "всю", "всё",
    "вы", "где", "говорит", "год", "года", "году", "да", "даже", "два", "для", "до", "другие", "другой", "его", "ее",
    "ей", "ему", "если", "есть", "еще", "ещё", "её", "же", "за", "здесь", "и", "из", "или", "им", "имеет", "именно",
    "иметь", "их", "к", "каждый", "как", "какая", "какой", "когда", "конечно", "которая", "которого", "которое",
    "которой", "котором", "которому", "которую", "которые", "который", "которым", "которых", "кто", "куда", "ли",
    "либо", "лишь", "лучше", "между", "меня", "мне", "много", "может", "можно", "мой", "моя", "мы", "на", "над",
    "надо", "наконец", "нас", "наш", "не", "него", "нее", "ней", "нельзя", "нет", "ни", "нибудь", "никогда", "ним",
    "них", "ничего", "но", "ну", "о", "об", "обо", "однако", "он", "она", "они", "оно", "опять", "от", "очень",
    "перед", "по", "под", "после", "потом", "потому", "почти", "при", "про", "раз", "разве", "с", "сам", "сама",
    "своего", "своей", "своих", "свой", "свою", "своё", "себе", "себя", "сегодня", "сейчас", "сказал", "сказала",
    "сказать", "со", "совсем", "среди", "так", "такая", "также", "такие", "такой", "там", "тебя", "тем", "теперь",
    "то", "тогда", "того", "тоже", "той", "только", "том", "тот", "тут", "ты", "у", "уже", "хотя", "чего", "чем",
    "через", "что", "чтоб", "чтобы", "чуть", "эта", "эти", "этим", "этих", "это", "этого", "этой", "этом", "этому",
    "этот", "эту", "я", "является",
];
