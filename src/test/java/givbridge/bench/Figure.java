package givbridge.bench;

/** One row of the table. */
interface Figure {
  /** What is measured. */
  String name();

  /** What is aimed at. */
  String target();

  /** Measures; with processes of its own, which have ended when this returns. */
  Result measure(Scene scene) throws Exception;

  /**
   * What was measured.
   *
   * @param text with unit
   * @param met whether it is as good as aimed at
   */
  record Result(String text, boolean met) {}
}
