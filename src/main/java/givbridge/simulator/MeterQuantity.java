package givbridge.simulator;

/** What a meter can show, of one phase or (index 0) of all; see {@link MeterPage}. */
enum MeterQuantity {
  VOLTS,
  AMPS,
  WATTS,
  /** In VA. */
  APPARENT,
  /** Positive for export. */
  EXPORT_FACTOR,
  /** Negative for export. */
  IMPORT_FACTOR,
  HERTZ,
  IMPORTED,
  EXPORTED,
  NUMBER
}
