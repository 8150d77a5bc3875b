package givbridge.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import givbridge.modbus.RequestKey;
import givbridge.registers.Bank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The port through which people and tests interfere with a simulated plant; on the loopback address
 * only.
 *
 * <pre>
 * GET    /status                                    what goes on, as JSON
 * POST   /fault/{name}?count=2  or  ?seconds=30     switches a fault on; without either: once
 * DELETE /fault                                     switches all faults off
 * POST   /time?factor=60                            so many seconds of the plant in a second
 * POST   /register?bank=HR&amp;address=110&amp;value=4      writes as the cloud does
 * POST   /register?bank=IR&amp;address=59&amp;value=0       shows this word from now on;
 *                                                   also device=0x32
 * DELETE /register                                  shows the truth again
 * </pre>
 */
final class ControlServer {

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int MAX_WORD = 0xFFFF;

  /** A request that makes no sense; the message says why. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String why) {
      super(why);
      this.status = status;
    }
  }

  private final Simulator simulator;
  private final HttpServer server;
  private final ObjectMapper json = new ObjectMapper();

  ControlServer(Simulator simulator, int port) {
    this.simulator = simulator;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " for interference cannot be opened", e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    int status = OK;
    Map<String, Object> answer;
    try {
      act(exchange);
      answer = simulator.status();
    } catch (Refused e) {
      status = e.status;
      answer = Map.of("error", String.valueOf(e.getMessage()));
    }
    byte[] body = json.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void act(HttpExchange exchange) {
    Map<String, String> query = query(exchange);
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    String name = path.length > 2 ? path[2] : "";
    switch (exchange.getRequestMethod() + " " + path[1]) {
      case "GET status" -> {}
      case "POST fault" -> simulator.inject(fault(name), span(query));
      case "DELETE fault" -> simulator.clearFaults();
      case "POST time" -> simulator.accelerate(number(query, "factor"));
      case "POST register" -> register(query);
      case "DELETE register" -> simulator.clearPins();
      default ->
          throw new Refused(
              NOT_FOUND, "there are GET /status, POST /fault/{name}, /time and /register");
    }
  }

  private static FaultKind fault(String label) {
    return FaultKind.labelled(label)
        .orElseThrow(
            () ->
                new Refused(
                    NOT_FOUND,
                    "there is no fault '%s'; there are %s"
                        .formatted(
                            label,
                            Arrays.stream(FaultKind.values()).map(FaultKind::label).toList())));
  }

  private static FaultSpan span(Map<String, String> query) {
    if (query.containsKey("seconds")) {
      return new FaultSpan.During(Duration.ofMillis(Math.round(1000 * number(query, "seconds"))));
    }
    return new FaultSpan.Times(query.containsKey("count") ? word(query, "count") : 1);
  }

  private void register(Map<String, String> query) {
    int address = word(query, "address");
    int value = word(query, "value");
    int device = query.containsKey("device") ? word(query, "device") : Switchboard.INVERTER;
    Bank bank =
        Arrays.stream(Bank.values())
            .filter(known -> known.name().equals(query.get("bank")))
            .findFirst()
            .orElseThrow(() -> new Refused(BAD_REQUEST, "bank must be HR or IR"));
    if (bank != Bank.HR) {
      simulator.pin(new RequestKey(device, bank.function(), address, 1), value);
    } else if (!simulator.writeAside(address, value)) {
      throw new Refused(BAD_REQUEST, "the inverter does not take " + value + " there");
    }
  }

  private static int word(Map<String, String> query, String name) {
    try {
      int number = Integer.decode(query.getOrDefault(name, ""));
      if (number >= 0 && number <= MAX_WORD) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new Refused(BAD_REQUEST, name + " must be a number from 0 to 65535");
  }

  private static double number(Map<String, String> query, String name) {
    try {
      double number = Double.parseDouble(query.getOrDefault(name, ""));
      if (number >= 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new Refused(BAD_REQUEST, name + " must be a number, not negative");
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    String text = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    for (String part : text.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        query.put(part.substring(0, equals), part.substring(equals + 1));
      }
    }
    return query;
  }
}
