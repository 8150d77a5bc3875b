package givbridge.tariff;

/** A rate of the tariff. */
public enum Rate {
  DAY,
  NIGHT
}
