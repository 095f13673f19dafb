package dev.rollcall.api.command;

import dev.rollcall.api.UserOperations;
import dev.rollcall.api.UserView;
import picocli.CommandLine.Command;

@Command(name = "show", description = "Shows a user and his values; what is sensitive is not told.")
final class ShowUserCommand extends NamedUserCommand {
    @Override
    UserView run(UserOperations users, String directory, String user) {
        return users.show(directory, user);
    }
}
