package givbridge.command;

/** What a name and a payload are: a request, or a reason why not. */
public sealed interface Parsed permits CommandRequest, Refusal {}
