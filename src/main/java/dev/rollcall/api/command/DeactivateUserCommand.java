package dev.rollcall.api.command;

import dev.rollcall.api.UserOperations;
import dev.rollcall.api.UserView;
import picocli.CommandLine.Command;

@Command(
        name = "deactivate",
        description = "Takes a user's access; a source that manages him gives it back at its next run."
                + " Whoever must stay out: rollcall suspend.")
final class DeactivateUserCommand extends NamedUserCommand {
    @Override
    UserView run(UserOperations users, String directory, String user) {
        return access(users, directory, user, false);
    }
}
