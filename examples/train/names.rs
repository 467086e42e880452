//! Making up person names of many cultures.

use crate::lists::{Lists, capitalise};
use crate::rng::Rng;

/// A made-up person: given names, surname, and how the full name is written.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) given: Vec<String>,
    pub(crate) last: Vec<String>,
    /// Surname first, as in China and Korea.
    pub(crate) reversed: bool,
}

impl Person {
    pub(crate) fn full(&self) -> Vec<String> {
        let (a, b) = if self.reversed { (&self.last, &self.given) } else { (&self.given, &self.last) };
        a.iter().chain(b).cloned().collect()
    }
}

const CULTURES: &[(&str, &str, u32)] = &[
    ("US", "US", 6),
    ("en_IN", "en_IN", 4),
    ("en_PK", "en_PK", 4),
    ("id_ID", "id_ID", 3),
    ("tr_TR", "tr_TR", 2),
    ("en_KE", "en_KE", 3),
    ("zu_ZA", "zu_ZA", 3),
    ("tw_GH", "tw_GH", 3),
    ("yo_NG", "yo_NG", 3),
    ("ig_NG", "ig_NG", 3),
    ("ha_NG", "ha_NG", 3),
    ("en_NG", "en_NG", 2),
    ("en_TH", "en_TH", 3),
    ("vi_VN", "vi_VN", 2),
    ("fr_DZ", "fr_DZ", 3),
    ("az_AZ", "az_AZ", 1),
    ("uz_UZ", "uz_UZ", 1),
    ("sw", "sw", 2),
    ("fr_FR", "fr_FR", 2),
    ("de_DE", "de_DE", 2),
    ("es_ES", "es_ES", 2),
    ("it_IT", "it_IT", 1),
    ("pl_PL", "pl_PL", 1),
    ("ro_RO", "ro_RO", 1),
    ("sv_SE", "sv_SE", 1),
    ("nl_NL", "nl_NL", 1),
    ("fi_FI", "fi_FI", 1),
    ("hr_HR", "hr_HR", 1),
    ("hu_HU", "hu_HU", 1),
    ("ga_IE", "ga_IE", 1),
    ("es_MX", "es_MX", 1),
    ("pt_BR", "pt_BR", 1),
    ("JP", "JP", 5),
    ("PH", "PH", 2),
    ("NP", "NP", 2),
    ("RU", "RU", 2),
    ("UA", "UA", 1),
    ("GR", "GR", 1),
    ("IL", "IL", 1),
    ("IN", "IN", 2),
    ("BD", "BD", 2),
    ("GE", "GE", 1),
    ("AM", "AM", 1),
];

const CHINESE_LAST: &str = "Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie \
    Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao \
    Chan Wong Cheung Lam Leung Ng Cheng Lau Ho Kwok Chow Yeung Tse Tsai Hsu Hsieh Chang Chiang Lee Tsang Fung Mak Tam Chu";
const CHINESE: &str = "jin ping xiao wei ming hua jun guo qing hai bo feng li yong jie lei tao chao xin yu ying zhi qiang hong \
    mei ling jia hao min rui zhen tian yi long bin cheng kai wen shu fang xiang chun lan gang sheng zhong";
const CANTONESE: &str =
    "kin wing ka man chi wai ho yee siu kwok tak hung ming fai lok ying pui sze chun yin shing kit yiu hoi";
const WADE: &str =
    "ying jeou ing wen chi chen shui bian tsung hsien cheng teh fu ching mei hui kuo yu jung tien pei chun hsiung";
const KOREAN_LAST: &str = "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Yoo Hong Jeon Ko Moon Son \
    Yang Bae Baek Heo Nam Shim Noh Ha Kwak Sung Cha Joo Woo Ryu Chung Rhee Ban";
const KOREAN: &str = "jae in ji min seok yeol geun hye dae jung young sam myung bak hee sun joon ho woo hyun soo kyung mi \
    chul su jin seung won yong un eun sang hyuk tae dong sik jong hwan il kyu nam ki moon bo ra yeon";
const MALAY_GIVEN: &str =
    "Mohamad Muhammad Ahmad Abdul Siti Nur Nurul Mohd Wan Azmi Razak Ismail Hamzah Zahid Anwar Mahathir Najib";

/// Draws people from the pools.
pub(crate) struct Namer<'a> {
    lists: &'a Lists,
    total: u32,
}

fn word(rng: &mut Rng, words: &str) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    (*rng.pick(&all)).to_owned()
}

fn split(name: impl AsRef<str>) -> Vec<String> {
    let name = name.as_ref();
    name.split_whitespace().map(str::to_owned).collect()
}

impl<'a> Namer<'a> {
    pub(crate) fn new(lists: &'a Lists) -> Self {
        Namer { lists, total: CULTURES.iter().map(|c| c.2).sum() }
    }

    pub(crate) fn person(&self, rng: &mut Rng) -> Person {
        let mut p = match rng.below(100) {
            0..9 => self.chinese(rng),
            9..17 => self.korean(rng),
            17..27 => self.arabic(rng),
            27..45 => self.real(rng),
            _ => self.mixed(rng),
        };
        if rng.chance(0.15) {
            self.invent(&mut p, rng);
        }
        p
    }

    fn real(&self, rng: &mut Rng) -> Person {
        let (given, last) = rng.pick(&self.lists.people);
        Person { given: split(given), last: split(last), reversed: false }
    }

