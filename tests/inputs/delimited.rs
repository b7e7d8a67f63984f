//! 1–30: how rows are parted.

use rapport::facts::{FileFacts, TableId};
use rapport::workspace::Workspace;

use crate::said::{DEALS, drop, drop_all, read_cells};

/// Deals under the names of their table.
fn deals(rows: &str) -> String {
    format!("{DEALS}{rows}")
}

#[test]
fn n01_to_03_nothing_in_it() {
    for (name, bytes) in
        [("empty.csv", &b""[..]), ("mark.csv", b"\xef\xbb\xbf"), ("lines.csv", b"\r\n\n\r\n")]
    {
        assert_eq!(drop(name, bytes), ["refused: The file is empty. Export it again."], "{name}");
    }
}

#[test]
fn n04_header_only() {
    assert_eq!(
        drop("deals.csv", DEALS),
        [
            "refused: Its columns were found (id, status, created, closed, amount, seller), but below them is no row to count. Export it again without a filter or over a longer time."
        ]
    );
    assert_eq!(
        drop("list.csv", "Firma;Umsatz;Ort\n"),
        [
            "refused: Its columns were found (Firma, Umsatz, Ort), but below them is no row to count. Export it again without a filter or over a longer time."
        ]
    );
    assert_eq!(
        drop("hello.txt", "hello world\n"),
        [
            "refused: Its columns were found (hello world), but below them is no row to count. Export it again without a filter or over a longer time."
        ]
    );
    assert_eq!(
        drop("Connections.csv", "First Name,Last Name,Email Address,Company,Position,Connected On\n"),
        ["linkedin.connections: 0 = 0 + 0"]
    );
    assert_eq!(
        drop("hs.csv", "Record ID,Deal Name,Deal Stage,Create Date,Close Date,Amount,Deal owner,Pipeline\n"),
        ["hubspot.deals: 0 = 0 + 0"]
    );
}

#[test]
fn n05_unclosed_quote() {
    let mut text = deals("1,\"won,2026-01-01,2026-01-05,10,Ada\n");
    for id in 2..10_000 {
        text += &format!("{id},won,2026-01-02,2026-01-05,10,Ada\n");
    }
    assert_eq!(
        drop("deals.csv", text.clone()),
        ["refused: Line 2, column 2: a quote opens and never closes. Close it, or export the file again."]
    );
    assert_eq!(
        drop("list.csv", text.replace("id,status,created", "a,b,c")),
        ["refused: Line 2, column 2: a quote opens and never closes. Close it, or export the file again."]
    );
}

#[test]
fn n06_to_08_quotes_where_none_belong() {
    assert_eq!(
        drop(
            "deals.csv",
            deals("1\"x,won,2026-01-01,2026-01-05,10,Ada\n2,won,2026-01-01,2026-01-05,10,Ada\n")
        ),
        ["canonical.deals: 2 = 2 + 0"]
    );
    assert_eq!(
        drop(
            "deals.csv",
            deals("\"1\"x,won,2026-01-01,2026-01-05,10,Ada\n2,won,2026-01-01,2026-01-05,10,Ada\n")
        ),
        [
            "canonical.deals: 2 = 2 + 0 | Quotes where the format has none, read as letters: 1, the first in line 2."
        ]
    );
    assert_eq!(
        drop(
            "deals.csv",
            deals("1,\"won\" ,2026-01-01,2026-01-05,10,Ada\n2,won,2026-01-01,2026-01-05,10,\"Ada\" \n")
        ),
        [
            "canonical.deals: 2 = 2 + 0 | Quotes where the format has none, read as letters: 2, the first in line 2."
        ]
    );
    assert_eq!(
        read_cells(
            "deals.csv",
            format!("{}1, \"won\", 2026-01-01, 2026-01-05, 10, \"Ek, Ada\"\n", DEALS.replace(',', ", ")),
            "id status seller"
        ),
        ["1 won Ek, Ada"]
    );
}

