//! What the survey's tests share: a small definition, the bundled one, and scripts of keys.

use std::sync::{Arc, OnceLock};

use super::key::Key;
use crate::definition::{self, Definition, bundled::BUNDLED};
use crate::diagnostic::Source;
use crate::words::Lang;

/// Four questions in two criteria: one that always applies, one that may not and says when, one with eleven options, one
/// more.
pub(crate) fn definition() -> Definition {
    let options = |count: usize| (1..=count).map(|n| format!("'option {n}'")).collect::<Vec<_>>().join(", ");
    let question = |id: &str, count: usize, applies: bool| {
        format!(
            "[[criteria.questions]]\nid = '{id}'\ntext = 'Question {id}?'\nnot_applicable = {}\noptions = [{}]\n",
            if applies { "false" } else { "'nobody asks for it'" },
            options(count)
        )
    };
    let text = format!(
        "schema = 1\nid = 'small'\nversion = '1.0.0'\nlanguage = 'en'\ntitle = 'Small'\ndescription = 'Small.'\n\
         [[levels]]\nid = 'low'\nname = 'Low'\nsummary = 'Low.'\n\
         [[levels]]\nid = 'high'\nname = 'High'\nsummary = 'High.'\nrequires = {{ overall = 50 }}\n\
         [[criteria]]\nid = 'first'\nname = 'First'\ndescription = 'First.'\n{}{}\
         [[criteria]]\nid = 'second'\nname = 'Second'\ndescription = 'Second.'\n{}{}",
        question("a", 3, true),
        question("b", 3, false),
        question("c", 11, true),
        question("d", 3, true),
    );
    let (definition, findings) = definition::read(&Arc::new(Source::new("small.toml", text)));
    definition.unwrap_or_else(|| panic!("{findings:?}"))
}

/// Two facts, the second of which several options may hold, and three questions: one asked of who takes calls, one of all,
/// and one of all but a few people.
pub(crate) fn with_facts(lang: Lang) -> Definition {
    let source = |name: &str, text: &str| Arc::new(Source::new(name, text));
    let (definition, findings) =
        definition::read(&source("facts.toml", include_str!("../../tests/fixtures/facts.toml")));
    let definition = definition.unwrap_or_else(|| panic!("{findings:?}"));
    if lang == Lang::EN {
        return definition;
    }
    let japanese = source("facts.ja.toml", include_str!("../../tests/fixtures/facts.ja.toml"));
    definition::translate(&definition, &japanese).0.unwrap()
}

/// The bundled assessment in a language.
pub(crate) fn bundled(lang: Lang) -> Definition {
    static READ: OnceLock<Vec<Definition>> = OnceLock::new();
    let definitions = READ.get_or_init(|| BUNDLED[0].definitions());
    definitions.iter().find(|definition| definition.language == lang.tag()).unwrap().clone()
}

/// The keys of a script: names of keys and single characters between spaces.
pub(crate) fn keys(script: &str) -> Vec<Key> {
    let key = |word: &str| match word {
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Backspace" => Key::Backspace,
        "Home" => Key::Home,
        "End" => Key::End,
        "Interrupt" => Key::Interrupt,
        "Unknown" => Key::Unknown,
        word => {
            let mut chars = word.chars();
            let key = Key::Char(chars.next().unwrap());
            assert_eq!(chars.next(), None, "no key is called {word}");
            key
        }
    };
    script.split_whitespace().map(key).collect()
}
