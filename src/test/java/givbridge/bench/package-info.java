/**
 * The benchmark: measures the packaged program as a process of its own, between simulated dongles
 * and a broker. No test; {@link givbridge.bench.Benchmark} is started by hand, as {@code
 * src/docs/benchmarks.md} says.
 */
@NullMarked
package givbridge.bench;

import org.jspecify.annotations.NullMarked;
