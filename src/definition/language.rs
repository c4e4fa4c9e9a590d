//! The language of texts: its code, as files, browsers and `--lang` have it.

use super::id::{MAX_ID, is_id, mend_id};
use crate::diagnostic::Findings;
use crate::document::rules::INVALID_VALUE;
use crate::document::{Fields, read_string};
use crate::words::definition as say;
use crate::words::document::write;

/// The codes of two letters (ISO 639-1), which a language has no other code beside.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee \
                     el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii \
                     ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh \
                     mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro \
                     ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt \
                     tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// The codes of countries and areas (ISO 3166-1), in lower case as they stand in a tag.
const REGIONS: &str = "ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz \
                       ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk \
                       fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq \
                       ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg \
                       mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph \
                       pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy \
                       sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws xk ye yt \
                       za zm zw";

/// What languages, and the countries where they are spoken, are taken for.
const MEANT: [(&str, &str); 19] = [
    ("english", "en"),
    ("eng", "en"),
    ("japanese", "ja"),
    ("jpn", "ja"),
    ("jp", "ja"),
    ("german", "de"),
    ("deutsch", "de"),
    ("french", "fr"),
    ("français", "fr"),
    ("español", "es"),
    ("日本語", "ja"),
    ("中文", "zh"),
    ("spanish", "es"),
    ("italian", "it"),
    ("portuguese", "pt"),
    ("dutch", "nl"),
    ("chinese", "zh"),
    ("cn", "zh"),
    ("korean", "ko"),
];

/// The code under `language`, which must be there. Empty where it is none.
pub(super) fn read_language(fields: &mut Fields<'_>, findings: &mut Findings) -> String {
    let Some(node) = fields.required("language", findings) else { return String::new() };
    let Some(language) = read_string(node, findings) else { return String::new() };
    if is_language(language) && language.len() <= MAX_ID {
        return language.to_owned();
    }
    let finding = findings.add(&INVALID_VALUE, node.span.clone(), say::no_language(language));
    let mended = || mend_id(language).filter(|code| is_language(code));
    match meant(&language.to_lowercase()).map(str::to_owned).or_else(mended) {
        Some(code) => {
            finding.help(write(&code)).fix(node.span.clone(), format!("\"{code}\""));
        }
        None => {
            finding.help(say::write_language());
        }
    }
    String::new()
}

/// Whether this is the code of a language, perhaps with one of a country behind it.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or(tag);
    is_id(tag)
        && parts.filter(|part| part.len() == 2).all(|part| REGIONS.split_whitespace().any(|code| code == part))
        && match primary.len() {
            2 => CODES.split(' ').any(|code| code == primary),
            3 => meant(primary).is_none() && primary.bytes().all(|byte| byte.is_ascii_lowercase()),
            _ => false,
        }
}

/// The code of what was written in other words.
fn meant(language: &str) -> Option<&'static str> {
    MEANT.iter().find(|(name, _)| *name == language).map(|(_, code)| *code)
}
