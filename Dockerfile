# Builds and runs GivBridge. Build it in the project folder: docker build -t givbridge .
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /build
# The libraries change seldom, so they are a layer of their own.
COPY pom.xml ./
RUN mvn -B -q -Dquick=true dependency:go-offline
COPY src src
RUN mvn -B -q -Dquick=true -DskipTests package

FROM eclipse-temurin:21-jre
LABEL org.opencontainers.image.title="GivBridge" \
      org.opencontainers.image.description="Joins GivEnergy inverters and batteries to MQTT, REST and Home Assistant, locally." \
      org.opencontainers.image.licenses="Apache-2.0"
# One memory arena of the C library instead of eight a core.
ENV MALLOC_ARENA_MAX=1 \
    LANG=C.UTF-8
WORKDIR /givbridge
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/givbridge.jar /build/target/givbridge.options ./
COPY application.properties ./
COPY routes routes
# A run with the simulated plant, so that the next start finds all classes prepared: it takes half
# the time. The archive holds for this very Java runtime and these very jars.
RUN STATE_DIR=/tmp/state java @givbridge.options -XX:ArchiveClassesAtExit=givbridge.jsa -jar givbridge.jar & \
    program=$!; \
    tries=0; \
    until java -cp givbridge.jar givbridge.camel.HealthCheck || [ $tries -ge 60 ]; do \
      tries=$((tries + 1)); sleep 1; \
    done; \
    kill -TERM $program; wait $program || true; \
    rm -rf /tmp/state && test -s givbridge.jsa && mkdir state && chown 10001:10001 state
USER 10001:10001
# Give the state a volume. Settings come as environment variables, or as a file over
# /givbridge/application.properties; routes of your own as a folder over /givbridge/routes.
VOLUME /givbridge/state
EXPOSE 6345 8099
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
  CMD ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx16m", "-cp", "givbridge.jar", "givbridge.camel.HealthCheck"]
ENTRYPOINT ["java", "@givbridge.options", "-XX:SharedArchiveFile=givbridge.jsa", "-jar", "givbridge.jar"]
