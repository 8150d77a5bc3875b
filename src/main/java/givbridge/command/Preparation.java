package givbridge.command;

/** What is left of a request once it was held against an inverter. */
public sealed interface Preparation permits Prepared, Refusal {}
