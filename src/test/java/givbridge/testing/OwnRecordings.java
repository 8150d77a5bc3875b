package givbridge.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A test of each of the project's own recordings: its file below {@link Recording#OWN}, and type
 * code and ARM firmware of the inverter in it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@CsvSource({
  "hybrid_gen2_arm920_60s.log, 2003, 920",
  "hybrid_gen1_arm449_head.log, 2001, 449",
  "hybrid_gen1_arm449_oddities_excerpt.log, 2001, 449",
  "ac_arm282_head.log, 3001, 282",
  "aio_arm612_5min.log, 8001, 612",
  "ems_arm1036_60s.log, 5001, 1036",
  "givhy80g3hv_hass295_120s.log, 8102, 0",
  "gateway_gaaa0014_excerpt.log, 7001, 14",
  "giv3hy11_da011_detect_excerpt.log, 4004, 0"
})
public @interface OwnRecordings {}
