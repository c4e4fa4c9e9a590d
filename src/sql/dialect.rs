//! What the dialects of SQL write differently: one table. What all of them write alike stands in `tree`.

/// The SQL of an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    DuckDb,
    Postgres,
    Sqlite,
    Spark,
    DataFusion,
    ClickHouse,
    BigQuery,
    Snowflake,
}

/// How integers are divided, what is left over being dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Division {
    Operator(&'static str),
    Function(&'static str),
    /// There is no such division: what is left over is taken away first.
    Remainder,
}

/// How a number of tenths becomes one with a decimal, of which nothing is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tenth {
    /// Times a tenth that is a decimal number, as a decimal number of this type.
    Decimal(&'static str, &'static str),
    /// Divided by ten as a decimal number of this type.
    Divided(&'static str),
    /// Divided by ten as the nearest floating-point number, which is shown as that tenth; of this type first.
    Float(&'static str),
}

/// Which steps are worked out once and kept, where an engine would put what a column is worked out from in place of its name, again
/// and again, until a query is larger than it can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Materialized {
    Never,
    /// Those that another takes than the next.
    Shared,
    Always,
}

/// How a character that ends a text is written within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Escape {
    Doubled,
    Backslash,
}

/// What a dialect has of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Differences {
    pub(super) name: &'static str,
    /// What stands around names, and how it is written within them. SQLite takes what stands in double quotes for a text where no
    /// column is called so.
    pub(super) quote: char,
    /// How many bytes of a name it looks at, where it cuts the rest.
    pub(super) longest_name: Option<usize>,
    /// What is obeyed wherever it stands, even within quotes.
    pub(super) obeyed: &'static [&'static str],
    pub(super) name_escape: Escape,
    pub(super) text_escape: Escape,
    pub(super) text: &'static str,
    pub(super) integer: &'static str,
    /// The type of integers of 128 bits, which are divided as others are.
    pub(super) wide: Option<&'static str>,
    /// The type of floating-point numbers.
    pub(super) real: &'static str,
    /// What gives the least and the greatest of several.
    pub(super) ends: (&'static str, &'static str),
    pub(super) division: Division,
    pub(super) tenth: Tenth,
    /// Whether zeros at the end are trimmed by `TRIM(TRAILING '0' FROM ...)`, and not by `RTRIM`.
    pub(super) trailing: bool,
    /// What makes letters beyond ASCII small, where `LOWER` does not and something else does.
    pub(super) lower: Option<&'static str>,
    /// What replaces characters by others, each by the one at the same place.
    pub(super) translate: Option<&'static str>,
    /// The word behind `*` for columns that are left out.
    pub(super) except: Option<&'static str>,
    pub(super) materialized: Materialized,
    /// Whether a query may give two columns of one name, of which nobody knows which is meant.
    pub(super) twice: bool,
}

/// What most dialects have.
const COMMON: Differences = Differences {
    name: "",
    quote: '"',
    longest_name: None,
    // By the template engine of dbt.
    obeyed: &["{{", "{%", "{#"],
    name_escape: Escape::Doubled,
    text_escape: Escape::Doubled,
    text: "VARCHAR",
    integer: "BIGINT",
    wide: None,
    real: "DOUBLE",
    ends: ("LEAST", "GREATEST"),
    division: Division::Operator("/"),
    tenth: Tenth::Float("DOUBLE"),
    trailing: false,
    lower: None,
    translate: Some("TRANSLATE"),
    except: None,
    materialized: Materialized::Never,
    twice: false,
};

/// What ClickHouse has, whose types have no null unless it is said.
const CLICKHOUSE: Differences = Differences {
    name: "clickhouse",
    quote: '`',
    name_escape: Escape::Backslash,
    text_escape: Escape::Backslash,
    text: "Nullable(String)",
    integer: "Nullable(Int64)",
    real: "Nullable(Float64)",
    wide: Some("Nullable(Int128)"),
    division: Division::Function("intDiv"),
    tenth: Tenth::Float("Nullable(Float64)"),
    lower: Some("lowerUTF8"),
    translate: Some("translateUTF8"),
    except: Some("EXCEPT"),
    ..COMMON
};

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::DuckDb,
        Self::Postgres,
        Self::Sqlite,
        Self::Spark,
        Self::DataFusion,
        Self::ClickHouse,
        Self::BigQuery,
        Self::Snowflake,
    ];

    /// What commands call it.
    pub fn name(self) -> &'static str {
        self.differences().name
    }

    pub(super) fn differences(self) -> Differences {
        use Escape::Backslash;
        match self {
            Self::DuckDb => Differences {
                name: "duckdb",
                wide: Some("HUGEINT"),
                materialized: Materialized::Shared,
                division: Division::Operator("//"),
                tenth: Tenth::Decimal("0.1", "DECIMAL(5, 1)"),
                except: Some("EXCLUDE"),
                twice: true,
                ..COMMON
            },
            Self::Postgres => Differences {
                name: "postgres",
                longest_name: Some(63),
                text: "TEXT",
                real: "DOUBLE PRECISION",
                tenth: Tenth::Decimal("0.1", "NUMERIC(5, 1)"),
                materialized: Materialized::Always,
                ..COMMON
            },
            Self::Sqlite => Differences {
                name: "sqlite",
                quote: '`',
                text: "TEXT",
                integer: "INTEGER",
                real: "REAL",
                ends: ("MIN", "MAX"),
                translate: None,
                tenth: Tenth::Float("REAL"),
                materialized: Materialized::Always,
                ..COMMON
            },
            Self::Spark => Differences {
                name: "spark",
                quote: '`',
                obeyed: &["{{", "{%", "{#", "${"],
                text_escape: Backslash,
                text: "STRING",
                division: Division::Operator("div"),
                trailing: true,
                tenth: Tenth::Decimal("0.1BD", "DECIMAL(5, 1)"),
                except: Some("EXCEPT"),
                twice: true,
                ..COMMON
            },
            Self::DataFusion => Differences { name: "datafusion", except: Some("EXCLUDE"), ..COMMON },
            Self::ClickHouse => CLICKHOUSE,
            Self::BigQuery => Differences {
                name: "bigquery",
                quote: '`',
                name_escape: Backslash,
                text_escape: Backslash,
                text: "STRING",
                integer: "INT64",
                real: "FLOAT64",
                division: Division::Function("DIV"),
                tenth: Tenth::Divided("NUMERIC"),
                except: Some("EXCEPT"),
                ..COMMON
            },
            Self::Snowflake => Differences {
                name: "snowflake",
                text_escape: Backslash,
                division: Division::Remainder,
                tenth: Tenth::Decimal("0.1", "NUMBER(5, 1)"),
                except: Some("EXCLUDE"),
                twice: true,
                ..COMMON
            },
        }
    }
}