#[test]
fn n09_n10_line_ends() {
    let rows = "1,won,2026-01-01,2026-01-05,10,Ada\n2,lost,2026-01-02,2026-01-05,20,Ada\n3,won,2026-01-03,2026-01-06,30,Ada\n";
    assert_eq!(drop("deals.csv", deals(rows).replace('\n', "\r")), ["canonical.deals: 3 = 3 + 0"]);
    let mixed = deals(rows).replacen('\n', "\r\n", 1).replacen("Ada\n2", "Ada\r2", 1);
    assert_eq!(drop("deals.csv", mixed), ["canonical.deals: 3 = 3 + 0"]);
}

#[test]
fn n11_short_and_long_rows() {
    let rows =
        "1,won,2026-01-01\n2,won,2026-01-02,2026-01-05,1,000,Ada\n3,lost,2026-01-03,2026-01-06,30,Ada,,\n4\n";
    assert_eq!(
        drop("deals.csv", deals(rows)),
        [
            "canonical.deals: 4 = 3 + 1; line 5, status: a needed cell is blank | Rows with more cells than there are columns: 1, the first in line 3. What stands beyond the last column was not used; perhaps a text with a delimiter in it lacks its quotes."
        ]
    );
    assert_eq!(
        drop(
            "Connections.csv",
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nBo,Ek,https://www.linkedin.com/in/bo,,Ek, Vik & Co,Head,09 Sep 2025\n"
        ),
        [
            "linkedin.connections: 1 = 0 + 1; line 2, Connected On: date not readable | Rows with more cells than there are columns: 1, the first in line 2. What stands beyond the last column was not used; perhaps a text with a delimiter in it lacks its quotes."
        ]
    );
}

#[test]
fn n12_n13_odd_headers() {
    assert_eq!(
        drop(
            "deals.csv",
            "id,status,created,amount,amount\n1,won,2026-01-01,10,20\n2,lost,2026-01-02,30,40\n"
        ),
        ["canonical.deals: 2 = 2 + 0"]
    );
    let long = "x".repeat(10_240);
    assert_eq!(
        drop("odd.csv", format!("__proto__,constructor,,{long},toString\n1,2,3,4,5\n6,7,8,9,10\n")),
        ["unknown, ?: 2 rows of 5: __proto__ / constructor / 3 / xxxxxxxxxxxxxxxxxxxx / toString"]
    );
}

#[test]
fn n14_no_header() {
    assert_eq!(
        drop("plain.csv", "1,2026-01-01,won,10\n2,2026-01-02,lost,20\n3,2026-01-03,won,30\n"),
        ["unknown, ?: 3 rows of 4: 1 / 2 / 3 / 4"]
    );
}

#[test]
fn n15_to_n19_delimiters() {
    let semicolons = "id;status;created;closed;amount;seller\n1;won;2026-01-01;2026-01-05;1.234,56;Ada\n2;lost;2026-01-02;2026-01-05;7,5;Ada\n";
    assert_eq!(
        read_cells("deals.csv", format!("sep=;\r\n{semicolons}"), "id amount"),
        ["1 1234.56", "2 7.50"]
    );
    assert_eq!(read_cells("deals.csv", semicolons, "id amount"), ["1 1234.56", "2 7.50"]);
    assert_eq!(drop("deals.csv", format!("sep=;\r\n{semicolons}")), ["canonical.deals: 2 = 2 + 0"]);
    let pasted = "id\tstatus\tcreated\tclosed\tamount\tseller\n1\twon\t2026-01-01\t2026-01-05\t10\t\"Ada\nEk\"\n2\tlost\t2026-01-02\t2026-01-05\t20\tBo\n";
    assert_eq!(read_cells("paste.txt", pasted, "id seller"), ["1 Ada\nEk", "2 Bo"]);
    assert_eq!(read_cells("deals.csv", semicolons.replace(';', "|"), "id amount"), ["1 1234.56", "2 7.50"]);
    let units = semicolons.replace(';', "\u{1f}").replace('\n', "\u{1e}");
    assert_eq!(
        drop("deals.csv", units),
        ["refused: Not a table but data of an unknown kind. Bring a CSV, XLSX, XLS or ZIP file."]
    );
    let lists = "id,status,created,note\n1,won,2026-01-01,\"a;b;c;d\"\n2,won,2026-01-02,\"e;f;g;h\"\n3,lost,2026-01-03,\"i;j;k;l\"\n";
    assert_eq!(drop("deals.csv", lists), ["canonical.deals: 3 = 3 + 0"]);
}

