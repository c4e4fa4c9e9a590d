//! `cxm sql`. That engines make of a query what `cxm batch` makes of the rows is for `tests/engines`.

use insta::assert_snapshot;

use crate::program::run;

const FACTS: &str = "tests/fixtures/facts.toml";
const DIALECTS: [&str; 8] =
    ["duckdb", "postgres", "sqlite", "spark", "datafusion", "clickhouse", "bigquery", "snowflake"];

fn query(arguments: &[&str]) -> String {
    let ran = run(&[&["sql", "--from", "answers"], arguments].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    ran.stdout
}

#[test]
fn the_query_is_read_as_scoring_is_explained() {
    assert_snapshot!("facts_duckdb", query(&["-a", FACTS, "--dialect", "duckdb"]));
    assert_snapshot!(
        "facts_rejects",
        query(&["-a", FACTS, "--dialect", "spark", "--rejects", "--text", "--lang", "ja"])
    );
    let levels = ["-a", "tests/fixtures/practices.toml", "--dialect", "postgres", "--keep", "respondent"];
    assert_snapshot!("practices_postgres", query(&[levels.as_slice(), &["--absent", "letters-managed"]].concat()));
}

#[test]
fn single_answers_are_made_rows_and_rows_are_summed_up() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.toml");
    let text = "scale = \"0..3\"\n[columns]\n\"Calls?\" = \"calls-answered\"\nNote = \"\"\n\
                [cells]\n\"Don't know\" = \"\"\n[rows]\nwhere = [\"Finished = True\", \"Wave != 1\"]\n";
    std::fs::write(&map, text).unwrap();
    let groups = ["-a", "tests/fixtures/groups.toml", "--dialect", "sqlite", "--map", map.to_str().unwrap()];
    let query = |more: &[&str]| {
        let ran = run(&[&["sql", "--from", "answers"], groups.as_slice(), more].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stdout
    };
    assert_snapshot!("groups_sqlite_mapped", query(&["--keep", "respondent"]));
    assert_snapshot!("groups_sqlite_long", query(&["--long", "who,question,answer", "--summary"]));
    assert_snapshot!("groups_sqlite_long_rejects", query(&["--long", "who,question,answer", "--rejects"]));
}

/// A criterion that is not applicable is asked for by no level, and a number of them is one of those that apply.
#[test]
fn levels_ask_for_criteria_that_apply() {
    let text = include_str!("fixtures/groups.toml");
    let asked = text.replace("{ overall = 60 }", "{ criteria_in_place = 2, criteria = { letters = 60 } }");
    assert_ne!(asked, text);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("groups.toml");
    std::fs::write(&path, asked).unwrap();
    let query = query(&["-a", path.to_str().unwrap(), "--dialect", "duckdb"]);
    let lines = query.lines().filter(|line| line.contains("\"cxm_in_place\" *") || line.contains(">= 600"));
    assert_snapshot!(lines.map(str::trim).collect::<Vec<_>>().join("\n"), @r#"
    WHEN NOT (("cxm_in_place" * 3 >= "cxm_applicable" * 2)
    AND (("cxm_score_letters" IS NULL) OR ("cxm_score_letters" >= 600))) THEN 'low'
    AND (("cxm_best_letters" IS NULL) OR ("cxm_best_letters" >= 600))) THEN 'low'
    "#);
}

#[test]
fn dialects_differ_where_the_table_of_differences_says() {
    let differing = |dialect: &&str| {
        let query = query(&["-a", FACTS, "--dialect", dialect, "--keep", "respondent"]);
        let of = |line: &&str| {
            let is = |words: [&str; 2]| words.iter().all(|word| line.contains(word));
            is(["cxm_low_speed", "cxm_score_speed"])
                || is(["cxm_score_speed", "CAST("])
                || is(["cxm_cell_calls", "TRIM("])
        };
        let lines = query.lines().filter(of).map(|line| format!("{}\n", line.trim()));
        format!("{dialect}\n{}", lines.collect::<String>())
    };
    assert_snapshot!(DIALECTS.iter().map(differing).collect::<String>());
}

#[test]
fn nothing_in_a_definition_or_a_name_is_taken_for_sql() {
    let hostile = std::fs::read_to_string(crate::program::root().join(FACTS)).unwrap();
    let text = r#""it's \\' -- {{ ref('x') }} {% x %} \" ` ; DROP TABLE answers""#;
    let hostile = hostile.replace("\"From memory.\"", text);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("facts.toml");
    std::fs::write(&path, hostile).unwrap();
    let path = path.to_str().unwrap();
    let line = |dialect: &&str| {
        let keep = "a\"b`c\\d, 1 AS e";
        let query = query(&["-a", path, "--dialect", dialect, "--text", "--keep", keep]);
        assert!(!query.contains("{{") && !query.contains("{%"), "{dialect}: a template engine would obey");
        let lines = query.lines().filter(|line| line.contains("drop table") || line.contains("AS e"));
        let lines = lines.map(str::trim).collect::<std::collections::BTreeSet<_>>();
        format!("{dialect}\n{}\n", lines.into_iter().collect::<Vec<_>>().join("\n"))
    };
    assert_snapshot!(DIALECTS.iter().map(line).collect::<String>());
    let dbt = run(&["sql", "-a", FACTS, "--dialect", "duckdb", "--from", "{{ ref('answers') }}"]).stdout;
    assert!(dbt.contains("\n  FROM {{ ref('answers') }}\n"), "the table goes into the query as it is");
}

#[test]
fn what_a_dialect_cannot_have_is_refused() {
    let refused = |arguments: &[&str]| {
        let ran = run(&[&["sql", "-a", FACTS], arguments].concat());
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
        ran.stderr
    };
    let sqlite = ["--dialect", "sqlite", "--from", "answers"];
    assert_snapshot!(refused(&[&sqlite[..], &["--by", "branch", "--long"]].concat()), @"error: `branch` is no fact of `facts`, and of single answers rows are summed up by facts alone");
    let folder = tempfile::tempdir().unwrap();
    let map = |text: &str| {
        let path = folder.path().join("map.toml");
        std::fs::write(&path, text).unwrap();
        refused(&[&sqlite[..], &["--keep", "respondent", "--map", path.to_str().unwrap()]].concat())
    };
    assert_snapshot!(map("[columns]\n\"#3\" = \"calls\"\n"), @"error: a query knows columns by their names alone, and not by numbers: `#3`");
    assert_snapshot!(map("[columns]\nA = \"calls\"\nB = \"calls\"\n"), @"error: the map calls both `A` and `B` the column of `calls`");
    assert_snapshot!(map("[rows]\nwhere = \"channels = email\"\n"), @"error: a query cannot choose rows by the fact `channels`: `channels = email`");
    assert_snapshot!(map("[rows]\nwhere = \"a=b = c\"\n"), @"error: a query cannot look which column is meant where there are two `=`: `a=b = c`");
    assert_snapshot!(map("[rows]\nwhere = \"#3 = 1\"\n"), @"error: a query knows columns by their names alone, and not by numbers: `#3`");
    let all = ["calls", "letters", "shifts", "size", "channels"].map(|id| ["--absent", id]).concat();
    assert_snapshot!(refused(&[&["--dialect", "duckdb", "--from", "answers", "--rejects"], &all[..]].concat()), @"error: --absent leaves no column of the table");
    assert_snapshot!(map("scale = \"0..9\"\n"), @"error: 0..9 has not as many numbers as a question has options, which is 3");
    assert_snapshot!(refused(&sqlite), @"error: `sqlite` cannot leave columns out of `*`: name those to carry along, such as --keep respondent");
    assert_snapshot!(refused(&["--dialect", "duckdb", "--from", " "]), @"error: there is no table whose name is empty");
    assert_snapshot!(refused(&[&sqlite[..], &["--absent", "call"]].concat()), @"error: `call` is neither a question nor a fact of `facts`");
    assert_snapshot!(refused(&[&sqlite[..], &["--keep", "CXM_open"]].concat()), @"error: the query has columns of its own that begin with `cxm_`: rename `CXM_open`");
}

/// Weights that are primes, so that the common denominator of all overall scores is a large number.
fn primes(questions: usize) -> String {
    let primes = [89, 83, 79, 73, 71, 67, 61, 59, 53, 47, 43, 41];
    let criterion = |at: usize| {
        format!(
            "[[criteria]]\nid = \"c{at}\"\nname = \"C\"\ndescription = \"D\"\n\
             [[criteria.questions]]\nid = \"q{at}\"\ntext = \"Is it {at}?\"\nweight = {}\nnot_applicable = false\n\
             options = [\"No.\", \"Yes.\"]\n\
             [[criteria.questions]]\nid = \"r{at}\"\ntext = \"And is it {at}?\"\nnot_applicable = false\n\
             options = [\"No.\", \"Yes.\"]\n",
            primes[at] - 1
        )
    };
    "schema = 1\nid = \"primes\"\nversion = \"1.0.0\"\nlanguage = \"en\"\ntitle = \"T\"\ndescription = \"D\"\n\
     [[levels]]\nid = \"low\"\nname = \"L\"\nsummary = \"S\"\n\
     [[levels]]\nid = \"high\"\nname = \"H\"\nsummary = \"S\"\nrequires = { overall = 50 }\n"
        .to_owned()
        + &(0..questions).map(criterion).collect::<String>()
}

#[test]
fn integers_that_would_overflow_are_refused_or_wide() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("primes.toml");
    let path = path.to_str().unwrap();
    let run = |questions: usize, dialect: &str| {
        std::fs::write(path, primes(questions)).unwrap();
        run(&["sql", "-a", path, "--dialect", dialect, "--from", "answers", "--keep", "respondent"])
    };
    for dialect in DIALECTS {
        let (fits, wide) = (run(7, dialect), run(9, dialect));
        assert_eq!(
            (fits.code, fits.stdout.contains("128") || fits.stdout.contains("HUGEINT")),
            (0, false),
            "{dialect}"
        );
        match dialect {
            "duckdb" | "clickhouse" => assert!(wide.stdout.contains("HUGEINT") || wide.stdout.contains("Int128")),
            _ => assert_eq!((wide.code, wide.stdout.as_str()), (3, ""), "{dialect}"),
        }
    }
    assert_snapshot!(run(9, "spark").stderr, @"error: exact overall scores of `primes` take integers of 70 bits or more, and those of `spark` have 64");
}

