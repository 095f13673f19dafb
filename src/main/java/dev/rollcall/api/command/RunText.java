package dev.rollcall.api.command;

import dev.rollcall.api.RunView;
import dev.rollcall.run.RunSummary.Counts;
import dev.rollcall.source.Problem;
import java.util.List;

/** A run in words: counts and what to do next, nobody's name. */
final class RunText {
    private static final int REJECTIONS = 10;

    private RunText() {}

    static String of(RunView run, List<Problem> rejections) {
        Counts counts = run.counts();
        StringBuilder text = new StringBuilder("%s  source=%s run=%s".formatted(title(run), run.source(), run.id()));
        if (!run.hasFailed()) {
            text.append(": %s %,d creates, %,d updates, %,d losses of access; %,d unchanged."
                    .formatted(
                            run.dryRun() ? "would apply" : "applied",
                            counts.created(),
                            counts.updated(),
                            counts.removed(),
                            counts.unchanged()));
        }
        run.messages().forEach(message -> line(text, message));
        if (counts.rejected() > 0) {
            line(text, "%,d of %,d records were rejected:".formatted(counts.rejected(), counts.records()));
        }
        rejections.stream().limit(REJECTIONS).forEach(problem -> line(text, "    " + problem));
        if (rejections.size() > REJECTIONS) {
            line(text, "    and more; see /api/runs/" + run.id() + "/rejections");
        }
        if (counts.outOfScope() > 0) {
            line(text, "%,d records are kept out by a filter.".formatted(counts.outOfScope()));
        }
        if (counts.withheld() > 0) {
            line(text, "%,d changes are withheld by a conflict; the plan names them.".formatted(counts.withheld()));
        }
        if (counts.held() > 0) {
            line(text, held(run));
        }
        return text.toString();
    }

    private static String title(RunView run) {
        return switch (run.state()) {
            case "held" -> "run held";
            case "planned" -> "dry run done";
            case "failed" -> run.dryRun() ? "dry run failed" : "run failed";
            default -> "run " + run.state();
        };
    }

    private static String held(RunView run) {
        return run.dryRun()
                ? "%,d actions would be held until somebody releases them."
                        .formatted(run.counts().held())
                : "%,d actions are held. See /api/runs/%s/plan; apply them with `rollcall release %s`, or keep the users with `rollcall reject %s`."
                        .formatted(run.counts().held(), run.id(), run.id(), run.id());
    }

    private static void line(StringBuilder text, String line) {
        text.append("\n    ").append(line);
    }
}
