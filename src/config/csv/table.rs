//! Rows whose cells are keyed by the names in the first row, and the problems of the file as a whole.

use super::Usability;
use super::records::Records;
use crate::config::Severity;
use crate::config::fold::clean;
use crate::config::json::{Json, not_text};
use crate::config::read::{Context, Node, PathSegment, cut};
use crate::text::digits;

/// More rows than any campaign has, so that a wrong file does not block the page.
const MOST_ROWS: u64 = 10_000;

/// More columns than any file needs: each is compared with the others.
const MOST_COLUMNS: usize = 200;

/// More characters than any cell needs.
const MOST_LETTERS: usize = 2_000;

/// A column, by its cell in the first row.
#[derive(PartialEq)]
enum Column {
    /// The name of a field.
    Known(&'static str),
    /// An unknown name, or a duplicate.
    Ignored,
    /// No name.
    Blank,
}

/// A file whose first row has been read.
pub struct Table<'a> {
    context: &'a Context<'a>,
    records: Records<'a>,
    columns: Vec<Column>,
    /// The number of the last row read, as a spreadsheet counts: from 1, including blank ones.
    row: u64,
    /// Whether there is a row below the first, usable or not.
    has_rows: bool,
    /// How many rows were left out because their cells are in the wrong columns.
    left_out: usize,
    /// Whether a missing quotation mark has merged rows into a cell.
    is_torn: bool,
    /// The column with the names of the rows, the first of those that are needed.
    key: &'static str,
}

impl<'a> Table<'a> {
    /// Reads the first row, or reports a problem. The known columns are the fields that `read` requests from a row.
    pub fn open(text: &'a str, context: &'a Context<'a>, read: fn(&Node)) -> Option<Self> {
        let how_to_save = "UTF-8 (in Excel: Save as, CSV UTF-8)";
        if let Some(message) = not_text(text, "CSV", "its first row must name the columns", how_to_save) {
            file(context).report(Severity::Error, &[&message]);
            return None;
        }
        let mut table = Self {
            context,
            records: Records::new(text),
            columns: Vec::new(),
            row: 0,
            has_rows: false,
            left_out: 0,
            is_torn: false,
            key: "",
        };
        let names = table.next_record()?;
        if let [all] = names.as_slice()
            && all.bytes().any(|byte| matches!(byte, b',' | b';' | b'\t'))
        {
            row(context, table.row).report(Severity::Error, &["take away the quotation marks around whole rows"]);
            return None;
        }
        learn_columns(context, read);
        let known = context.columns.borrow();
        let row = row(context, table.row);
        for name in names.iter().take(MOST_COLUMNS) {
            let name = clean(name);
            let shown = cut(&name);
            let node = row.child(&shown);
            let column = match known.iter().find(|known| known.eq_ignore_ascii_case(&name)) {
                Some(name) if table.has(name) => {
                    node.warn("is the name of two columns; the first one counts");
                    Column::Ignored
                }
                Some(name) => Column::Known(name),
                None if name.is_empty() => Column::Blank,
                None => {
                    node.unknown("column", &known);
                    Column::Ignored
                }
            };
            table.columns.push(column);
        }
        Some(table)
    }

    /// How many rows were left out so far because their cells are in the wrong columns.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// How far the file can be used, given the numbers of rows that were used and left out.
    pub fn usability(&self, used: usize, left_out: usize) -> Usability {
        if used == 0 || self.is_torn {
            Usability::Unusable
        } else if left_out > 0 {
            Usability::Partly
        } else {
            Usability::Used
        }
    }

    /// Whether there is a column of that name.
    #[inline(never)]
    pub fn has(&self, name: &'static str) -> bool {
        self.columns.contains(&Column::Known(name))
    }

