//! Writing a connection: its rows, edges, cursors and page info.

use super::{
    cursor,
    execute::{Loaded, Page},
    plan::{EdgePart, List, ListPart, PagePart},
    write::{Writer, Written},
};

impl Writer {
    /// A connection: the rows of `parent`, or all of them at the root.
    pub fn list(&mut self, list: &List<'_>, page: &Page, parent: Option<uuid::Uuid>) -> Written {
        let span = page.span(parent);
        let rows = span.clone();
        let (level, below) = (&list.level, &page.below);
        self.members(&list.parts, |writer, entry| match &entry.what {
            ListPart::TypeName => writer.raw(&format!("\"{}Connection\"", level.noun.name)),
            ListPart::TotalCount => writer.raw(&page.total(parent).to_string()),
            ListPart::Nodes(shape) => writer.below(entry.key, false, |writer| {
                writer.array(rows.clone(), |writer, row| {
                    writer.object(shape, level, below, row)
                })
            }),
            ListPart::Edges(parts) => writer.below(entry.key, false, |writer| {
                writer.array(rows.clone(), |writer, row| {
                    writer.members(parts, |writer, entry| match &entry.what {
                        EdgePart::TypeName => writer.raw(&format!("\"{}Edge\"", level.noun.name)),
                        EdgePart::Cursor => {
                            writer.raw(&format!("\"{}\"", cursor_of(list, below, row)))
                        }
                        EdgePart::Node(shape) => writer.below(entry.key, false, |writer| {
                            writer.object(shape, level, below, row)
                        }),
                    })
                })
            }),
            ListPart::PageInfo(parts) => writer.members(parts, |writer, entry| {
                let edge = match entry.what {
                    PagePart::TypeName => return writer.raw("\"PageInfo\""),
                    PagePart::HasNextPage => {
                        return writer.raw(if page.more_after(list, parent) {
                            "true"
                        } else {
                            "false"
                        });
                    }
                    PagePart::HasPreviousPage => {
                        return writer.raw(if page.more_before(list, parent) {
                            "true"
                        } else {
                            "false"
                        });
                    }
                    PagePart::StartCursor => rows.clone().next(),
                    PagePart::EndCursor => rows.clone().next_back(),
                };
                match edge {
                    Some(row) => writer.raw(&format!("\"{}\"", cursor_of(list, below, row))),
                    None => writer.null(),
                }
            }),
        })
    }
}

fn cursor_of(list: &List<'_>, data: &Loaded, row: usize) -> String {
    let place = |column: &str| {
        list.level
            .columns
            .iter()
            .position(|(name, _)| *name == column)
    };
    let keys = list
        .page
        .order
        .iter()
        .filter_map(|key| Some(data.rows.cell(row, place(key.column)?)));
    cursor::encode(list.page.mark, keys)
}
