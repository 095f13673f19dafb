package dev.rollcall.api;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.route.SourceTriggers;
import dev.rollcall.route.SourceTriggers.State;
import dev.rollcall.route.SourceTriggers.Status;
import dev.rollcall.run.SourceLedger;
import dev.rollcall.run.SourceLedger.SourceState;
import dev.rollcall.run.SourceLife;
import dev.rollcall.run.SourceLife.Stage;
import dev.rollcall.source.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * One health entry for each source: its last success, when it is expected next, and its last error with what to do.
 *
 * <p>A source is down when its last run failed, or its credentials expired. Readiness does not ask: one dead source must not stop the others.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class SourcesHealth {

    @Bean
    HealthContributor sources(
            Configuration configuration,
            SourceTriggers triggers,
            SourceLedger sources,
            SourceLife life,
            Credentials credentials) {
        Map<String, HealthIndicator> entries = new LinkedHashMap<>();
        for (String source : new TreeSet<>(configuration.sources().keySet())) {
            SourceConfiguration configured = configuration.source(source);
            entries.put(
                    source,
                    () -> health(
                            configured,
                            status(triggers, source),
                            sources,
                            life.stage(configured),
                            credentials.warning(source),
                            configuration.files().problem()));
        }
        return CompositeHealthContributor.fromMap(entries);
    }

    private static Optional<Status> status(SourceTriggers triggers, String source) {
        return triggers.sources().stream()
                .filter(status -> status.source().equals(source))
                .findFirst();
    }

    private static Health health(
            SourceConfiguration source,
            Optional<Status> route,
            SourceLedger sources,
            Stage stage,
            Optional<Credentials.Warning> credentials,
            Optional<Problem> saved) {
        SourceState state = sources.state(source.directory(), source.source());
        Health.Builder health = new Health.Builder();
        boolean expired = credentials.map(Credentials.Warning::expired).orElse(false);
        if (failedLast(state) || expired) {
            health.down();
        } else if (state.lastSuccessAt() == null) {
            health.unknown();
        } else {
            health.up();
        }
        health.withDetail(
                "state",
                route.map(status -> status.state() == State.NOT_CONFIGURED
                                ? "not configured, missing: " + String.join(", ", status.missing())
                                : status.state().name().toLowerCase(Locale.ROOT))
                        .orElse("no route"));
        health.withDetail("stage", SourceViews.label(stage.name()));
        detail(health, "lastSuccessAt", state.lastSuccessAt());
        route.map(Status::nextRunAt).ifPresent(next -> health.withDetail("expectedNextAt", next));
        saved.ifPresent(problem -> health.withDetail("configuration", problem.toString()));
        credentials.ifPresent(warning -> health.withDetail("credentials", warning.text()));
        if (failedLast(state)) {
            detail(health, "lastProblemAt", state.lastProblemAt());
            detail(health, "lastProblem", state.lastProblem());
        }
        return health.build();
    }

    private static boolean failedLast(SourceState state) {
        return state.lastProblem() != null;
    }

    private static void detail(Health.Builder health, String name, @Nullable Object value) {
        if (value instanceof Instant || value instanceof String) {
            health.withDetail(name, value.toString());
        }
    }
}
