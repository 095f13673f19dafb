package dev.rollcall.notice;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.Notices.Kind;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.run.RunEnded;
import dev.rollcall.run.RunSummary.Counts;
import dev.rollcall.run.Trigger;
import dev.rollcall.source.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns the end of a run into notices, in the transaction that ends it. */
@Component
class RunNotices {
    private final NoticeBoard board;
    private final Configuration configuration;

    RunNotices(NoticeBoard board, Configuration configuration) {
        this.board = board;
        this.configuration = configuration;
    }

    @EventListener
    void ended(RunEnded run) {
        Problem failure = run.failure();
        About about = about(run);
        if (run.askedBy() == Trigger.By.DISCOVERY) {
            // somebody looks at fields, and has the answer
            return;
        }
        if (failure != null) {
            board.report(about, Kind.RUN_FAILED, new Cause(0, failure.code(), failure.code()), run.at());
            return;
        }
        board.gone(about, Kind.RUN_FAILED);
        if (run.dryRun()) {
            tested(run, about);
            return;
        }
        board.gone(about, Kind.TEST_RESULTS);
        if (run.judged()) {
            Map<Kind, Cause> causes = Causes.of(run);
            for (Kind kind : Causes.JUDGED) {
                @Nullable Cause cause = causes.get(kind);
                if (cause == null) {
                    board.gone(about, kind);
                } else {
                    board.report(about, kind, cause, run.at());
                }
            }
        }
    }

    /** Who asks for a test is told each time; of a schedule's, one notice is enough until the source is enabled. */
    private void tested(RunEnded run, About about) {
        Counts counts = run.summary().counts();
        String text =
                "The test of the integration for %s is done: %s would be created, %d updated, %d would lose access. The results can be downloaded for %d hours."
                        .formatted(
                                about.title(),
                                Wording.counted(counts.created(), "user"),
                                counts.updated(),
                                counts.removed(),
                                configuration
                                        .directory(about.directory())
                                        .terms()
                                        .resultsExpireAfter()
                                        .toHours());
        long users = counts.created() + counts.updated() + counts.removed();
        switch (run.askedBy()) {
            case REST, COMMAND -> board.tell(about, Kind.TEST_RESULTS, new Cause(users, "", text), run.at());
            case SCHEDULE, WEBHOOK, CLOCK, DISCOVERY, DISCONNECTION ->
                board.reportOnce(about, Kind.TEST_RESULTS, new Cause(users, "", text), run.at());
        }
    }

    private About about(RunEnded run) {
        String directory = run.summary().directory();
        String source = run.summary().source();
        SourceConfiguration configured = configuration.sources().get(source);
        return new About(
                directory,
                source,
                // a clock run is of the whole directory
                configured == null ? directory : configured.title(),
                run.summary().run(),
                "/api/runs/" + run.summary().run().value());
    }
}