    fn pool(&self, rng: &mut Rng) -> (&'a [String], &'a [String]) {
        loop {
            let mut at = rng.below(self.total as usize) as u32;
            let culture = CULTURES.iter().find(|c| {
                let here = at < c.2;
                at = at.saturating_sub(c.2);
                here
            });
            let c = culture.unwrap_or(&CULTURES[0]);
            if let (Some(f), Some(l)) = (self.lists.firsts.get(c.0), self.lists.lasts.get(c.1)) {
                return (f, l);
            }
        }
    }

    fn mixed(&self, rng: &mut Rng) -> Person {
        let (firsts, lasts) = self.pool(rng);
        let mut given = split(rng.pick(firsts));
        match rng.below(20) {
            0 => given.push(format!("{}.", (b'A' + rng.below(26) as u8) as char)),
            1..5 => given.extend(split(rng.pick(firsts))),
            5 => {
                given =
                    vec![format!("{}.{}.", (b'A' + rng.below(26) as u8) as char, (b'A' + rng.below(26) as u8) as char)]
            }
            6 | 7 => given = vec![format!("{}.", (b'A' + rng.below(26) as u8) as char)],
            8 => given[0] = format!("{}-{}", given[0], rng.pick(firsts).split(' ').next().unwrap_or("")),
            _ => {}
        }
        let mut last = split(rng.pick(lasts));
        match rng.below(40) {
            0 => last = vec![format!("{}-{}", last[0], rng.pick(lasts).split(' ').next().unwrap_or(""))],
            1 => last.push("Jr.".into()),
            2..5 => last.extend(split(rng.pick(lasts))),
            5 => last.insert(0, word(rng, "de van von da del Van De dos El Al la")),
            _ => {}
        }
        Person { given, last, reversed: false }
    }

    fn pair(rng: &mut Rng, syllables: &str, join: &str) -> String {
        let (a, b) = (word(rng, syllables), word(rng, syllables));
        if join == " " {
            format!("{} {}", capitalise(&a), capitalise(&b))
        } else {
            format!("{}{join}{b}", capitalise(&a))
        }
    }

    fn chinese(&self, rng: &mut Rng) -> Person {
        let given = match rng.below(10) {
            0..4 => Self::pair(rng, CHINESE, ""),
            4..6 => capitalise(&word(rng, CHINESE)),
            6 => Self::pair(rng, CANTONESE, "-"),
            7 => Self::pair(rng, WADE, "-"),
            _ => {
                let western = self.lists.firsts.get("US").map_or("John", |f| f[rng.below(600.min(f.len()))].as_str());
                let join = if rng.chance(0.5) { "-" } else { " " };
                let name = Self::pair(rng, CANTONESE, join);
                let last = word(rng, CHINESE_LAST);
                // "Carrie Lam Cheng Yuet-ngor" and "Carrie Lam".
                let given = vec![western.to_owned()];
                let last = if rng.chance(0.6) { vec![last] } else { [vec![last], split(&name)].concat() };
                return Person { given, last, reversed: false };
            }
        };
        Person { given: split(&given), last: vec![word(rng, CHINESE_LAST)], reversed: true }
    }

    fn korean(&self, rng: &mut Rng) -> Person {
        let join = *rng.pick(&["-", "-", "-", " ", ""]);
        let given = split(Self::pair(rng, KOREAN, join));
        Person { given, last: vec![word(rng, KOREAN_LAST)], reversed: rng.chance(0.85) }
    }

    fn arabic(&self, rng: &mut Rng) -> Person {
        let pool = self.lists.firsts.get(*rng.pick(&["en_PK", "ha_NG", "fr_DZ", "EG", "SA", "en_PK", "id_ID"]));
        let Some(pool) = pool else { return self.real(rng) };
        let one = |rng: &mut Rng| rng.pick(pool).split(' ').next().unwrap_or("").to_owned();
        let mut given = vec![one(rng)];
        let mut last = vec![one(rng)];
        match rng.below(12) {
            0..3 => last[0] = format!("{}-{}", word(rng, "al Al el El as ash"), last[0]),
            3 => last.insert(0, word(rng, "Al Al El al Abu")),
            4 => given.extend([word(rng, "bin ibn Bin bint"), one(rng)]),
            5 => last = vec![word(rng, "Abdel Abdul Abd Ould Ben"), one(rng)],
            6 => given = vec![word(rng, MALAY_GIVEN), one(rng)],
            7 => given.extend([one(rng)]),
            8 => given.insert(0, word(rng, "Abdul Abdel Mohammed Mohamed Syed Muhammad Sheikh Md")),
            _ => {}
        }
        Person { given, last, reversed: false }
    }

    /// Replaces the surname (and sometimes the given name) by a word in no list: two halves of other names.
    fn invent(&self, p: &mut Person, rng: &mut Rng) {
        let blend = |rng: &mut Rng, pool: &[String]| {
            let (a, b) = (rng.pick(pool).clone(), rng.pick(pool).to_lowercase());
            let a: Vec<char> = a.split(' ').next().unwrap_or("").chars().collect();
            let b: Vec<char> = b.split(' ').next().unwrap_or("").chars().collect();
            let head = &a[..a.len().div_ceil(2)];
            let tail = &b[b.len() / 2..];
            head.iter().chain(tail).collect::<String>()
        };
        let (firsts, lasts) = self.pool(rng);
        p.last = vec![blend(rng, lasts)];
        if rng.chance(0.4) {
            p.given = vec![blend(rng, firsts)];
        }
    }

    pub(crate) fn place(&self, rng: &mut Rng) -> Vec<String> {
        split(rng.pick(&self.lists.places))
    }
}
