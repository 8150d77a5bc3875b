package givbridge.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Faults faults = new Faults();

  private List<Row> read(String text) throws IOException {
    return Table.read("tables/x.csv", new StringReader(text), faults, "a", "b").rows();
  }

  @Test
  void cellsAreFoundByColumnWhateverTheOrderOfColumns() throws IOException {
    List<Row> rows = read("b,a\n1,2\n");

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).text("a")).isEqualTo("2");
    assertThat(rows.get(0).text("b")).isEqualTo("1");
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void remarksAndEmptyLinesAreSkippedButCountAsLines() throws IOException {
    List<Row> rows = read("# a remark\n\na,b\n# another\n1,2\n\n3,4");

    assertThat(rows)
        .extracting(row -> row.origin().toString())
        .containsExactly("tables/x.csv:5", "tables/x.csv:7");
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void blanksAroundCellsDoNotCountAndQuotedCommasDo() throws IOException {
    List<Row> rows = read("a,b\n 1 ,\"2, 3\"\n");

    assertThat(rows.get(0).text("a")).isEqualTo("1");
    assertThat(rows.get(0).text("b")).isEqualTo("2, 3");
  }

  @Test
  void aRowOfTheWrongWidthIsAFaultAndTheOthersAreStillRead() throws IOException {
    List<Row> rows = read("a,b\n1\n2,3,4\n5,6\n");

    assertThat(rows).extracting(row -> row.text("a")).containsExactly("5");
    assertThat(faults.list())
        .containsExactly(
            "tables/x.csv:2: the row has 1 cells, not 2",
            "tables/x.csv:3: the row has 3 cells, not 2");
  }

  @Test
  void otherColumnsThanThoseWantedAreAFault() throws IOException {
    assertThat(read("a,c\n1,2\n")).isEmpty();
    assertThat(faults.list()).singleElement().asString().startsWith("tables/x.csv:1: the columns");
  }

  @Test
  void anEmptyFileIsAFault() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(faults.list()).hasSize(1);
  }

  @Test
  void aBrokenQuoteIsAFaultWithItsLine() throws IOException {
    List<Row> rows = read("a,b\n1,2\n\"3\"x,4\n");

    assertThat(rows).hasSize(1);
    assertThat(faults.list()).singleElement().asString().startsWith("tables/x.csv:3: a quoted");
  }

  @Test
  void aMissingTableIsAFaultOfTheFileAsAWhole() {
    assertThat(Table.resource("tables/none.csv", faults, "a").rows()).isEmpty();
    assertThat(faults.list()).containsExactly("tables/none.csv: the table is missing");
  }

  @Test
  void shippedTablesComeFromTheClassPath() {
    Table table = Table.resource("tables/garbage.csv", faults, "word", "value");

    assertThat(table.rows()).isNotEmpty();
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void aSourceThatCannotBeReadIsToldAtOnce() {
    TableSource broken =
        path ->
            Optional.of(
                new StringReader("") {
                  @Override
                  public int read(char[] into, int from, int count) throws IOException {
                    throw new IOException("disk gone");
                  }
                });

    assertThatThrownBy(() -> Table.from(broken, "x", faults, "a")).hasRootCauseMessage("disk gone");
  }
}
