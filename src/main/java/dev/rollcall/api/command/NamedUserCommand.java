package dev.rollcall.api.command;

import dev.rollcall.api.Operations;
import dev.rollcall.api.UserEdit;
import dev.rollcall.api.UserOperations;
import dev.rollcall.api.UserView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A command about one user there is. */
@Command
abstract class NamedUserCommand extends DirectoryCommand {
    @Parameters(index = "0", paramLabel = "DIRECTORY", description = "The directory, as its file is named.")
    private String directory = "";

    @Parameters(index = "1", paramLabel = "USER", description = "External id, e-mail address or id.")
    private String user = "";

    @Override
    int run(Operations operations, Output output) {
        UserView view = run(operations.users(), directory, user);
        output.print(UserText.of(view), view);
        return ExitStatus.DONE;
    }

    /** What the command does; its result is shown. */
    abstract UserView run(UserOperations users, String directory, String user);

    static UserView access(UserOperations users, String directory, String user, boolean active) {
        return users.edit(directory, user, new UserEdit(null, active, null));
    }
}