#[test]
fn n20_one_column() {
    assert_eq!(
        drop("mails.csv", "E-mail\nada@ek.se\nbo@ek.se\ncia@ek.se\n"),
        ["unknown, ?: 3 rows of 1: E-mail"]
    );
    assert_eq!(drop("mails.txt", "ada@ek.se\nbo@ek.se\ncia@ek.se\n"), ["unknown, ?: 3 rows of 1: 1"]);
}

#[test]
fn n21_too_many_columns() {
    let names: Vec<String> = (1..=16_385).map(|number| format!("Column {number}")).collect();
    let row = vec!["1"; 16_385].join(",");
    assert_eq!(
        drop("wide.csv", format!("{}\n{row}\n{row}\n", names.join(","))),
        ["refused: Line 1 has more than 16384 columns. Check what parts the columns."]
    );
    assert_eq!(
        drop("wide2.csv", format!("{}\n{row}\n", names[1..].join(","))),
        ["refused: Line 2 has more than 16384 columns. Check what parts the columns."]
    );
}

#[test]
fn n22_no_line_end() {
    assert_eq!(
        drop("one.csv", "x".repeat(4 << 20)),
        ["refused: Line 1, column 1: the cell is longer than 1048576. Perhaps a quote is missing there."]
    );
    assert_eq!(
        drop("row.csv", format!("{},", "x".repeat(1_500)).repeat(11_300)),
        ["refused: Line 1 is longer than 16777216. Perhaps line ends are missing."]
    );
}

/// Thousands of columns, hardly any with a value: names and places are looked up once.
#[test]
fn n21_thousands_of_columns() {
    let names: Vec<String> = (1..=4_096).map(|number| format!("Column {number}")).collect();
    let said = drop("wide.csv", format!("{}\n1{}2\n", names.join(","), ",".repeat(4_095)));
    assert!(said.concat().contains("1 rows of 4096: Column 1 / Column 2 / Column 3"), "{said:?}");
}

#[test]
fn n23_a_cell_of_megabytes() {
    let cell = "long words ".repeat(400_000);
    assert_eq!(
        drop("deals.csv", deals(&format!("1,\"{cell}\",2026-01-01,2026-01-05,10,Ada\n"))),
        ["refused: Line 2, column 2: the cell is longer than 1048576. Perhaps a quote is missing there."]
    );
}

#[test]
fn n24_n25_padding() {
    let rows = deals("1,won,2026-01-01,2026-01-05,10,Ada\n2,lost,2026-01-02,2026-01-05,20,Ada\n");
    assert_eq!(drop("deals.csv", format!("{rows}{}", "\0".repeat(700))), ["canonical.deals: 2 = 2 + 0"]);
    assert_eq!(
        drop("deals.csv", rows.replace("Ada", "A\0da")),
        ["canonical.deals: 2 = 2 + 0 | Empty characters that were dropped: 2."]
    );
    assert_eq!(drop("deals.csv", format!("{rows}\u{1a}")), ["canonical.deals: 2 = 2 + 0"]);
}

#[test]
fn n26_many_rows() {
    let names: Vec<String> = (1..=18).map(|number| format!("note {number}")).collect();
    let mut text = format!("{},{}\n", DEALS.trim(), names.join(","));
    for id in 0..5_000 {
        text += &format!("{id},won,2026-01-02,2026-01-05,{id}.25,Ada,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r\n");
    }
    assert_eq!(
        drop("deals.csv", text),
        ["unknown, deals: 5000 rows of 24: id / status / created / closed / amount / seller …"]
    );
}

