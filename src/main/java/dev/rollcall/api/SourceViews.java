package dev.rollcall.api;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.route.SourceTriggers;
import dev.rollcall.route.SourceTriggers.Status;
import dev.rollcall.run.Consents;
import dev.rollcall.run.SourceLedger;
import dev.rollcall.run.SourceLedger.SourceState;
import dev.rollcall.run.SourceLife;
import dev.rollcall.run.SourceLife.Stage;
import dev.rollcall.source.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The configured sources, and where each stands. */
@Component
class SourceViews {
    private final Configuration configuration;
    private final SourceTriggers triggers;
    private final SourceLedger ledger;
    private final SourceLife life;
    private final Consents consents;

    SourceViews(
            Configuration configuration,
            SourceTriggers triggers,
            SourceLedger ledger,
            SourceLife life,
            Consents consents) {
        this.configuration = configuration;
        this.triggers = triggers;
        this.ledger = ledger;
        this.life = life;
        this.consents = consents;
    }

    /** What is configured for a source there is. */
    SourceConfiguration require(String source) {
        SourceConfiguration found = configuration.sources().get(source);
        if (found == null) {
            throw ApiCode.NO_SUCH_SOURCE.at(
                    "source=" + source,
                    "no mapping names this source. Known: "
                            + String.join(
                                    ", ",
                                    configuration.sources().keySet().stream()
                                            .sorted()
                                            .toList()) + ".");
        }
        return found;
    }

    /** Every source that has a mapping, in the order of the names. */
    List<SourceView> all() {
        return configuration.sources().keySet().stream().sorted().map(this::one).toList();
    }

    SourceView one(String source) {
        SourceConfiguration configured = require(source);
        SourceState state = ledger.state(configured.directory(), source);
        Optional<Status> route = route(source);
        Stage stage = life.stage(configured);
        Optional<Consents.Consent> consent = consents.given(configured);
        boolean unaccepted =
                configuration.directory(configured.directory()).terms().consentRequired() && consent.isEmpty();
        Optional<Problem> saved = configuration.files().problem();
        return new SourceView(
                source,
                configured.title(),
                configured.directory(),
                stage == Stage.ENABLED,
                label(stage.name()),
                saved.isPresent()
                        ? saved.get().toString()
                        : unaccepted
                                ? "Accept the sub-processor: rollcall accept " + source + " --by NAME"
                                : next(stage, configured),
                route.map(status -> label(status.state().name())).orElse("no-route"),
                route.map(Status::missing).orElse(List.of()),
                route.map(Status::nextRunAt).orElse(null),
                state.lastSuccessAt(),
                state.lastProblem(),
                state.lastProblemAt(),
                consent.orElse(null),
                configured.digest(),
                life.versions(configured));
    }

    /** The source's route, if it has one, started or not. */
    Optional<Status> route(String source) {
        return triggers.sources().stream()
                .filter(status -> status.source().equals(source))
                .findFirst();
    }

    // nobody is asked for mappings before the first test has shown what the source sends (acceptance row 60)
    private @Nullable String next(Stage stage, SourceConfiguration configured) {
        String source = configured.source();
        return switch (stage) {
            case SET_UP -> "Make a dry run: rollcall plan " + source;
            case TESTED ->
                "Look at the results, map the fields that are missing (rollcall discover " + source + "), then: "
                        + adopt(configured).map(first -> first + " Then: ").orElse("") + "rollcall enable " + source;
            case ENABLED -> adopt(configured).orElse(null);
            case PAUSED -> "Go on: rollcall resume " + source;
            case DISCONNECTED -> "To connect it again, make a dry run: rollcall plan " + source;
        };
    }

    /** What is to be done about users there were before the source; without it they wait in every run. */
    private Optional<String> adopt(SourceConfiguration source) {
        return life.unadopted(source)
                .map(waiting -> waiting + " Link by updated.csv of a dry run: rollcall import updated.csv --plan.");
    }

    static String label(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
