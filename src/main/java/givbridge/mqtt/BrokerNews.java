package givbridge.mqtt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs when a broker comes and goes: each change once, however often it is noticed. */
final class BrokerNews {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerNews.class);

  private final String broker;
  private final String who;
  private String last = "";

  /**
   * News of a broker.
   *
   * @param broker how people name it
   * @param who whose connection it is
   */
  BrokerNews(String broker, String who) {
    this.broker = broker;
    this.who = who;
  }

  synchronized void here() {
    if (!last.equals("here")) {
      LOG.info("Broker {} is there ({})", broker, who);
      last = "here";
    }
  }

  synchronized void gone(Throwable trouble) {
    String why = BrokerTrouble.words(trouble);
    if (last.equals("here")) {
      LOG.warn(
          "Broker {} is gone ({}): {}. Polling goes on, publishing resumes by itself",
          broker,
          who,
          why);
    } else if (!last.equals(why)) {
      LOG.warn(
          "Broker {} is not there ({}): {}. Polling goes on, publishing begins by itself",
          broker,
          who,
          why);
    }
    last = why;
  }

  void refused(String topic) {
    LOG.warn("Broker {} refuses the subscription of {} ({})", broker, topic, who);
  }
}
