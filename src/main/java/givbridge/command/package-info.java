/**
 * What a user may ask of an inverter, and how it is done and proved.
 *
 * <p>Public: {@link CommandTables} (the commands, from tables), {@link CommandParser} (name and
 * payload to a {@link CommandRequest}), {@link Planner} (request and snapshot to a {@link
 * WritePlan}), {@link CommandRunner} (does it, one at a time for each inverter, and gives a {@link
 * CommandReport} with its {@link Outcome}), {@link Answers} (outcomes in the words of GivTCP, as a
 * result document and as a problem) and {@link Catalogue} (what is offered to an inverter). Only
 * the runner acts; all else is pure. Knows neither MQTT nor HTTP, nor any register, model or
 * published path by name.
 */
@NullMarked
package givbridge.command;

import org.jspecify.annotations.NullMarked;
