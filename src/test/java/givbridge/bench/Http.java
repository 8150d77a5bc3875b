package givbridge.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Single requests to a REST port. */
record Http(HttpClient client, int port) {
  Http(int port) {
    this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), port);
  }

  /** The body of the answer; empty while nobody listens. */
  String get(String path) throws IOException, InterruptedException {
    try {
      return client.send(request(path).build(), BodyHandlers.ofString()).body();
    } catch (ConnectException e) {
      return "";
    }
  }

  /** The body of the answer. */
  String post(String path, String body) throws IOException, InterruptedException {
    return client
        .send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString())
        .body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }
}
