package givbridge.mqtt;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.SocketFactory;

/** Makes the sockets of one client, and knows the outlet of the newest. */
final class OutletSockets extends SocketFactory {
  private volatile Optional<Outlet> newest = Optional.empty();

  /** The outlet of the newest socket; none before there is one. */
  Optional<Outlet> newest() {
    return newest;
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new OutletSocket();
    socket.setTcpNoDelay(true);
    return socket;
  }

  private final class OutletSocket extends Socket {
    @Override
    public OutputStream getOutputStream() throws IOException {
      Outlet outlet = new Outlet(super.getOutputStream());
      newest = Optional.of(outlet);
      return outlet;
    }

    /**
     * Does nothing: Paho would have its reader woken every second to look whether it shall go on,
     * but to end it Paho closes the socket, which ends a read at once.
     */
    @Override
    public void setSoTimeout(int milliseconds) {}
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(localHost, localPort));
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  private Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = createSocket();
    socket.connect(address);
    return socket;
  }
}
