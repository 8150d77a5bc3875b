package givbridge.camel;

/** Threads for work beside the routes. */
final class Background {
  private Background() {}

  /** Runs the work in a thread of that name, which keeps no program from ending. */
  static void run(String name, Runnable work) {
    thread(name, work).start();
  }

  /** A thread of that name, not started, which keeps no program from ending. */
  static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
