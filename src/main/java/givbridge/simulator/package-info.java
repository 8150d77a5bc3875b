/**
 * GivEnergy plants that exist only here: on a TCP port as a dongle would serve them, with its
 * habits and, on demand, its faults.
 *
 * <p>Public: {@link givbridge.simulator.Simulator} runs one plant as {@link
 * givbridge.simulator.SimulatorOptions} say; {@link givbridge.simulator.Profiles} names the plants
 * to be had; {@link givbridge.simulator.FaultKind} are the faults; {@link
 * givbridge.simulator.ClockKeeping} says who sets the inverter's clock. {@link
 * givbridge.simulator.VirtualPlant} is a plant without a wire whose time is moved by hand, with its
 * true sums by {@link givbridge.simulator.Flow}.
 *
 * <p>Inside there are three layers. The physics is pure: {@code PlantModel} takes a {@code
 * PlantState} some time further under the {@code Controls} that the registers hold; one physics
 * drives all families, from a single hybrid to a gateway with its All-in-Ones. A {@code Plant}
 * answers requests: {@code LivePlant} from the physics, {@code CapturePlant} from a recording. The
 * {@code Dongle} carries the answers to all clients, and {@code ControlServer} lets a test or a
 * person interfere. A plant and its dongle live on one event loop, so nothing of them locks.
 *
 * <p>What the plants are, who answers at which address, which register shows or steers what, and
 * what is refused, stands in tables below {@code simulator/}, by names of the register maps. This
 * room must not know how GivBridge polls, publishes or commands, nor that MQTT and Camel exist.
 */
@NullMarked
package givbridge.simulator;

import org.jspecify.annotations.NullMarked;
