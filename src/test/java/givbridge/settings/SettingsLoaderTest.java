package givbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import givbridge.settings.MqttSettings.Broker;
import givbridge.tables.FaultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsLoaderTest {
  @TempDir Path folder;

  private void file(String... lines) throws IOException {
    Files.write(folder.resolve(SettingsLoader.FILE), List.of(lines));
  }

  private Settings settings(Map<String, String> environment) {
    return SettingsLoader.load(environment, folder).settings();
  }

  private List<String> warnings(Map<String, String> environment) {
    return SettingsLoader.load(environment, folder).warnings();
  }

  private List<String> faults(Map<String, String> environment) {
    FaultsException thrown =
        catchThrowableOfType(FaultsException.class, () -> SettingsLoader.load(environment, folder));
    assertThat(thrown).as("faults").isNotNull();
    return thrown.faults();
  }

  @Test
  void withoutAnythingGivenASimulatedPlantPublishesToABrokerOfItsOwn() {
    Settings settings = settings(Map.of());
    assertThat(settings.inverters()).isEmpty();
    assertThat(settings.simulator()).isEqualTo(new SimulatorSettings(true, List.of(), 0));
    assertThat(settings.mqtt().broker()).isEqualTo(new Broker.Own(0));
    assertThat(settings.count()).isOne();
  }

  @Test
  void theDefaultsAreThoseOfGivTcp() {
    Settings settings = settings(Map.of());
    assertThat(settings.polling())
        .isEqualTo(
            new PollingSettings(
                true, Duration.ofSeconds(30), Duration.ofSeconds(120), true, "medium", false));
    assertThat(settings.http()).isEqualTo(new HttpSettings("0.0.0.0", 6345, 8099, false));
    assertThat(settings.mqtt().rootOf(1)).isEqualTo("GivEnergy");
    assertThat(settings.mqtt().retain()).isTrue();
    assertThat(settings.mqtt().qos()).isZero();
    assertThat(settings.process())
        .isEqualTo(
            new ProcessSettings(ZoneId.of("Europe/London"), folder.resolve("state"), "INFO"));
    assertThat(settings.commands()).isEqualTo(new CommandOptions(false, false, false));
    assertThat(settings.dongle())
        .isEqualTo(
            new DongleSettings(
                Duration.ofMillis(250),
                Duration.ofMillis(500),
                Duration.ofSeconds(3),
                3,
                180,
                Duration.ZERO));
  }

  @Test
  void ofAnInverterOnlyTheBatteryCanBeAskedFor() {
    Map<String, String> given =
        Map.of("INVERTOR_IP_1", "10.0.0.1", "INVERTER_BATTERY_ONLY_1", "yes");
    assertThat(settings(given).inverters().get(0).batteryOnly()).isTrue();
  }

  @Test
  void aComposeFileOfGivTcpIsUnderstood() {
    Settings settings =
        settings(
            Map.of(
                "NUMINVERTORS", "2",
                "INVERTOR_IP_1", "192.168.1.5",
                "INVERTOR_IP_2", "dongle-2:9000",
                "INVERTOR_IP_3", "",
                "MQTT_ADDRESS", "broker.lan",
                "MQTT_USERNAME", "giv",
                "MQTT_PASSWORD", "hidden-word",
                "MQTT_TOPIC_2", "Second",
                "LOG_LEVEL", "Write_Debug",
                "SELF_LOOPTIMER", "15"));
    assertThat(settings.inverters())
        .containsExactly(
            new InverterSettings(1, new Endpoint("192.168.1.5", 8899), false),
            new InverterSettings(2, new Endpoint("dongle-2", 9000), false));
    assertThat(settings.simulator().running()).isFalse();
    Broker.Remote broker = (Broker.Remote) settings.mqtt().broker();
    assertThat(broker.address()).isEqualTo(new Endpoint("broker.lan", 1883));
    assertThat(broker.login().orElseThrow().password())
        .hasValueSatisfying(secret -> assertThat(secret.reveal()).isEqualTo("hidden-word"));
    assertThat(settings.mqtt().rootOf(1)).isEqualTo("GivEnergy");
    assertThat(settings.mqtt().rootOf(2)).isEqualTo("Second");
    assertThat(settings.process().logLevel()).isEqualTo("FINE");
    assertThat(settings.polling().quick()).isEqualTo(Duration.ofSeconds(15));
    assertThat(settings.toString()).doesNotContain("hidden-word");
  }

  @Test
  void namesWithoutEffectAreAcceptedAndSaidToHaveNone() {
    assertThat(warnings(Map.of("SOLCASTAPI", "key", "EVC_ENABLE", "True")))
        .hasSize(2)
        .allMatch(text -> text.startsWith("environment: ") && text.contains("has no effect"))
        .noneMatch(text -> text.contains("key"));
  }

  @Test
  void theEnvironmentGoesBeforeTheFileAndTheFileBeforeTheDefault() throws IOException {
    file("REST_PORT = 7001", "WEB_PORT=7002", "MQTT_RETAIN: off");
    Settings settings = settings(Map.of("WEB_PORT", "7003"));
    assertThat(settings.http().restPort()).isEqualTo(7001);
    assertThat(settings.http().webPort()).isEqualTo(7003);
    assertThat(settings.mqtt().retain()).isFalse();
  }

  @Test
  void anotherNameInTheEnvironmentGoesBeforeTheFileToo() throws IOException {
    file("SELF_RUN_LOOP_TIMER = 60");
    assertThat(settings(Map.of("SELF_LOOPTIMER", "20")).polling().quick())
        .isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void keysOfCamelPassThrough() throws IOException {
    file("camel.main.shutdownTimeout = 8", "REST_PORT = 7001");
    assertThat(SettingsLoader.load(Map.of(), folder).camel())
        .containsExactly(Map.entry("camel.main.shutdownTimeout", "8"));
  }

  @Test
  void everyFaultIsToldAtOnceWithItsPlaceAndWhatWouldBeRight() throws IOException {
    file("# my settings", "REST_PORT = 99999", "MQTT_ADRESS = broker", "MQTT_QOS = \\", "  three");
    assertThat(faults(Map.of("SELF_RUN", "maybe", "INVERTER_IP_1", "10.0.0.1")))
        .containsExactlyInAnyOrder(
            "application.properties:2: REST_PORT is 99999, but it must be a port number from 1 to"
                + " 65535",
            "application.properties:3: there is no setting MQTT_ADRESS; is MQTT_ADDRESS meant?",
            "application.properties:4: MQTT_QOS is three, but it must be a whole number from 0 to 2",
            "environment: SELF_RUN is maybe, but it must be true or false",
            "environment: there is no setting INVERTER_IP_1; is INVERTOR_IP_{n} meant?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "INVERTOR_IP_1; http://10.0.0.1; a host, or host:port",
        "INVERTOR_IP_1; 10.0.0.1:70000; a host, or host:port",
        "MQTT_ADDRESS; broker:1883; without a port",
        "MQTT_TOPIC; a/#; a topic without + and #",
        "MQTT_TOPIC; /a; a topic without + and #",
        "TZ; Europe/Londen; a time zone",
        "LOG_LEVEL; loud; one of debug, write_debug, info",
        "REST_STATUS; severe; one of classic, strict",
        "SELF_RUN_LOOP_TIMER; 0; a whole number of seconds from 1 to 3600",
        "SELF_RUN_LOOP_TIMER; soon; a whole number of seconds from 1 to 3600",
        "DONGLE_GAP; 5; a whole number of milliseconds from 100 to 10000",
        "MQTT_PORT; tcp://10.0.0.1:1883; a port number from 1 to 65535",
      })
  void aWrongValueIsToldWithWhatWouldBeRight(String name, String value, String right) {
    assertThat(faults(Map.of(name, value)))
        .singleElement()
        .asString()
        .startsWith("environment: " + name + " is " + value + ", but it must be ")
        .contains(right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"INVERTOR_PI_1", "INVERTOR_IP", "NUMINVERTERS", "SELF_RUNN", "DONGLE_GAPS"})
  void anUnknownNameThatCanOnlyBeMeantForUsIsAFaultInTheEnvironment(String name) {
    assertThat(faults(Map.of(name, "1")))
        .singleElement()
        .asString()
        .startsWith("environment: there is no setting " + name + "; is ");
  }

  @Test
  void namesOfOtherProgramsAreLeftAlone() {
    assertThat(warnings(Map.of("PATH", "/bin", "MQTT_SERVICE_HOST", "10.0.0.1", "HOME", "/root")))
        .isEmpty();
  }

  @Test
  void aNearlyRightNameInTheEnvironmentIsAskedAbout() {
    assertThat(warnings(Map.of("MQTT_ADRESS", "broker")))
        .containsExactly("environment: is MQTT_ADRESS meant as MQTT_ADDRESS?");
  }

  @Test
  void aNameThatResemblesNothingIsSentToTheReference() throws IOException {
    file("colour = blue");
    assertThat(faults(Map.of()))
        .singleElement()
        .asString()
        .startsWith("application.properties:1: there is no setting colour; remove the line");
  }

  @Test
  void aKeyThatStandsTwiceIsAFaultUnlessBothAgree() throws IOException {
    file("WEB_PORT = 7001", "REST_PORT = 7100", "WEB_PORT = 7002", "REST_PORT = 7100");
    assertThat(faults(Map.of()))
        .containsExactly(
            "application.properties:3: WEB_PORT is given twice, first at"
                + " application.properties:1; remove one of them");
  }

  @Test
  void aKeyOfCamelThatStandsTwiceIsAFault() throws IOException {
    file("camel.main.name = a", "camel.main.name = b");
    assertThat(faults(Map.of()))
        .containsExactly(
            "application.properties:2: camel.main.name is given twice; remove one of them");
  }

  @Test
  void twoInvertersCannotShareAnAddress() {
    assertThat(faults(Map.of("INVERTOR_IP_1", "10.0.0.1", "INVERTOR_IP_2", "10.0.0.1:8899")))
        .containsExactly("environment: INVERTOR_IP_2 is 10.0.0.1:8899 like INVERTOR_IP_1");
  }

  @Test
  void invertersAreNumberedWithoutGaps() {
    assertThat(faults(Map.of("INVERTOR_IP_1", "10.0.0.1", "INVERTOR_IP_3", "10.0.0.3")))
        .containsExactly("INVERTOR_IP_2 is missing; inverters are numbered without gaps");
  }

  @Test
  void theirNumberMustAgreeWithTheAddresses() {
    assertThat(faults(Map.of("NUMINVERTORS", "2", "INVERTOR_IP_1", "10.0.0.1")))
        .containsExactly("INVERTOR_IP_2 is missing; inverters are numbered without gaps");
    assertThat(
            faults(
                Map.of(
                    "NUMINVERTORS", "1", "INVERTOR_IP_1", "10.0.0.1", "INVERTOR_IP_2", "10.0.0.2")))
        .containsExactly(
            "environment: NUMINVERTORS is 1, but INVERTOR_IP_2 is given; remove one of the two");
  }

  @Test
  void portsMustNotCollide() {
    assertThat(
            faults(
                Map.of(
                    "INVERTOR_IP_1", "10.0.0.1",
                    "INVERTOR_IP_2", "10.0.0.2",
                    "REST_PORT", "8098")))
        .containsExactly(
            "port 8099 is wanted twice, as WEB_PORT and as REST_PORT + 1; each inverter has a REST"
                + " port of its own from REST_PORT up");
    assertThat(
            faults(
                Map.of(
                    "INVERTOR_IP_1", "10.0.0.1",
                    "INVERTOR_IP_2", "10.0.0.2",
                    "REST_PORT", "65535")))
        .containsExactly("REST_PORT + 1 is port 65536, above the last one, 65535");
  }

  @Test
  void withNeitherInverterNorSimulatorThereIsNothingToDo() {
    assertThat(faults(Map.of("SIMULATOR", "off")))
        .containsExactly("there is no inverter: give INVERTOR_IP_1, or leave SIMULATOR at auto");
  }

  @Test
  void simulatedProfilesComeBesideRealInverters() {
    Settings settings =
        settings(
            Map.of("INVERTOR_IP_1", "10.0.0.1", "SIMULATOR", "one, two", "SIMULATOR_PORT", "9000"));
    assertThat(settings.simulator())
        .isEqualTo(new SimulatorSettings(true, List.of("one", "two"), 9000));
    assertThat(settings.count()).isEqualTo(3);
    assertThat(settings.ports())
        .extracting(NeededPort::port)
        .containsExactly(8099, 6345, 6346, 6347, 9000, 9001);
  }

  @Test
  void theSimulatedPlantsBrokerMayHaveAPort() {
    assertThat(settings(Map.of("MQTT_PORT", "1999")).mqtt().broker())
        .isEqualTo(new Broker.Own(1999));
    assertThat(settings(Map.of("MQTT_PORT", "1999")).ports())
        .contains(new NeededPort("MQTT_PORT", "127.0.0.1", 1999));
  }

  @Test
  void withoutABrokerARealInverterIsNotPublishedAndThatIsSaid() {
    LoadedSettings loaded = SettingsLoader.load(Map.of("INVERTOR_IP_1", "10.0.0.1"), folder);
    assertThat(loaded.settings().mqtt().broker()).isEqualTo(new Broker.None());
    assertThat(loaded.warnings()).singleElement().asString().contains("MQTT_ADDRESS");
  }

  @Test
  void mqttCanBeSwitchedOff() {
    LoadedSettings loaded =
        SettingsLoader.load(Map.of("MQTT_OUTPUT", "False", "MQTT_ADDRESS", "broker"), folder);
    assertThat(loaded.settings().mqtt().broker()).isEqualTo(new Broker.None());
    assertThat(loaded.warnings()).isEmpty();
  }

  @Test
  void thePasswordMayStandInAFileOfItsOwn() throws IOException {
    Files.writeString(folder.resolve("secret"), "hidden-word\n");
    Settings settings =
        settings(
            Map.of(
                "MQTT_ADDRESS", "broker",
                "MQTT_USERNAME", "giv",
                "MQTT_PASSWORD_FILE", "secret"));
    Broker.Remote broker = (Broker.Remote) settings.mqtt().broker();
    assertThat(broker.login().orElseThrow().password())
        .hasValueSatisfying(secret -> assertThat(secret.reveal()).isEqualTo("hidden-word"));
  }

  @Test
  void passwordsAreCheckedWithoutEverBeingShown() throws IOException {
    Files.writeString(folder.resolve("secret"), "hidden-word");
    assertThat(faults(Map.of("MQTT_PASSWORD", "other-word", "MQTT_PASSWORD_FILE", "secret")))
        .hasSize(2)
        .anyMatch(text -> text.contains("both given"))
        .anyMatch(text -> text.contains("without MQTT_USERNAME"))
        .noneMatch(text -> text.contains("hidden-word") || text.contains("other-word"));
    assertThat(faults(Map.of("MQTT_PASSWORD_FILE", "nowhere")))
        .singleElement()
        .asString()
        .contains("there is no such file to read");
  }

  @Test
  void aPasswordFileThatIsNoTextIsAFault() throws IOException {
    Files.write(folder.resolve("secret"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(faults(Map.of("MQTT_USERNAME", "giv", "MQTT_PASSWORD_FILE", "secret")))
        .containsExactly("environment: MQTT_PASSWORD_FILE is no UTF-8 text");
  }

  @Test
  void encryptionHasItsOwnPortAndItsFilesAreChecked() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "-");
    Settings settings =
        settings(Map.of("MQTT_ADDRESS", "broker", "MQTT_TLS", "true", "MQTT_CA", "ca.pem"));
    Broker.Remote broker = (Broker.Remote) settings.mqtt().broker();
    assertThat(broker.address().port()).isEqualTo(8883);
    assertThat(broker.tls().orElseThrow().trusted()).contains(folder.resolve("ca.pem"));
    assertThat(faults(Map.of("MQTT_CA", "ca.pem")))
        .containsExactly("certificates for MQTT are given, but MQTT_TLS is off; switch it on");
    assertThat(faults(Map.of("MQTT_TLS", "on", "MQTT_CLIENT_CERT", "ca.pem")))
        .containsExactly(
            "MQTT_CLIENT_CERT and MQTT_CLIENT_KEY belong together, but one is missing");
  }

  @Test
  void aFileThatIsNoTextIsToldAsSuch() throws IOException {
    Files.write(folder.resolve(SettingsLoader.FILE), new byte[] {'a', (byte) 0xff});
    assertThat(faults(Map.of()))
        .singleElement()
        .asString()
        .startsWith("application.properties: the file cannot be read as UTF-8 text");
  }

  @Test
  void aBrokenEscapeInTheFileIsToldWithItsLine() throws IOException {
    file("MQTT_TOPIC = a", "MQTT_USERNAME = \\u12");
    assertThat(faults(Map.of()))
        .singleElement()
        .asString()
        .startsWith("application.properties:2: not a line such as NAME = value");
  }
}
