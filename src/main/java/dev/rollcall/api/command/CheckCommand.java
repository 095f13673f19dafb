package dev.rollcall.api.command;

import dev.rollcall.config.Check;
import dev.rollcall.source.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "check",
        description = "Checks routes, mappings and directories, and names every problem with its file and line.")
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RollcallCommand root;

    @Override
    public Integer call() {
        List<Problem> problems = Check.run(root.home());
        root.output().print(Check.text(problems), problems);
        return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.PROBLEMS;
    }
}
