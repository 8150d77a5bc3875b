package givbridge.command;

/** What a conversion gives. */
sealed interface Computed {
  /** The word to write. */
  record Word(int word) implements Computed {}

  /**
   * Something needed is not known.
   *
   * @param what it, in words
   */
  record Missing(String what) implements Computed {}

  static Computed of(int word) {
    return new Word(word);
  }
}
