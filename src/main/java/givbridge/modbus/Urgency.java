package givbridge.modbus;

/** Which of the waiting requests goes next; within one urgency the first to come. */
public enum Urgency {
  /** A user waits for it: overtakes every waiting read, and keeps no gap to the reads before. */
  COMMAND,
  /** Polling and detection. */
  READ
}
