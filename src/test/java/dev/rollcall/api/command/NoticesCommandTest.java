package dev.rollcall.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.RollcallAmongTests;
import dev.rollcall.RunningRollcall;
import dev.rollcall.api.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesCommandTest extends RunningRollcall {
    private final String source = freshDirectory();
    private final Shell shell = new Shell(RollcallAmongTests.class, HOME, List.of());

    @TempDir
    Path temp;

    @Test
    void noticesAreShownAndMarkedAsRead() throws IOException {
        assertThat(shell.call("notices", source).out()).contains("No notices.");
        Path file = Files.writeString(
                temp.resolve("people.csv"),
                "ID,Employee ID,First Name,Last Name,Email,Title,Department,Location,Teams,Manager,Status,Start,End,"
                        + "Picture,Shirt\n1,,Given,Family,q1@example.com,,,,,,A,,,,\n");
        shell.call("plan", source, "--file", file.toString());

        Outcome shown = shell.call("notices", source, "--unread");

        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("Integration test results ready", "1 user would be created", "/api/runs/");
        String number = shown.out().substring(0, shown.out().indexOf(' '));
        assertThat(shell.call("notices", source, "--read", number).out()).contains("(read)");
        assertThat(shell.call("notices", source, "--unread").out()).contains("No notices.");
        assertThat(shell.call("notices", source, "--format", "json").out()).contains("\"kind\" : \"test-results\"");
        assertThat(shell.call("notices", "nowhere").status()).isEqualTo(ExitStatus.PROBLEMS);
    }
}
