package givbridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The order of the rooms, and what none of them may do. */
@AnalyzeClasses(packages = "givbridge", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  @ArchTest
  static final ArchRule DEPENDENCIES_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("givbridge..")
          .withOptionalLayers(true)
          .layer("camel")
          .definedBy("givbridge.camel..")
          .layer("view")
          .definedBy("givbridge.view..")
          .layer("joint")
          .definedBy("givbridge.joint..")
          .layer("publish")
          .definedBy("givbridge.publish..")
          .layer("command")
          .definedBy("givbridge.command..")
          .layer("poll")
          .definedBy("givbridge.poll..")
          .layer("simulator")
          .definedBy("givbridge.simulator..")
          .layer("state")
          .definedBy("givbridge.state..")
          .layer("tariff")
          .definedBy("givbridge.tariff..")
          .layer("cleaning")
          .definedBy("givbridge.cleaning..")
          .layer("mqtt")
          .definedBy("givbridge.mqtt..")
          .layer("link")
          .definedBy("givbridge.link..")
          .layer("modbus")
          .definedBy("givbridge.modbus..")
          .layer("plant")
          .definedBy("givbridge.plant..")
          .layer("registers")
          .definedBy("givbridge.registers..")
          .layer("settings")
          .definedBy("givbridge.settings..")
          .layer("tables")
          .definedBy("givbridge.tables..")
          .whereLayer("camel")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("joint")
          .mayOnlyBeAccessedByLayers("camel")
          .whereLayer("publish")
          .mayOnlyBeAccessedByLayers("camel")
          .whereLayer("mqtt")
          .mayOnlyBeAccessedByLayers("camel")
          .whereLayer("simulator")
          .mayOnlyBeAccessedByLayers("camel")
          .whereLayer("view")
          .mayOnlyBeAccessedByLayers("camel", "publish", "joint")
          .whereLayer("state")
          .mayOnlyBeAccessedByLayers("camel")
          .whereLayer("tariff")
          .mayOnlyBeAccessedByLayers("camel", "view", "state")
          .whereLayer("cleaning")
          .mayOnlyBeAccessedByLayers("camel", "view", "state")
          .whereLayer("command")
          .mayOnlyBeAccessedByLayers("camel", "state")
          .whereLayer("poll")
          .mayOnlyBeAccessedByLayers("camel", "state")
          .whereLayer("link")
          .mayOnlyBeAccessedByLayers("camel", "command", "poll")
          .whereLayer("modbus")
          .mayOnlyBeAccessedByLayers("camel", "link", "simulator")
          .whereLayer("plant")
          .mayOnlyBeAccessedByLayers(
              "camel", "view", "publish", "joint", "command", "poll", "simulator", "link", "state")
          .whereLayer("registers")
          .mayOnlyBeAccessedByLayers(
              "camel",
              "view",
              "publish",
              "joint",
              "command",
              "poll",
              "simulator",
              "link",
              "plant",
              "cleaning",
              "state");

  @ArchTest
  static final ArchRule LOWER_ROOMS_KNOW_NO_SETTINGS =
      noClasses()
          .that()
          .resideInAnyPackage("givbridge.tables..", "givbridge.registers..", "givbridge.plant..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("givbridge.settings..");

  @ArchTest
  static final ArchRule ROOMS_DO_NOT_GO_IN_CIRCLES =
      slices().matching("givbridge.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_THE_CAMEL_ROOM_KNOWS_CAMEL =
      noClasses()
          .that()
          .resideOutsideOfPackage("givbridge.camel..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..");

  @ArchTest
  static final ArchRule ABSENCE_IS_A_TYPE_IN_EVERY_ROOM =
      classes().should(liveInANullMarkedPackage());

  @ArchTest
  static final ArchRule ROOMS_LOG_THROUGH_ONE_DOOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("givbridge.camel..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule NOBODY_SLEEPS =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class);

  @ArchTest
  static final ArchRule TIME_COMES_FROM_A_CLOCK =
      noClasses()
          .that()
          .resideOutsideOfPackage("givbridge.camel..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now");

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package that is @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                item, marked, item.getPackageName() + " of " + item.getName()));
      }
    };
  }
}