#[test]
fn a_column_of_the_respondent_is_never_taken_for_a_fact() {
    for respondent in ["size", "Size", "calls", "respondent"] {
        let long = format!("{respondent},question,answer");
        let query = query(&["-a", FACTS, "--dialect", "sqlite", "--long", &long]);
        let bare = query.lines().filter(|line| line.contains(") AS `") && !line.contains("AS `cxm_"));
        let bare: Vec<&str> = bare.filter(|line| line.contains("MAX(")).collect();
        assert!(bare.is_empty(), "{bare:?}");
        assert!(
            query.contains("COALESCE(LOWER(TRIM(CAST(`cxm_answer_size` AS TEXT))), '') AS `cxm_cell_size`"),
            "{query}"
        );
    }
    let twice = run(&["sql", "--dialect", "sqlite", "--from", "answers", "--long", "who,Who,answer"]);
    assert_eq!(twice.code, 2);
    assert!(twice.stderr.contains("are three different columns"), "{}", twice.stderr);
}

#[test]
fn names_that_would_be_obeyed_cut_or_taken_for_others_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.toml");
    let refused = |dialect: &str, arguments: &[&str]| {
        let ran = run(&[&["sql", "-a", FACTS, "--from", "answers", "--dialect", dialect], arguments].concat());
        (ran.code == 3 && ran.stdout.is_empty()).then_some(ran.stderr)
    };
    let by_map = |dialect: &str, text: &str| {
        std::fs::write(&map, text).unwrap();
        refused(dialect, &["--keep", "respondent", "--map", map.to_str().unwrap()])
    };
    for obeyed in ["{{ x }}", "{% raw %}", "a{#b"] {
        for arguments in [["--by", obeyed], ["--keep", obeyed], ["--long", &format!("{obeyed},question,answer")]] {
            assert!(refused("duckdb", &arguments).unwrap().contains("would be obeyed"), "{arguments:?}");
        }
        for line in [
            "[columns]\n\"NAME\" = \"calls\"",
            "[columns]\n\"NAME\" = \"size\"",
            "[columns]\n\"NAME\" = \"role\"",
            "[rows]\nwhere = \"NAME = 1\"",
        ] {
            let text = line.replace("NAME", obeyed);
            assert!(by_map("snowflake", &text).unwrap().contains("would be obeyed"), "{text}");
        }
    }
    assert_snapshot!(refused("spark", &["--by", "${spark.master}"]).unwrap(), @"error: `${` in the name of a column would be obeyed, and not looked for: rename `${spark.master}`");
    assert_eq!(refused("duckdb", &["--by", "${spark.master}"]), None);
    std::fs::write(&map, "[cells]\n\"${spark.master}\" = \"\"\n").unwrap();
    let parted = query(&["-a", FACTS, "--dialect", "spark", "--map", map.to_str().unwrap()]);
    assert!(!parted.contains("${") && parted.contains("('$' || '{spark.master}')"), "{parted}");
    let long = "x".repeat(64);
    assert_snapshot!(refused("postgres", &["--keep", &long]).unwrap(), @"error: `postgres` cuts names to 63 bytes, and `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx` has 64: shorten it, or the id in it");
    assert_eq!(refused("sqlite", &["--keep", &long]), None);
    let path = folder.path().join("facts.toml");
    let longer = std::fs::read_to_string(crate::program::root().join(FACTS)).unwrap();
    std::fs::write(&path, longer.replace("\"people\"", &format!("\"people-{}\"", "x".repeat(49)))).unwrap();
    let own = run(&[
        "sql",
        "-a",
        path.to_str().unwrap(),
        "--dialect",
        "postgres",
        "--from",
        "answers",
        "--keep",
        "respondent",
    ]);
    assert_snapshot!(own.stderr, @"error: `postgres` cuts names to 63 bytes, and `cxm_low_people-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx` has 64: shorten it, or the id in it");
    assert_eq!((own.code, own.stdout.as_str()), (3, ""));
}

