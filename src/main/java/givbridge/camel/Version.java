package givbridge.camel;

import java.util.Optional;

/** This program's version, from the manifest of its jar. */
final class Version {
  /** The version; {@code development} when the program runs from its classes. */
  static final String CURRENT =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
          .orElse("development");

  private Version() {}
}
