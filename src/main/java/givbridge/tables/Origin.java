package givbridge.tables;

/**
 * Where a fact stands, so that a fault can name it.
 *
 * @param file path of the table below the resources, or of a settings file
 * @param line line in that file, from 1; 0 for the file as a whole
 */
public record Origin(String file, int line) {
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
