package givbridge.camel;

/** Work beside the start, in threads that end with it. */
final class Background {
  private Background() {}

  /** Runs the work in a thread of that name, which keeps no program from ending. */
  static void run(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
