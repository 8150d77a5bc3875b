package givbridge.simulator;

/** What a plant as a whole can show; see {@link PlantPage}. Those of one phase have an index. */
enum Quantity {
  CLOCK,
  CALIBRATION,
  STATUS,
  SYSTEM_MODE,
  CHARGE_STATUS,
  /** What the units together do, in the words of a gateway. */
  STORAGE_STATE,
  PV1_VOLTS,
  PV2_VOLTS,
  PV1_AMPS,
  PV2_AMPS,
  PV1_WATTS,
  PV2_WATTS,
  /** Of all panels. */
  PV_WATTS,
  PV_AMPS,
  BUS_VOLTS,
  GRID_VOLTS,
  /** Between two phases. */
  LINE_VOLTS,
  GRID_HERTZ,
  GRID_AMPS,
  LOAD_AMPS,
  INVERTER_AMPS,
  /** Out of the inverter positive. */
  INVERTER_WATTS,
  /** Into the inverter positive, never negative. */
  INVERTER_INTAKE,
  INVERTER_MAGNITUDE,
  /** Export positive. */
  GRID_WATTS,
  /** Import positive. */
  METER_WATTS,
  IMPORT_WATTS,
  EXPORT_WATTS,
  LOAD_WATTS,
  BATTERY_VOLTS,
  /** Discharge positive. */
  BATTERY_AMPS,
  /** Discharge positive. */
  BATTERY_WATTS,
  CHARGE_WATTS,
  DISCHARGE_WATTS,
  LEFT_WATT_HOURS,
  SOC,
  INVERTER_CELSIUS,
  BATTERY_CELSIUS,
  UNIT_COUNT,
  MODULE_COUNT,
  CELL_COUNT,
  SENSOR_COUNT
}
