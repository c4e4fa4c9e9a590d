//! What the keys of files are for, in Japanese: first as it stands in their schemas.

impl crate::words::areas::Schema for super::Ja {
    fn schema(&self) -> &'static [&'static [(&'static str, &'static str)]] {
        &[super::schema_files::FILES, super::schema_result::RESULT, super::schema_plan::PLAN]
    }
}
