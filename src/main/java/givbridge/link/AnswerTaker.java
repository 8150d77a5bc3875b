package givbridge.link;

/** What is done with the answers of several blocks that are asked for together. */
public interface AnswerTaker {
  /**
   * Whether the rest is still asked for after this answer. Called once for each answer, for one at
   * a time and in the order of their coming, maybe by another thread than the one that asked.
   */
  boolean goesOn(Answer answer);

  /**
   * Takes an answer, on the thread that asked, in the order of their coming; perhaps a while later,
   * together with others.
   *
   * @throws LinkException ends the reading
   */
  void take(Answer answer) throws LinkException;
}
