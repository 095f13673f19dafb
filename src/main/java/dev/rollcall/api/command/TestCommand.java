package dev.rollcall.api.command;

import dev.rollcall.config.MappingTests;
import dev.rollcall.config.TestReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "test",
        description = "Runs the tests in mappings and under mappings/examples/, and names lines no test reaches.")
final class TestCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RollcallCommand root;

    @Override
    public Integer call() {
        TestReport report = MappingTests.run(root.home());
        root.output().print(report.text(), report);
        return report.passed() ? ExitStatus.DONE : ExitStatus.PROBLEMS;
    }
}
