package givbridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.seda.SedaConsumerNotAvailableException;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queues that are worked off on shared threads, with the options of Camel's own. */
@Timeout(60)
class SharedSedaTest {
  private final SharedThreads threads = new SharedThreads();
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final ProducerTemplate sender = context.createProducerTemplate();
  private final List<String> read = new CopyOnWriteArrayList<>();
  private final List<String> workers = new CopyOnWriteArrayList<>();
  private final Semaphore gate = new Semaphore(0);
  private final AtomicInteger atGate = new AtomicInteger();

  @BeforeEach
  void start() throws Exception {
    context.getRegistry().bind("seda", new SharedSeda(threads));
    context.getShutdownStrategy().setTimeout(2);
    route("plain", "seda:plain?size=1000");
    route("held", "seda:held?size=3");
    context.start();
    sender.start();
  }

  @AfterEach
  void stop() {
    gate.release(1000);
    context.stop();
    threads.close();
  }

  /** A route that notes what it reads; for a body that begins with "hold" it waits at the gate. */
  private void route(String id, String uri) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri).routeId(id).process(exchange -> note(id, exchange));
          }
        });
  }

  private void note(String id, Exchange exchange) {
    String body = exchange.getMessage().getBody(String.class);
    workers.add(Thread.currentThread().getName());
    if (body.startsWith("hold")) {
      atGate.incrementAndGet();
      try {
        gate.acquire();
      } catch (InterruptedException e) {
        read.add(id + " interrupted");
        Thread.currentThread().interrupt();
        return;
      }
    }
    read.add(id + " " + body);
    exchange.getMessage().setBody("answer to " + body);
  }

  private void hold() {
    sender.sendBody("seda:held?size=3", "hold");
    await().untilAtomic(atGate, org.hamcrest.Matchers.is(1));
  }

  private SedaEndpoint endpoint(String uri) {
    return context.getEndpoint(uri, SedaEndpoint.class);
  }

  private static List<String> threadsOfQueues() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.contains("seda://plain") || name.contains("seda://held"))
        .toList();
  }

  @Test
  void whatComesIsReadInOrderAndNoThreadBelongsToAQueue() {
    for (int i = 0; i < 500; i++) {
      sender.sendBody("seda:plain?size=1000&waitForTaskToComplete=Never", "n" + i);
    }

    await().until(() -> read.size() == 500);

    assertThat(read).isEqualTo(IntStream.range(0, 500).mapToObj(i -> "plain n" + i).toList());
    assertThat(workers).containsOnly(SharedThreads.NAME);
    await().untilAsserted(() -> assertThat(threadsOfQueues()).isEmpty());
  }

  @Test
  void aRouteThatHangsHoldsNoOtherAndNeverReadsTwoAtOnce() {
    hold();
    sender.sendBody("seda:held?size=3", "hold too");

    sender.sendBody("seda:plain?size=1000", "others");

    await().until(() -> read.contains("plain others"));
    assertThat(atGate).as("the second waits for the first").hasValue(1);
    gate.release(2);
    await().until(() -> read.size() == 3);
    assertThat(read).containsExactly("plain others", "held hold", "held hold too");
  }

  @Test
  void aFullQueueRefusesOrDiscardsAsTheSenderWishes() {
    hold();
    for (int i = 0; i < 3; i++) {
      sender.sendBody("seda:held?size=3", "n" + i);
    }

    sender.sendBody("seda:held?size=3&discardWhenFull=true", "discarded");
    assertThatThrownBy(() -> sender.sendBody("seda:held?size=3", "refused"))
        .hasRootCauseInstanceOf(IllegalStateException.class);

    gate.release();
    await().until(() -> read.size() == 4);
    assertThat(read).containsExactly("held hold", "held n0", "held n1", "held n2");
  }

  @Test
  void aSenderMayWaitForRoomInTheQueue() {
    hold();
    for (int i = 0; i < 3; i++) {
      sender.sendBody("seda:held?size=3", "n" + i);
    }
    threads.execute(() -> sender.sendBody("seda:held?size=3&blockWhenFull=true", "blocked"));

    gate.release();

    await().until(() -> read.contains("held blocked"));
  }

  @Test
  void withoutAReaderTheSenderFailsOrDropsOrLeavesIt() throws Exception {
    assertThatThrownBy(() -> sender.sendBody("seda:late?failIfNoConsumers=true", "fails"))
        .isInstanceOf(CamelExecutionException.class)
        .hasCauseInstanceOf(SedaConsumerNotAvailableException.class);
    sender.sendBody("seda:late?discardIfNoConsumers=true", "dropped");
    sender.sendBody("seda:late", "left");

    route("late", "seda:late");

    await().until(() -> !read.isEmpty());
    assertThat(read).containsExactly("late left");
  }

  @Test
  void whoAsksIsAnswered() {
    assertThat(sender.requestBody("seda:plain?size=1000", "question"))
        .isEqualTo("answer to question");
  }

  @Test
  void eachOfSeveralReadersGetsAllIfTheyWishSo() throws Exception {
    String uri = "seda:views?multipleConsumers=true&size=8";
    route("one", uri);
    route("two", uri);

    for (String body : List.of("a", "b", "c")) {
      sender.sendBody(
          uri + "&discardWhenFull=true&discardIfNoConsumers=true&waitForTaskToComplete=Never",
          body);
    }

    await().until(() -> read.size() == 6);
    assertThat(read).contains("one a", "one b", "one c", "two a", "two b", "two c");
    context.getRouteController().stopRoute("one");
    context.removeRoute("one");
    sender.sendBody(uri, "d");
    await().until(() -> read.contains("two d"));
    assertThat(read).hasSize(7);
  }

  @Test
  void severalThreadsAreHadFromCamel() throws Exception {
    route("broad", "seda:broad?concurrentConsumers=2");

    sender.sendBody("seda:broad", "hold one");
    sender.sendBody("seda:broad", "hold two");

    await().untilAtomic(atGate, org.hamcrest.Matchers.is(2));
    gate.release(2);
    await().until(() -> read.size() == 2);
  }

  @Test
  void aRouteThatIsSuspendedOrStoppedGoesOnWithWhatWaited() throws Exception {
    context.getRouteController().suspendRoute("plain");
    sender.sendBody("seda:plain?size=1000", "while suspended");
    assertThat(endpoint("seda:plain?size=1000").getQueue()).hasSize(1);
    context.getRouteController().resumeRoute("plain");
    await().until(() -> read.contains("plain while suspended"));

    context.getRouteController().stopRoute("plain");
    sender.sendBody("seda:plain?size=1000", "while stopped");
    context.getRouteController().startRoute("plain");
    await().until(() -> read.contains("plain while stopped"));
  }

  @Test
  void whatWaitsIsReadBeforeTheEnd() {
    hold();
    sender.sendBody("seda:held?size=3", "last");
    gate.release();

    context.stop();

    assertThat(read).containsExactly("held hold", "held last");
  }

  @Test
  void aRouteThatHangsIsInterruptedWhenPatienceEnds() {
    context.getShutdownStrategy().setTimeout(1);
    hold();

    context.stop();

    await().atMost(Duration.ofSeconds(10)).until(() -> !read.isEmpty());
    assertThat(read).containsExactly("held interrupted");
  }

  @Test
  void whatIsThereBeforeTheProgramHasStartedIsReadAfterwards() throws Exception {
    try (DefaultCamelContext other = new DefaultCamelContext()) {
      other.getRegistry().bind("seda", new SharedSeda(threads));
      other.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("seda:early").process(exchange -> note("early", exchange));
            }
          });
      other.init();
      SedaEndpoint early = other.getEndpoint("seda:early", SedaEndpoint.class);
      Exchange exchange = early.createExchange();
      exchange.getMessage().setBody("first");
      early.getQueue().add(exchange);
      assertThat(read).isEmpty();

      other.start();

      await().until(() -> read.contains("early first"));
    }
  }
}
