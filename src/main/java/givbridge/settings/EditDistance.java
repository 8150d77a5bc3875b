package givbridge.settings;

/** How many letters must be put in, taken out or changed to make one word of another. */
final class EditDistance {
  private EditDistance() {}

  /**
   * The distance of two words.
   *
   * @param most where it is more, any number above this is given
   */
  static int between(String a, String b, int most) {
    int longer = Math.abs(a.length() - b.length());
    if (longer > most) {
      return longer;
    }
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
