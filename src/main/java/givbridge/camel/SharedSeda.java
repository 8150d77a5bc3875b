package givbridge.camel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.seda.BlockingQueueFactory;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.component.seda.SedaComponentConfigurer;
import org.apache.camel.component.seda.SedaConsumer;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.component.seda.SedaEndpointConfigurer;
import org.apache.camel.spi.PropertyConfigurer;
import org.jspecify.annotations.Nullable;

/**
 * What answers {@code seda:}, with all options of Camel's own. Camel keeps a thread for each route
 * that reads from a queue, which waits there; here a shared thread is taken when there is something
 * in it. A route that brings a queue of its own, or wants several threads, has them from Camel.
 */
final class SharedSeda extends SedaComponent {
  private final Executor threads;

  SharedSeda(Executor threads) {
    this.threads = threads;
    setDefaultQueueFactory(new Queues());
  }

  @Override
  protected SedaEndpoint createEndpoint(
      String uri,
      Component component,
      @Nullable BlockingQueueFactory<Exchange> queues,
      int consumers) {
    return queues == null && consumers == 1
        ? new SharedEndpoint(uri, this)
        : super.createEndpoint(uri, component, queues, consumers);
  }

  /** Camel looks for both of them by an annotation that is not inherited. */
  @Override
  public PropertyConfigurer getEndpointPropertyConfigurer() {
    return new SedaEndpointConfigurer();
  }

  @Override
  public PropertyConfigurer getComponentPropertyConfigurer() {
    return new SedaComponentConfigurer();
  }

  private static final class Queues implements BlockingQueueFactory<Exchange> {
    @Override
    public BlockingQueue<Exchange> create() {
      return create(Integer.MAX_VALUE);
    }

    @Override
    public BlockingQueue<Exchange> create(int capacity) {
      return new WakingQueue(capacity);
    }
  }

  private final class SharedEndpoint extends SedaEndpoint {
    SharedEndpoint(String uri, Component component) {
      super(uri, component, getDefaultQueueFactory(), 1);
    }

    @Override
    protected SedaConsumer createNewConsumer(Processor processor) {
      return new SharedSedaConsumer(this, processor, threads);
    }
  }
}
