package givbridge.settings;

import givbridge.pages.GeneratedPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the pages that are made from the table of settings. */
final class SettingPages {
  private static final int WIDTH = 100;

  private final SettingTable table;

  SettingPages(SettingTable table) {
    this.table = table;
  }

  String propertiesFile(String camel) {
    StringBuilder page = new StringBuilder();
    remark(
        page,
        "Settings of GivBridge. Every line below shows a default; to change one, take the # away. "
            + "An environment variable of the same name goes before this file. Numbered names, such "
            + "as INVERTOR_IP_1, go on with _2, _3 and so on. Wrong and unknown names end the start "
            + "with a message that names the line. This page is made from "
            + "src/main/resources/tables/settings.csv.");
    table
        .groups()
        .forEach(
            (group, title) -> {
              List<SettingRow> rows = rows(group, SettingRow.Status.USED);
              if (!rows.isEmpty()) {
                page.append("\n# ---- ").append(title).append(" ----\n");
                rows.forEach(row -> setting(page, row));
              }
            });
    return page.append('\n').append(camel).toString();
  }

  private static void setting(StringBuilder page, SettingRow row) {
    page.append('\n');
    SettingRow.Form form = row.form();
    String values =
        form.kind() == SettingKind.TEXT || form.kind() == SettingKind.SECRET
            ? ""
            : " (" + form.words() + ")";
    remark(page, row.effect() + values);
    page.append('#')
        .append(row.named(1))
        .append(" =")
        .append(form.fallback().map(text -> " " + text).orElse(""))
        .append('\n');
  }

  private static void remark(StringBuilder page, String text) {
    StringBuilder line = new StringBuilder("#");
    for (String word : text.split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        page.append(line).append('\n');
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    page.append(line).append('\n');
  }

  String reference() {
    StringBuilder page = new StringBuilder("# Settings\n\n");
    page.append(
        """
        Made from `src/main/resources/tables/settings.csv`; do not edit.

        A setting is given as an environment variable, or as a line `NAME = value` of
        `application.properties` in the working directory. The environment goes before the file, the
        file before the default. An empty value is none. `{n}` in a name stands for the number of an
        inverter, from 1. Wrong values and unknown names end the start; all of them are told at once,
        each with its place. Keys that begin with `camel.` belong to Apache Camel.
        """);
    for (Map.Entry<String, String> group : table.groups().entrySet()) {
      List<SettingRow> used = rows(group.getKey(), SettingRow.Status.USED);
      List<SettingRow> accepted = rows(group.getKey(), SettingRow.Status.ACCEPTED);
      if (!used.isEmpty()) {
        page.append("\n## ").append(group.getValue()).append("\n\n");
        page.append(GeneratedPages.row("Name", "Default", "Unit", "Value", "Effect"));
        page.append("| --- | --- | --- | --- | --- |\n");
        used.forEach(row -> page.append(reference(row)));
      }
      if (!accepted.isEmpty()) {
        page.append("\n## ").append(group.getValue()).append("\n\n");
        page.append(GeneratedPages.row("Name", "Why"));
        page.append("| --- | --- |\n");
        accepted.forEach(
            row -> page.append(GeneratedPages.row("`" + row.name() + "`", row.effect())));
      }
    }
    return page.toString();
  }

  private static String reference(SettingRow row) {
    SettingRow.Form form = row.form();
    return GeneratedPages.row(
        "`" + row.name() + "`",
        form.fallback().map(text -> "`" + text + "`").orElse(""),
        form.unit(),
        form.words(),
        row.effect());
  }

  private List<SettingRow> rows(String group, SettingRow.Status status) {
    return table.rows().stream()
        .filter(row -> row.group().equals(group) && row.status() == status)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
