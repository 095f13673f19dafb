package dev.rollcall.api.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "serve",
        description = "Runs the server: routes, schedules, REST. What is done when no command is given.")
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RollcallCommand root;

    ServeCommand() {}

    ServeCommand(RollcallCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (root == null) {
            throw new IllegalStateException("a command without its parent");
        }
        root.runtime().serve();
        return ExitStatus.GOES_ON;
    }
}
