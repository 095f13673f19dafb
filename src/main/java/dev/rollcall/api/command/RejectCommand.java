package dev.rollcall.api.command;

import dev.rollcall.api.DecisionView;
import dev.rollcall.api.Operations;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "reject",
        description = "Keeps the users of a held plan as they are, until what their source says of them changes.")
final class RejectCommand extends DirectoryCommand {
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
        DecisionView decision = operations.reject(run, users);
        output.print(
                "rejected  run=%s: %,d actions will not be applied; `rollcall release %s` undoes this."
                        .formatted(run, decision.decided(), run),
                decision);
        return ExitStatus.DONE;
    }
}
