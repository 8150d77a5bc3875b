package givbridge.command;

import givbridge.tables.Condition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command, from {@code tables/commands.csv} and the two tables beside it.
 *
 * @param name its name; may leave the number of a slot open
 * @param aliases other names for it
 * @param kind what it is about
 * @param needs for which inverters it is offered
 * @param care how its writes are made and proved
 * @param shows published leaves that show what it did
 * @param wording what is said of it
 * @param parameters what it takes, in order
 * @param writes what it writes, in order
 */
public record Command(
    Template name,
    List<Template> aliases,
    CommandKind kind,
    Condition needs,
    Care care,
    List<Template> shows,
    Wording wording,
    List<Parameter> parameters,
    List<WriteRow> writes) {
  public Command {
    aliases = List.copyOf(aliases);
    shows = List.copyOf(shows);
    parameters = List.copyOf(parameters);
    writes = List.copyOf(writes);
  }

  /**
   * How writes are made and proved.
   *
   * @param skipEqual a register that holds the value already is not written
   * @param tries how often a write is sent at most, from 1; 1 where it must not happen twice
   * @param clock the field that reads back as a date and time which runs on; empty: every register
   *     reads back as written
   */
  public record Care(boolean skipEqual, int tries, Optional<String> clock) {}

  /**
   * What is said of a command.
   *
   * @param success sentence with <code>{parameter}</code> and <code>{parameter?on:off}</code>
   * @param failure sentence with <code>{why}</code>
   * @param description for catalogues
   */
  public record Wording(String success, String failure, String description) {}

  /** The parameter of that name. */
  public Optional<Parameter> parameter(String wanted) {
    return parameters.stream().filter(one -> one.name().equals(wanted)).findFirst();
  }

  /** The parameters' values that a name gives; empty if it does not name this command. */
  Optional<Map<String, String>> named(String called) {
    return name.match(called)
        .or(() -> aliases.stream().flatMap(alias -> alias.match(called).stream()).findFirst());
  }
}
