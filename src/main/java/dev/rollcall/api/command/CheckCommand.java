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
        StringBuilder warnings = new StringBuilder();
        if (problems.isEmpty()) {
            Check.warnings(root.home())
                    .forEach(warning ->
                            warnings.append("warning  ").append(warning).append('\n'));
        }
        root.output().print(warnings + Check.text(problems), problems);
        return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.PROBLEMS;
    }
}