#[test]
fn a_column_called_as_a_result_keeps_what_it_says() {
    for dialect in DIALECTS {
        let query =
            query(&["-a", FACTS, "--dialect", dialect, "--keep", "respondent", "--keep", "level"]).replace('`', "\"");
        for line in ["\"level\" AS \"cxm_input_level\",", "\"cxm_input_level\" AS \"input_level\","] {
            assert_eq!(
                query.matches(&format!("    {line}")).count(),
                usize::from(line.contains("\"level\" AS")),
                "{dialect}: {query}"
            );
            assert_eq!(query.lines().filter(|of| of.trim() == line).count(), 1, "{dialect}: {query}");
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.toml");
    std::fs::write(&map, "[columns]\nRolle = \"role\"\n").unwrap();
    let map = map.to_str().unwrap();
    let named = query(&["-a", FACTS, "--dialect", "sqlite", "--keep", "respondent", "--map", map]);
    let lines =
        named.lines().map(str::trim).filter(|line| line.contains("AS `cxm_named") || line.contains("AS `role`"));
    assert_eq!(lines.collect::<Vec<_>>(), ["`Rolle` AS `cxm_named_role`", "`cxm_named_role` AS `role`,"]);
    let twice = run(&["sql", "-a", FACTS, "--dialect", "sqlite", "--from", "answers", "--keep", "Role", "--map", map]);
    assert_snapshot!(twice.stderr, @"error: the map calls column `Rolle` `role`, and a column called so is to be carried along too: leave one out");
}

#[test]
fn what_a_map_calls_something_else_is_not_taken_for_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.toml");
    let with = |text: &str, more: &[&str]| {
        std::fs::write(&map, text).unwrap();
        let of = ["sql", "-a", FACTS, "--dialect", "duckdb", "--from", "answers", "--map", map.to_str().unwrap()];
        run(&[&of[..], more].concat())
    };
    for text in ["calls = \"letters\"", "Calls = \"\"", "calls = \"role\"", "size = \"\""] {
        for more in [&[][..], &["--long"], &["--rejects"]] {
            let ran = with(&format!("[columns]\n{text}\n"), more);
            assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{text}");
            assert!(ran.stderr.contains("something else"), "{text}: {}", ran.stderr);
        }
    }
    assert_snapshot!(with("[columns]\ncalls = \"letters\"\n", &[]).stderr, @"error: the map calls column `calls` something else, and none the column of `calls`: add --absent calls if there is none");
    let open = with("[columns]\ncalls = \"letters\"\n", &["--absent", "calls"]).stdout;
    assert!(open.contains("'' AS \"cxm_cell_calls\""), "{open}");
    let swapped = with("[columns]\ncalls = \"letters\"\nletters = \"calls\"\n", &["--long"]).stdout;
    for line in ["IN ('calls') THEN 'letters'", "IN ('letters') THEN 'calls'"] {
        assert!(swapped.contains(line), "{swapped}");
    }
    assert_snapshot!(with("[cells]\n\" \" = 3\n", &[]).stderr, @"error: the map gives an empty cell a meaning, and to a query it is an open question: leave it out of [cells]");
    assert_eq!(with("[cells]\n\"\" = \"\"\n", &[]).code, 0);
    // A respondent of whom there are only such rows is one whose questions are open.
    let notes = with("[columns]\nNOTES = \"\"\n", &["--long"]).stdout;
    let lines = notes.lines().filter(|line| line.contains("THEN ''") || line.contains("NULLIF(\"cxm_question\""));
    assert_snapshot!(lines.map(str::trim).collect::<Vec<_>>().join("\n"), @r#"
    WHEN COALESCE(LOWER(TRIM(CAST("question" AS VARCHAR))), '') IN ('notes') THEN ''
    CASE WHEN COUNT(NULLIF("cxm_question", '')) > COUNT(DISTINCT NULLIF("cxm_question", '')) THEN 1 ELSE 0 END AS "cxm_repeated"
    "#);
    assert!(!notes.contains("WHERE"), "{notes}");
}

#[test]
fn whole_numbers_with_decimals_are_read_and_facts_known_whatever_their_case() {
    let lines = |more: &[&str]| {
        let query = query(&[&["-a", FACTS, "--keep", "respondent"], more].concat());
        let lines = query.lines().filter(|line| line.contains(".00%") && line.contains("letters"));
        lines.map(|line| format!("{}\n", line.trim())).collect::<String>()
    };
    let dialects = ["duckdb", "spark"].map(|dialect| lines(&["--dialect", dialect]));
    assert_snapshot!(dialects.concat() + &lines(&["--dialect", "sqlite", "--rejects"]), @r#"
    WHEN "cxm_cell_letters" LIKE '%.00%' THEN CASE RTRIM("cxm_cell_letters", '0') WHEN '1.' THEN 0 WHEN '2.' THEN 1 WHEN '3.' THEN 2 ELSE -3 END
    WHEN `cxm_cell_letters` LIKE '%.00%' THEN CASE TRIM(TRAILING '0' FROM `cxm_cell_letters`)
    NOT ((COALESCE(LOWER(TRIM(CAST(`letters` AS TEXT))), '') LIKE '%.00%')
    "#);
    let by = |by: &str| query(&["-a", FACTS, "--dialect", "postgres", "--by", by]);
    assert_eq!(by("size").replace("AS \"size\"", ""), by("Size").replace("AS \"Size\"", ""));
}

#[test]
fn engines_that_would_keep_two_columns_of_one_name_are_made_to_refuse_them() {
    for dialect in DIALECTS {
        let all = run(&["sql", "-a", FACTS, "--dialect", dialect, "--from", "answers"]).stdout;
        let kept = query(&["-a", FACTS, "--dialect", dialect, "--keep", "respondent"]);
        let refuses = ["duckdb", "spark", "snowflake"].contains(&dialect);
        assert_eq!((all.contains("cxm_results"), kept.contains("cxm_results")), (refuses, false), "{dialect}");
    }
}

/// Engines that put what a column is worked out from in its place take hours for what takes a second.
#[test]
fn steps_are_worked_out_once_where_an_engine_has_to_be_told() {
    let kept = |dialect: &str| {
        let query = query(&["-a", FACTS, "--dialect", dialect, "--summary"]);
        (query.matches(" AS MATERIALIZED (\n").count(), query.matches(" AS (\n").count())
    };
    let all = kept("spark").1;
    for dialect in DIALECTS {
        let expected = match dialect {
            "postgres" | "sqlite" => (all, 0),
            "duckdb" => (2, all - 2),
            _ => (0, all),
        };
        assert_eq!(kept(dialect), expected, "{dialect}");
    }
}

#[test]
fn rows_are_chosen_as_batch_chooses_them() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.toml");
    let text = "[columns]\nRolle = \"role\"\n\"Size?\" = \"size\"\n[rows]\n\
                where = [\"size = Up to 5 people\", \"Wave != 1.0\", \"role = ＮＥＷ  York\"]\n";
    std::fs::write(&map, text).unwrap();
    let query = query(&["-a", FACTS, "--dialect", "duckdb", "--keep", "respondent", "--map", map.to_str().unwrap()]);
    let start = query.find("WHERE").unwrap();
    assert_snapshot!("rows", &query[start..start + query[start..].find("),\n--").unwrap()]);
}

#[test]
fn a_summary_counts_what_is_rejected_and_groups_as_batch_does() {
    let by = |by: &str, dialect: &str| query(&["-a", FACTS, "--dialect", dialect, "--by", by]);
    let columns = by("Rows", "duckdb");
    assert!(columns.contains("AS \"input_Rows\""), "{columns}");
    let segment = |by: &str, dialect: &str| {
        let query = query(&["-a", FACTS, "--dialect", dialect, "--by", by]);
        let end = query.find("cxm_segment").unwrap();
        let start = query[..end].rfind("AS INTEGER)").or_else(|| query[..end].rfind("AS BIGINT)"));
        let start = start.or_else(|| query[..end].rfind("cxm_cell_channels")).unwrap();
        let end = end + query[end..].find("FROM").unwrap();
        query[start..end].to_owned()
    };
    assert_snapshot!(
        "segments",
        ["size", "channels", "branch"].map(|by| segment(by, "duckdb")).join("") + &segment("branch", "sqlite")
    );
}

#[test]
fn the_sums_of_alpha_have_to_fit_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.toml");
    let question = |at: usize| {
        format!(
            "[[criteria.questions]]\nid = \"q{at}\"\ntext = \"Is it {at}?\"\nnot_applicable = false\n\
             options = [{{ points = 0, text = \"No.\" }}, {{ points = 1000, text = \"Yes.\" }}]\n"
        )
    };
    let summary = |questions: usize, dialect: &str| {
        let head = primes(1).replace("id = \"primes\"", "id = \"many\"");
        std::fs::write(&path, head + &(0..questions).map(|at| question(at + 10)).collect::<String>()).unwrap();
        run(&["sql", "-a", path.to_str().unwrap(), "--dialect", dialect, "--from", "answers", "--summary"])
    };
    for dialect in DIALECTS {
        assert_eq!(summary(20, dialect).code, 0, "{dialect}");
        match (dialect, summary(40, dialect)) {
            ("duckdb" | "clickhouse", wide) => {
                assert!(wide.stdout.contains("AS HUGEINT) * CAST(") || wide.stdout.contains("Int128)) * CAST("));
            }
            (_, refused) => assert_eq!((refused.code, refused.stdout.as_str()), (3, ""), "{dialect}"),
        }
    }
    assert_snapshot!(summary(40, "sqlite").stderr, @"error: exact sums of the scores of `many` take larger integers than those of `sqlite`");
}
