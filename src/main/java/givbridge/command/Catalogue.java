package givbridge.command;

import givbridge.plant.Device;
import givbridge.plant.PlantTables;
import givbridge.plant.Topology;
import givbridge.registers.RegisterMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The commands as they are for one inverter. Pure. */
public final class Catalogue {
  private final CommandTables commands;
  private final PlantTables plants;

  public Catalogue(CommandTables commands, PlantTables plants) {
    this.commands = commands;
    this.plants = plants;
  }

  /**
   * A command as it is for an inverter.
   *
   * @param name its name; <code>{x}</code> stands for the number that is its parameter x
   * @param names every name by which it can be called there, aliases too, with numbers put in
   * @param kind what it is about
   * @param description what it does
   * @param whyNot why it is not offered; empty if it is
   * @param parameters what it takes
   */
  public record Entry(
      String name,
      List<String> names,
      CommandKind kind,
      String description,
      Optional<String> whyNot,
      List<Item> parameters) {
    public Entry {
      names = List.copyOf(names);
      parameters = List.copyOf(parameters);
    }

    /** Whether the inverter can do it. */
    public boolean offered() {
      return whyNot.isEmpty();
    }
  }

  /**
   * A parameter as it is for an inverter.
   *
   * @param parameter as the tables have it
   * @param limits the smallest and largest number, in its unit; empty: no number, or not known
   */
  public record Item(Parameter parameter, Optional<Interval> limits) {
    /** The type as a word. */
    public String type() {
      return parameter.type().name().toLowerCase(Locale.ROOT);
    }

    /** The unit of the number; empty: none. */
    public String unit() {
      return parameter.type().unit().strip();
    }
  }

  /**
   * Every command, in the order of the table.
   *
   * @param shown what is published of the inverter
   */
  public List<Entry> entries(Topology topology, Shown shown) {
    Device inverter = topology.inverter();
    RegisterMap registers = plants.registers(inverter, topology.identity());
    Subject subject = new Subject(topology.identity(), registers, shown);
    return commands.commands().stream().map(command -> entry(command, subject)).toList();
  }

  private static Entry entry(Command command, Subject subject) {
    List<Item> items =
        command.parameters().stream().map(one -> new Item(one, one.interval(subject))).toList();
    return new Entry(
        command.name().text(),
        names(command, items),
        command.kind(),
        command.wording().description(),
        Offer.refusal(command, subject).map(Refusal::why),
        items);
  }

  private static List<String> names(Command command, List<Item> items) {
    List<Template> open = new ArrayList<>(List.of(command.name()));
    open.addAll(command.aliases());
    List<String> names = new ArrayList<>();
    for (Template name : open) {
      if (name.placeholders().isEmpty()) {
        names.add(name.text());
      }
      for (String placeholder : name.placeholders()) {
        items.stream()
            .filter(item -> item.parameter().name().equals(placeholder))
            .flatMap(item -> item.limits().stream())
            .forEach(limits -> fill(name, placeholder, limits, names));
      }
    }
    return names;
  }

  private static void fill(Template name, String placeholder, Interval limits, List<String> names) {
    for (int number = limits.min(); number <= limits.max(); number++) {
      names.add(name.fill(Map.of(placeholder, Integer.toString(number))));
    }
  }
}
