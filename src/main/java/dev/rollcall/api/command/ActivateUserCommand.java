package dev.rollcall.api.command;

import dev.rollcall.api.UserOperations;
import dev.rollcall.api.UserView;
import picocli.CommandLine.Command;

@Command(
        name = "activate",
        description = "Gives a user access; a source that manages him takes it again at its next run if he has left.")
final class ActivateUserCommand extends NamedUserCommand {
    @Override
    UserView run(UserOperations users, String directory, String user) {
        return access(users, directory, user, true);
    }
}
