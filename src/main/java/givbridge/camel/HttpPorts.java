package givbridge.camel;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * One more listening port for each inverter, as GivTCP has them: what port {@code first + n - 1}
 * serves at {@code /readData}, the web port serves at {@code /REST<n>/readData}.
 *
 * <p>All ports share Camel's router; an early handler tells by the local port which inverter is
 * meant. Browsers' pre-flight requests are answered before anything else, for every origin and
 * header, because dashboards send headers of their own.
 */
final class HttpPorts implements AutoCloseable {
  private static final String REROUTED = "givbridge.rerouted";
  private static final String PREFLIGHT = "Access-Control-Request-Method";

  private final int first;
  private final int inverters;
  private final List<HttpServer> servers = new ArrayList<>();

  /**
   * The ports of all inverters.
   *
   * @param first port of the first inverter; the others follow without a gap
   */
  HttpPorts(int first, int inverters) {
    this.first = first;
    this.inverters = inverters;
  }

  /** Opens the ports beside the web port, which Camel has opened. */
  void open(CamelContext context, String host, int webPort) {
    VertxPlatformHttpRouter router =
        VertxPlatformHttpRouter.lookup(
            context, VertxPlatformHttpRouter.getRouterNameFromPort(webPort));
    router.route().order(-2).handler(this::rerouteByPort);
    router.route().order(-1).handler(HttpPorts::allowOrigins);
    router.route().order(-1).handler(HttpPorts::takeBodyAsItIs);
    router.route().order(-1).handler(HttpPorts::tellLength);
    for (int n = 0; n < inverters; n++) {
      servers.add(
          router
              .vertx()
              .createHttpServer()
              .requestHandler(router)
              .listen(first + n, host)
              .toCompletionStage()
              .toCompletableFuture()
              .join());
    }
  }

  private void rerouteByPort(RoutingContext call) {
    int number = call.request().localAddress().port() - first + 1;
    if (number >= 1 && number <= inverters && call.get(REROUTED) == null) {
      call.put(REROUTED, true);
      call.reroute("/REST" + number + call.request().uri());
    } else {
      call.next();
    }
  }

  /** Clients name all sorts of content types, or a form; what they send is one JSON object. */
  private static void takeBodyAsItIs(RoutingContext call) {
    if (call.request().method().equals(HttpMethod.POST)) {
      call.request().headers().set("Content-Type", "application/json");
    }
    call.next();
  }

  /** Camel lets every answer that is no plain bytes go in chunks, also one that is there whole. */
  private static void tellLength(RoutingContext call) {
    HttpServerResponse response = call.response();
    call.addHeadersEndHandler(
        none -> {
          if (response.ended() && response.isChunked()) {
            response.headers().remove(HttpHeaders.TRANSFER_ENCODING);
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(response.bytesWritten()));
          }
        });
    call.next();
  }

  private static void allowOrigins(RoutingContext call) {
    HttpServerRequest request = call.request();
    HttpServerResponse response = call.response();
    if (request.getHeader("Origin") != null) {
      response.putHeader("Access-Control-Allow-Origin", "*");
    }
    if (!request.method().equals(HttpMethod.OPTIONS) || request.getHeader(PREFLIGHT) == null) {
      call.next();
      return;
    }
    response
        .putHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        .putHeader("Access-Control-Max-Age", "3600");
    String headers = request.getHeader("Access-Control-Request-Headers");
    if (headers != null) {
      response.putHeader("Access-Control-Allow-Headers", headers);
    }
    response.setStatusCode(204).end();
  }

  @Override
  public void close() {
    servers.forEach(server -> server.close());
  }
}
