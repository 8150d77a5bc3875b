package givbridge.command;

/** What planning gives: the writes, or a reason why there are none. */
public sealed interface Planning permits WritePlan, Refusal {}
