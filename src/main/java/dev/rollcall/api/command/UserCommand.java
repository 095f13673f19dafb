package dev.rollcall.api.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "user",
        description = "Shows a user, makes one no source knows, or changes one by hand.",
        subcommands = {
            ShowUserCommand.class,
            CreateUserCommand.class,
            EditUserCommand.class,
            DeactivateUserCommand.class,
            ActivateUserCommand.class
        })
final class UserCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Missing what to do: show, create, edit, deactivate or activate.");
    }
}
