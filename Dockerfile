# Builds and runs GivBridge. In the project folder:
#
#   docker build -t givbridge .
#   docker run -p 6345:6345 -p 8099:8099 -e INVERTOR_IP_1=192.168.1.50 -e MQTT_ADDRESS=192.168.1.10 givbridge
#
# Without -e it starts a simulated inverter. Settings are environment variables, or a file over
# /givbridge/application.properties. More inverters need more ports: -p 6346:6346 and so on.
#   -v givbridge-state:/givbridge/state                                    what must survive an update
#   -v ./my.properties:/givbridge/application.properties:ro                settings in a file
#   -v ./my.camel.yaml:/givbridge/routes/my.camel.yaml:ro                  a route of your own
# A file that is bound in must be readable, a folder for the state writable, for user 10001.

# ---- Stage 1: compiles and packs. Nothing of it but the packed program is in the image. ----
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
# The libraries change seldom, so they are a layer of their own.
COPY pom.xml ./
RUN mvn -B -q -Dquick=true dependency:go-offline
COPY src src
# Tests belong to the build before the image, see CONTRIBUTING.md.
RUN mvn -B -q -Dquick=true -DskipTests package

# ---- Stage 2: the image. Java 17, since memory and speed are measured with it. ----
FROM eclipse-temurin:17-jre
LABEL org.opencontainers.image.title="GivBridge" \
      org.opencontainers.image.description="Joins GivEnergy inverters and batteries to MQTT and REST, locally." \
      org.opencontainers.image.licenses="Apache-2.0"
# One memory arena of the C library instead of eight a core, and no stacks kept of threads that have ended.
ENV MALLOC_ARENA_MAX=1 \
    GLIBC_TUNABLES=glibc.pthread.stack_cache_size=0 \
    LANG=C.UTF-8
WORKDIR /givbridge
# The libraries first: they change less often than the program. The options of the Java runtime are
# the same file that is used without a container.
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/givbridge.jar /build/target/givbridge.options ./
COPY application.properties ./
COPY routes routes
# A run with the simulated plant, so that the next start finds its classes prepared: that saves a
# third of the work of a start. It goes on until data have been read and served. The archive holds
# for this very Java runtime and these very jars; where it does not fit, Java starts without it.
# The first line makes the archive of Java's own classes, where the runtime came without one.
RUN { test -s "$JAVA_HOME/lib/server/classes.jsa" || java -Xshare:dump; } && \
    { STATE_DIR=/tmp/state java @givbridge.options -XX:ArchiveClassesAtExit=givbridge.jsa -jar givbridge.jar & \
      program=$!; tries=0; \
      until java -cp givbridge.jar givbridge.camel.HealthCheck || [ $tries -ge 60 ]; do \
        tries=$((tries + 1)); sleep 1; \
      done; \
      sleep 10; kill -TERM $program; wait $program || true; } && \
    rm -rf /tmp/state && test -s givbridge.jsa && mkdir state && chown 10001:10001 state
# Nobody's rights: all but the state belongs to root and is only read.
USER 10001:10001
VOLUME /givbridge/state
EXPOSE 6345 8099
# Ends within the ten seconds that container engines wait; clients of the broker read "offline".
STOPSIGNAL SIGTERM
# Whether the program answers at all; an inverter that sleeps must not have it restarted.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
  CMD ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx16m", "-cp", "givbridge.jar", "givbridge.camel.HealthCheck"]
ENTRYPOINT ["java", "@givbridge.options", "-XX:SharedArchiveFile=givbridge.jsa", "-jar", "givbridge.jar"]
