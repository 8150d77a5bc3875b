package givbridge.poll;

/**
 * Names fields: one by its name, or several by their beginning and end around a {@code *}.
 *
 * @param text as it is written
 * @param beginning what is before the star; without one the whole name
 * @param end what is after the star
 * @param namesOne whether it is a field's name
 */
record FieldPattern(String text, String beginning, String end, boolean namesOne) {
  static FieldPattern of(String text) {
    int star = text.indexOf('*');
    return star < 0
        ? new FieldPattern(text, text, "", true)
        : new FieldPattern(text, text.substring(0, star), text.substring(star + 1), false);
  }

  /** Whether it names that field. */
  boolean names(String field) {
    return namesOne
        ? field.equals(text)
        : field.length() >= beginning.length() + end.length()
            && field.startsWith(beginning)
            && field.endsWith(end);
  }

  @Override
  public String toString() {
    return text;
  }
}
