package givbridge.modbus;

import static givbridge.modbus.Durations.notNegative;

import java.time.Duration;

/**
 * All times and numbers of tries of a lane.
 *
 * @param pacing gaps between requests
 * @param read patience with reads
 * @param write patience with writes
 * @param probe patience with addresses that may be empty
 * @param connection how connections are opened and given up
 * @param ration how much a dongle is asked to bear
 */
public record LanePolicy(
    Pacing pacing,
    Patience read,
    Patience write,
    Patience probe,
    ConnectionPolicy connection,
    Ration ration) {

  /** With as many requests as the gaps allow. */
  public LanePolicy(
      Pacing pacing, Patience read, Patience write, Patience probe, ConnectionPolicy connection) {
    this(pacing, read, write, probe, connection, Ration.UNLIMITED);
  }

  /**
   * The values which the peers of the field converged on: 0.25 s between reads, 3 s and 3 tries.
   */
  public static LanePolicy defaults() {
    Duration half = Duration.ofMillis(500);
    Patience patient = new Patience(Duration.ofSeconds(3), 3, half);
    return new LanePolicy(
        new Pacing(Duration.ofMillis(250), half, Duration.ZERO),
        patient,
        patient,
        new Patience(Duration.ofSeconds(1), 1, half),
        new ConnectionPolicy(
            Duration.ofSeconds(7),
            half,
            true,
            new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(60)),
            new GiveUp(Duration.ofSeconds(60), 3)),
        new Ration(180, 3, 30));
  }

  /** The patience with one request. */
  Patience patience(RequestKey key, Effort effort) {
    Patience usual = key.function() == Envelope.WRITE_SINGLE ? write : read;
    return switch (effort) {
      case NORMAL -> usual;
      case PROBE -> probe;
      case ONCE -> new Patience(usual.timeout(), 1, usual.retryDelay());
    };
  }

  /**
   * Gaps between requests. A dongle has one half-duplex line to the inverter and hardly a queue: of
   * two requests within 0.1 s, measured, both are lost. With one request in flight the answer
   * proves that line idle, so a command may follow it at once; reads keep a gap from send to send
   * to leave room for the vendor's cloud and app, which use the same line.
   *
   * @param betweenReads from any send to the next read
   * @param betweenWrites from the send of a write to the next write, whose storing takes time
   * @param commandGap from an answer, or the giving up of it, to a command
   */
  public record Pacing(Duration betweenReads, Duration betweenWrites, Duration commandGap) {

    /** Refuses negative gaps. */
    public Pacing {
      notNegative("the gap between reads", betweenReads);
      notNegative("the gap between writes", betweenWrites);
      notNegative("the gap before commands", commandGap);
    }
  }

  /**
   * How much a dongle is asked to bear. Each request that it leaves unanswered halves the ration
   * and doubles the gap between reads; answers without such a failure between them give half of
   * that back. Commands are counted, but never wait for it.
   *
   * @param perMinute requests a minute at most, at least 1
   * @param halvings how often the ration is halved at most
   * @param answersToRecover answers in a row that undo one halving, at least 1
   */
  public record Ration(int perMinute, int halvings, int answersToRecover) {

    /** As many requests as the gaps allow, whatever happens. */
    public static final Ration UNLIMITED = new Ration(Integer.MAX_VALUE, 0, 1);

    /** Refuses less than one request, or answer. */
    public Ration {
      if (perMinute < 1 || halvings < 0 || answersToRecover < 1) {
        throw new IllegalArgumentException(
            "a ration needs a request a minute, an answer to recover and no less than 0 halvings");
      }
    }
  }

  /**
   * Patience with a request.
   *
   * @param timeout how long one try is waited for
   * @param tries how often it is sent at most, at least 1
   * @param retryDelay rest after a failed try
   */
  public record Patience(Duration timeout, int tries, Duration retryDelay) {

    /** Refuses less than one try, and negative times. */
    public Patience {
      notNegative("a timeout", timeout);
      notNegative("a retry delay", retryDelay);
      if (tries < 1) {
        throw new IllegalArgumentException("at least one try is needed, not " + tries);
      }
    }
  }

  /**
   * How connections are opened and given up.
   *
   * @param connectTimeout for the TCP handshake
   * @param settle rest after it, before the first request
   * @param discardFirstRead whether the first answer to a read is thrown away and asked for again;
   *     dongles were seen to answer with stale words after a reconnect
   * @param backoff waits after failed connections
   * @param giveUp when a silent connection is replaced
   */
  public record ConnectionPolicy(
      Duration connectTimeout,
      Duration settle,
      boolean discardFirstRead,
      Backoff backoff,
      GiveUp giveUp) {

    /** Refuses negative times. */
    public ConnectionPolicy {
      notNegative("the connect timeout", connectTimeout);
      notNegative("the settle delay", settle);
    }
  }

  /**
   * Waits which double with each failed connection.
   *
   * @param first after the first failure
   * @param ceiling never longer than this
   */
  public record Backoff(Duration first, Duration ceiling) {

    private static final int DOUBLINGS = 16;
    private static final double JITTER = 0.2;

    /** Refuses negative times. */
    public Backoff {
      notNegative("the first wait", first);
      notNegative("the longest wait", ceiling);
    }

    /**
     * The wait after a number of failures in a row.
     *
     * @param failures at least 1
     * @param random 0..1; shortens the wait by up to a fifth, so that many lanes do not return at
     *     once
     */
    Duration after(int failures, double random) {
      Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
      Duration limited = doubled.compareTo(ceiling) > 0 ? ceiling : doubled;
      return Duration.ofMillis(Math.round(limited.toMillis() * (1 - JITTER * random)));
    }
  }

  /**
   * When a connection that takes requests but gives no answer is replaced. Some dongles hang in
   * this state: they accept connections and keep them alive, but pass nothing on.
   *
   * @param silence without any answer since the first unanswered request
   * @param failures requests in a row given up, probes not counted, without any answer between
   */
  public record GiveUp(Duration silence, int failures) {

    /** Refuses less than one failure, and negative times. */
    public GiveUp {
      notNegative("the longest silence", silence);
      if (failures < 1) {
        throw new IllegalArgumentException("at least one failure is needed, not " + failures);
      }
    }
  }
}
