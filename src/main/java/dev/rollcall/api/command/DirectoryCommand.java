package dev.rollcall.api.command;

import dev.rollcall.api.Operations;
import dev.rollcall.api.RunView;
import dev.rollcall.source.Problem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that needs the directory: the server's, or a runtime of its own. */
@Command
abstract class DirectoryCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public final Integer call() throws IOException {
        RollcallCommand root = (RollcallCommand) spec.root().userObject();
        try (Connection connection = root.connect()) {
            return run(connection.operations(), root.output());
        }
    }

    /** What the command does; its result is the exit status. */
    abstract int run(Operations operations, Output output) throws IOException;

    /** Tells how a run ended. */
    static int tell(RunView run, Operations operations, Output output, String more) {
        List<Problem> rejections =
                run.counts().rejected() > 0 || run.hasFailed() ? operations.rejections(run.id()) : List.of();
        output.print(RunText.of(run, rejections) + more, run);
        if (run.hasFailed()) {
            return ExitStatus.PROBLEMS;
        }
        return run.counts().held() > 0 ? ExitStatus.HELD : ExitStatus.DONE;
    }

    /** What somebody has to know who wanted a real run and got a dry one (acceptance D33). */
    static String notEnabled(RunView run, boolean dryRunWanted) {
        return run.dryRun() && !dryRunWanted
                ? "\n    The source is not enabled, so nothing was changed. Look at the plan, then: rollcall enable "
                        + run.source()
                : "";
    }
}
