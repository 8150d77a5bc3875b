package givbridge.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What is answered to whoever gave a command. Pure. */
public final class Answers {
  /** Status of an answer that tells no problem. */
  private static final int OK = 200;

  private final CommandTables tables;

  public Answers(CommandTables tables) {
    this.tables = tables;
  }

  /**
   * GivTCP's sentence. It says {@code was a success} or {@code failed}; neither only while the work
   * still goes on.
   *
   * @param name the name by which the command was called
   */
  public String sentence(String name, Outcome outcome) {
    return tables
        .find(name)
        .map(named -> Sentences.of(named.command(), outcome))
        .orElseGet(() -> Sentences.unknown(name, outcome));
  }

  /**
   * GivTCP's answer over REST, {@code {"result": sentence}}.
   *
   * @param id by which the outcome is found later; only told while the work still goes on
   */
  public ObjectNode classic(String name, String id, Outcome outcome) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("result", sentence(name, outcome));
    if (Sentences.isRunning(outcome)) {
      answer.put("id", id);
    }
    return answer;
  }

  /**
   * The whole outcome: {@code command, outcome, result, registers, reason, time, id}.
   *
   * @param id by which the outcome is found later
   * @param zone in which the time is written, with its offset
   */
  public ObjectNode document(String name, String id, Outcome outcome, ZoneId zone) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("command", name);
    document.put("outcome", word(outcome));
    document.put("result", sentence(name, outcome));
    document.set("registers", registers(outcome));
    document.put("reason", outcome.why());
    document.put(
        "time",
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            outcome.at().truncatedTo(ChronoUnit.MILLIS).atZone(zone)));
    document.put("id", id);
    return document;
  }

  /** The HTTP status for those who asked for one. */
  public int status(Outcome outcome) {
    return problem(outcome).map(Problem::status).orElse(OK);
  }

  /** The problem that an outcome is; empty: none. */
  public Optional<Problem> problem(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      return Optional.of(Problem.of(refused));
    }
    if (outcome instanceof Outcome.NotConfirmed it) {
      return Optional.of(Problem.of(it));
    }
    return outcome instanceof Outcome.Failed failed
        ? Optional.of(Problem.of(failed))
        : Optional.empty();
  }

  /**
   * A problem body (RFC 9457): {@code type, title, status, detail}, with the command, the outcome
   * and the registers.
   */
  public ObjectNode problem(String name, Problem problem, Outcome outcome) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", problem.type());
    body.put("title", problem.title());
    body.put("status", problem.status());
    body.put("detail", outcome.why());
    body.put("command", name);
    body.put("outcome", word(outcome));
    body.set("registers", registers(outcome));
    return body;
  }

  private static ArrayNode registers(Outcome outcome) {
    ArrayNode registers = JsonNodeFactory.instance.arrayNode();
    for (RegisterResult result : outcome.registers()) {
      ObjectNode one = registers.addObject();
      one.put("register", result.register());
      one.put("name", result.name());
      one.put("asked", result.asked());
      result.held().ifPresentOrElse(held -> one.put("held", held), () -> one.putNull("held"));
    }
    return registers;
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      return "done";
    }
    if (outcome instanceof Outcome.Unchanged) {
      return "unchanged";
    }
    if (outcome instanceof Outcome.Refused) {
      return "refused";
    }
    return outcome instanceof Outcome.Failed ? "failed" : "not confirmed";
  }
}
