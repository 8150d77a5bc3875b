package givbridge.view;

import givbridge.registers.Value;

/** Turns values of one leaf into what clients see. */
@FunctionalInterface
interface Renderer {
  Rendering render(Value value);
}
