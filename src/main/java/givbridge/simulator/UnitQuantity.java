package givbridge.simulator;

/**
 * What a storage unit or a module of it can show; see {@link UnitPage}. Index: which cell, or which
 * group of cells with a temperature.
 */
enum UnitQuantity {
  CELL_VOLTS,
  CELLS_CELSIUS,
  SUM_VOLTS,
  MOSFET_CELSIUS,
  CAPACITY_AH,
  LEFT_AH,
  /** Discharge positive. */
  AMPS,
  /** Charge positive. */
  CHARGE_AMPS,
  /** Charge positive. */
  CHARGE_KILOWATTS,
  /** Discharge positive. */
  WATTS,
  STATUS,
  CYCLES,
  CELL_COUNT,
  MODULE_COUNT,
  SENSOR_COUNT,
  FIRMWARE,
  LEVEL,
  MOST_CELL_VOLTS,
  LEAST_CELL_VOLTS,
  MOST_CELSIUS,
  LEAST_CELSIUS,
  AVERAGE_CELSIUS,
  INVERTER_CELSIUS,
  CHARGED,
  DISCHARGED,
  /** As charged, on sixteen bits. */
  CHARGED_ROUND,
  /** As discharged, on sixteen bits. */
  DISCHARGED_ROUND,
  CHARGED_TODAY,
  DISCHARGED_TODAY,
  CHARGED_AH,
  DISCHARGED_AH,
  CHARGED_AH_TODAY,
  DISCHARGED_AH_TODAY,
  SERIAL
}
