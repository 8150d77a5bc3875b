package givbridge.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Single requests to a REST port, each in one piece on a connection of its own, and awaited by the
 * thread that asks: to pass them from thread to thread would take a client longer than the program
 * takes to answer.
 */
record Http(int port) {
  private static final String END_OF_HEAD = "\r\n\r\n";

  /** The body of the answer; empty while nobody listens. */
  String get(String path) throws IOException {
    try {
      return body("GET " + path, "");
    } catch (ConnectException e) {
      return "";
    }
  }

  /** The body of the answer. */
  String post(String path, String body) throws IOException {
    return body("POST " + path, body);
  }

  private String body(String request, String body) throws IOException {
    String head =
        request
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json"
            + "\r\nContent-Length: "
            + body.length();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket
          .getOutputStream()
          .write((head + END_OF_HEAD + body).getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = answer.indexOf(END_OF_HEAD);
      if (end < 0) {
        throw new IOException("no answer to " + request);
      }
      return answer.substring(end + END_OF_HEAD.length());
    }
  }
}
