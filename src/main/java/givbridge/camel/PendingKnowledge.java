package givbridge.camel;

import givbridge.poll.PollTables;
import givbridge.tables.Faults;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** The tables, read in a thread of their own while the settings are read and inverters dialled. */
final class PendingKnowledge {
  private final Faults faults = new Faults();
  private final CompletableFuture<PollTables> polling = new CompletableFuture<>();
  private final FutureTask<Knowledge> reading = new FutureTask<>(this::load);

  private PendingKnowledge() {}

  /** Begins to read. */
  static PendingKnowledge begin() {
    PendingKnowledge pending = new PendingKnowledge();
    Background.run("tables", pending.reading);
    return pending;
  }

  private Knowledge load() {
    try {
      return Knowledge.load(faults, polling::complete);
    } finally {
      polling.cancel(false);
    }
  }

  /**
   * Waits for what is needed to read an inverter, which is there before the rest.
   *
   * @throws java.util.concurrent.CancellationException if it is at fault
   */
  PollTables polling() {
    return result(polling);
  }

  /** Waits for the tables; their faults are added to those found elsewhere. */
  Knowledge take(Faults all) {
    Knowledge knowledge = result(reading);
    faults.list().forEach(all::add);
    return knowledge;
  }

  private static <T> T result(Future<T> tables) {
    try {
      return tables.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the tables cannot be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the tables", e);
    }
  }
}
