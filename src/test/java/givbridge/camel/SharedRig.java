package givbridge.camel;

import givbridge.mqtt.EmbeddedBroker;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running program with two inverters and a broker for all test classes that only ask it. */
final class SharedRig implements AutoCloseable {
  private final EmbeddedBroker broker;
  private final Rig rig;

  private SharedRig() {
    broker = EmbeddedBroker.start(0);
    try {
      rig = Rig.start(RigPlan.of(broker.port(), "gen1-hybrid", "ac-coupled")).awaitData();
    } catch (Exception e) {
      throw new IllegalStateException("the shared program does not start", e);
    }
  }

  Rig rig() {
    return rig;
  }

  EmbeddedBroker broker() {
    return broker;
  }

  @Override
  public void close() {
    try (broker) {
      rig.close();
    } catch (IOException e) {
      throw new IllegalStateException("the shared program does not end", e);
    }
  }

  /** Hands it to test classes; it ends with the last of them. */
  static final class Provider implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == SharedRig.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(Namespace.create(SharedRig.class))
          .getOrComputeIfAbsent(SharedRig.class, key -> new SharedRig(), SharedRig.class);
    }
  }
}
