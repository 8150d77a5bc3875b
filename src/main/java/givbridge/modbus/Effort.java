package givbridge.modbus;

/** How hard a request is tried before its caller hears that there is no answer. */
public enum Effort {
  /** The tries of the policy for reads or writes. */
  NORMAL,
  /** Short and few: silence is a likely answer, since the device may not exist. */
  PROBE,
  /** One try only, for what must not be sent twice, as a write which starts an action. */
  ONCE
}