    /// Whether there are all those columns; if not, reports the first that is missing.
    pub fn needs(&mut self, names: &[&'static str], rule: &str) -> bool {
        self.key = names.first().copied().unwrap_or_default();
        for name in names {
            if !self.has(name) {
                let message = ["there is no column `", name, "`; in the first row there must be ", rule];
                file(self.context).report(Severity::Error, &message);
                return false;
            }
        }
        true
    }

    /// The number of the next row that is not blank, and its non-blank cells by column name. A row with more cells than
    /// columns is left out: most likely it has a comma in an unquoted cell, which shifts all later cells into the wrong
    /// columns.
    pub fn next_row(&mut self) -> Option<(u64, Json)> {
        loop {
            let record = self.next_record()?;
            let row = row(self.context, self.row);
            if self.row > MOST_ROWS + 1 {
                row.report(Severity::Error, &["a file of more than 10,000 rows is read no further; make it shorter"]);
                return None;
            }
            self.has_rows = true;
            let mut cells = Vec::new();
            let mut is_long = false;
            for (index, cell) in record.iter().enumerate() {
                let mut cell = clean(cell);
                match self.columns.get(index) {
                    _ if cell.is_empty() => {}
                    // Excel writes columns without a name for cells that once had a format: a figure below such a
                    // column belongs further to the left, as does one beyond the last column.
                    None => is_long = true,
                    Some(Column::Blank) => is_long |= cell.starts_with(|first: char| first.is_ascii_digit()),
                    Some(Column::Ignored) => {}
                    Some(Column::Known(name)) => {
                        if let Some((end, _)) = cell.char_indices().nth(MOST_LETTERS) {
                            cell.truncate(end);
                            row.child(name).warn("is longer than 2,000 letters; the rest is not shown");
                        }
                        cells.push((String::from(*name), Json::Text(cell)));
                    }
                }
            }
            if is_long {
                let (cells, columns) = (digits(record.len() as u64), digits(self.columns.len() as u64));
                let message = [
                    "this row has ",
                    &cells,
                    " cells, but the first row names ",
                    &columns,
                    " columns; put quotes around a cell that has a comma in it, such as \"2,140\"",
                ];
                row.report(Severity::Error, &message);
                self.left_out += 1;
            } else if !cells.is_empty() {
                // Names have no line breaks, as other cells may: a missing quotation mark has merged rows into this one.
                let is_torn = |(name, cell): &(String, Json)| {
                    *name == self.key && matches!(cell, Json::Text(text) if text.contains('\n'))
                };
                if cells.iter().any(is_torn) {
                    let message = ["goes over two lines; most likely a quotation mark is missing in it"];
                    row.child(self.key).report_named(Severity::Error, &message);
                    self.is_torn = true;
                }
                return Some((self.row, Json::Object(cells)));
            }
        }
    }

    /// The cells of the next row that is not blank; reports a quoted field that is not closed.
    fn next_record(&mut self) -> Option<Vec<String>> {
        loop {
            let Some(record) = self.records.next() else {
                if !self.has_rows {
                    file(self.context)
                        .report(Severity::Error, &["the file has no rows below the names of its columns"]);
                }
                return None;
            };
            self.row += 1;
            if record.unclosed {
                let message =
                    ["a quotation mark opens a cell of this row and nothing closes it; write a second one at \
                                the cell's end"];
                row(self.context, self.row).report(Severity::Error, &message);
                self.is_torn = true;
                return None;
            }
            if record.cells.iter().any(|cell| !clean(cell).is_empty()) {
                return Some(record.cells);
            }
        }
    }
}

/// Records the known columns: the fields that `read` requests from a row.
fn learn_columns(context: &Context, read: fn(&Node)) {
    static EMPTY: Json = Json::Object(Vec::new());
    context.columns.borrow_mut().clear();
    context.learning.set(true);
    read(&Node::root(&EMPTY, context));
    context.learning.set(false);
}

/// The file as a whole.
pub fn file<'a>(context: &'a Context<'a>) -> Node<'a> {
    Node::root(&Json::Null, context)
}

fn row<'a>(context: &'a Context<'a>, number: u64) -> Node<'a> {
    Node { segment: PathSegment::Row(number), ..file(context) }
}