#[test]
fn n27_notes_above_the_header() {
    let names = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    let row = "Bo,Ek,https://www.linkedin.com/in/bo-ek,,Kvist,Head,09 Sep 2025\n";
    for above in [
        "",
        "\n",
        "Notes:\n\"When exporting, some addresses are missing\"\n\n",
        "Notes:\n\"When exporting, some\naddresses are missing\"\n\n",
        "Notes:\nOne line, with a comma\nAnother, line\n\n\n",
        "\u{feff}Notes:\n\"Some\"\n\n",
    ] {
        let text = format!("{above}{names}{row}");
        assert_eq!(drop("Connections.csv", text.clone()), ["linkedin.connections: 1 = 1 + 0"], "{above:?}");
        assert_eq!(
            drop("Connections.csv", text.replace('\n', "\r\n")),
            ["linkedin.connections: 1 = 1 + 0"],
            "{above:?}"
        );
    }
}

#[test]
fn n28_the_same_file_twice() {
    let text = deals("1,won,2026-01-01,2026-01-05,10,Ada\n2,lost,2026-01-02,2026-01-05,20,Ada\n");
    let files = vec![("deals.csv", text.clone().into_bytes()), ("deals (1).csv", text.into_bytes())];
    let facts: Vec<FileFacts> = drop_all(files).into_iter().filter_map(|(_, facts)| facts).collect();
    let mut together = Workspace::new("together");
    together.import(facts.clone(), "");
    let mut apart = Workspace::new("apart");
    facts.into_iter().for_each(|file| drop_one(&mut apart, file));
    let count = |workspace: &Workspace| workspace.facts().table(TableId::Deals).len();
    assert_eq!((count(&together), count(&apart)), (2, 2));
}

fn drop_one(workspace: &mut Workspace, file: FileFacts) {
    workspace.import(vec![file], "");
}

#[test]
fn n29_no_last_line_end() {
    assert_eq!(
        drop("deals.csv", deals("1,won,2026-01-01,2026-01-05,10,Ada\n2,lost,2026-01-02,2026-01-05,20,Ada")),
        ["canonical.deals: 2 = 2 + 0"]
    );
}

#[test]
fn n30_comments() {
    let rows =
        "1,won,2026-01-01,2026-01-05,10,Ada\n# checked until here\n2,lost,2026-01-02,2026-01-05,20,Ada\n";
    assert_eq!(
        drop("deals.csv", format!("# exported 2026-02-01\n#\n{}", deals(rows))),
        ["canonical.deals: 3 = 2 + 1; line 5, status: a needed cell is blank"]
    );
    assert_eq!(
        drop(
            "list.csv",
            format!("# exported 2026-02-01\n{}", deals(rows).replace("id,status,created,closed", "a,b,c,d"))
        ),
        ["unknown, ?: 3 rows of 6: a / b / c / d / amount / seller"]
    );
}

/// Columns aligned with blanks, no header, as old programs print them.
#[test]
fn n14_n18_columns_aligned_with_blanks() {
    let mut text = String::new();
    for customer in 0..40_u32 {
        text += &format!(
            " {:05} {:04} 1997{:02}{:02} {:2} {:>7}\r\n",
            4 + customer * 17,
            customer + 1,
            1 + customer % 12,
            1 + customer % 28,
            1 + customer % 11,
            format!("{}.{:02}", 9 + customer * 7, customer)
        );
    }
    assert_eq!(drop("orders.txt", text.clone()), ["unknown, ?: 40 rows of 5: 1 / 2 / 3 / 4 / 5"]);
    let named = format!(
        "Customer  Name        Date        Amount\n{}",
        (0..20)
            .map(|n| format!(
                "{:<10}{:<12}2026-01-{:02}  {:>6}\n",
                n * 37,
                ["Bo", "Ada", "Cecilia"][n % 3],
                n + 1,
                n * 100
            ))
            .collect::<String>()
    );
    assert_eq!(drop("orders.txt", named), ["canonical.purchases: 20 = 20 + 0"]);
    let prose = "Dear all,\nplease find the list that we spoke of below.\nIt is not long, and it ends here.\nBest wishes\nAda\n";
    assert_eq!(drop("mail.txt", prose), ["unknown, ?: 4 rows of 2: Dear all / 2"]);
}
