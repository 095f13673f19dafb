package dev.rollcall.api.command;

import dev.rollcall.api.DecisionView;
import dev.rollcall.api.Operations;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "release", description = "Applies what is held in a run's plan, as it was shown.")
final class ReleaseCommand extends DirectoryCommand {
    @Parameters(index = "0", paramLabel = "RUN", description = "The run, as it was named when it was held.")
    private String run = "";

    @Parameters(
            index = "1..*",
            paramLabel = "USER",
            arity = "0..*",
            description = "External ids, to decide about these only.")
    private List<String> users = new ArrayList<>();

    @Override
    int run(Operations operations, Output output) {
        DecisionView decision = operations.release(run, users);
        output.print(
                "released  run=%s: %,d actions applied%s."
                        .formatted(
                                run,
                                decision.decided(),
                                decision.skipped() == 0
                                        ? ""
                                        : "; %,d skipped, since they, or what is said of them, changed meanwhile: the next run plans them anew"
                                                .formatted(decision.skipped())),
                decision);
        return ExitStatus.DONE;
    }
}
