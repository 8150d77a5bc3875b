package givbridge.simulator;

/** What a battery pack can show; see {@link PackPage}. */
enum PackQuantity {
  CELL_VOLTS,
  CELLS_CELSIUS,
  SUM_VOLTS,
  MOSFET_CELSIUS,
  CAPACITY_AH,
  LEFT_AH,
  AMPS,
  CYCLES,
  CELL_COUNT,
  FIRMWARE,
  LEVEL,
  MOST_CELSIUS,
  LEAST_CELSIUS,
  DISCHARGED,
  CHARGED,
  SERIAL
}
