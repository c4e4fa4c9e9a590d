//! What is found of markup that is shown as it is written, and what to write instead.

texts! {
    CheckMarkup(here);

    as_written(what: &str, excerpt: &str): "{what} is shown as it is written: `{excerpt}`";
    goes_on(what: &str, excerpt: &str): "{what} goes on with its numbers: `{excerpt}`";
    becomes_one_line(what: &str, excerpt: &str): "{what} becomes one line: `{excerpt}`";

    emphasis: "emphasis";
    no_emphasis: "take its signs away";
    code: "code";
    no_code: "take its signs or its indent away";
    html: "HTML";
    no_html: "write text, lists with `-`, and links as `[text](https://...)`";
    no_html_in_one_line: "write text";
    image: "an image";
    no_image: "link to it: `[text](https://...)`";
    heading: "a heading";
    no_heading: "make it a paragraph, without its signs";
    quotation: "a quotation";
    no_quotation: "put it in quotation marks";
    rule: "a rule";
    no_rule: "part paragraphs by a blank line";
    nested: "a list that is not flat";
    flat: "make each item one line, and let no item hold another list";
    line_break: "a line break within a paragraph";
    no_line_break: "begin a paragraph or a list";
    link_in_one_line: "a link";
    only_longer: "only longer texts have links: descriptions, help, reasons, steps and summaries";
    link: "a link of this kind";
    plain_link: "write `[text](https://...)`, with plain text and no title";
    address: "a link to such an address";
    page:
        "link to a page by `https://`, without spaces, quotes and a name to sign in; let its text be no other address";
    escape: "a sign written in another way";
    no_escape: "write the sign itself";
    number: "a list that follows another";
    one_list: "put a paragraph between them, or number them as one";
    bare: "an address that is no link";
    no_bare: "write `[text](https://...)`";
    table: "a table";
    list_with_dashes: "make it a list: begin each item with `- `";
    other_marks: "a list with such marks";
    plain_marks: "begin each item with `- ` or `1. `";
    address_in_one_line: "an address";
    no_mailbox: "say who is meant: no text links to a mailbox";
}
