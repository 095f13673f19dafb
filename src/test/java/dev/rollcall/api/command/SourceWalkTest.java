package dev.rollcall.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.RollcallAmongTests;
import dev.rollcall.TestDatabase;
import dev.rollcall.api.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder to a source that is enabled, as the wizards of the guides lead there. */
class SourceWalkTest {
    @TempDir
    Path home;

    @Test
    @Acceptance(129)
    void grantAuthoriseFilterFinishAndMapMoreLaterAreFiveCommands() throws IOException {
        Files.createDirectories(home.resolve("routes"));
        Files.createDirectories(home.resolve("mappings"));
        Files.writeString(home.resolve("mappings/people.directory.yaml"), "directory: people\nconsent: required\n");
        List<String> settings = new ArrayList<>();
        TestDatabase.fresh((name, value) -> settings.add("--" + name + "=" + value.get()));
        Shell shell = new Shell(RollcallAmongTests.class, home, settings);
        Path sample = Files.writeString(home.resolve("sample.csv"), """
            Staff Number,First Name,Surname,Work E-mail,Department,Status,Badge Colour
            0017,Nora,Verhoeven,nora@real.example.org,Sales,Active,red
            0018,Jan,Peeters,jan@real.example.org,Finance,Active,blue
            """);

        Outcome made = shell.call("new", "acme", "--from", sample.toString());
        assertThat(made.status()).as(made.err()).isZero();
        Path mapping = home.resolve("mappings/acme.yaml");
        Files.writeString(
                mapping, Files.readString(mapping) + "\nfilters: [{ include: department, values: [sales] }]\n");
        assertThat(shell.call("check").out()).contains("No problems.");

        Outcome granted = shell.call("accept", "acme", "--by", "An Peeters");
        Outcome plan = shell.call("plan", "acme", "--file", sample.toString());
        Outcome enabled = shell.call("enable", "acme");
        Outcome stands = shell.call("sources");

        assertThat(granted.out()).contains("sub-processor", "accepted  source=acme by=An Peeters");
        assertThat(plan.status()).as(plan.err() + plan.out()).isZero();
        assertThat(plan.out()).contains("would apply 1 creates", "1 records are kept out by a filter");
        assertThat(enabled.status()).as(enabled.err()).isZero();
        assertThat(stands.out()).containsPattern("acme +enabled +directory=people");

        Files.writeString(
                mapping, Files.readString(mapping).replace("employee:\n", "employee:\n  custom.badge: Badge Colour\n"));
        Outcome more = shell.call("plan", "acme", "--file", sample.toString());
        assertThat(more.status()).as(more.err() + more.out()).isZero();
        assertThat(more.out()).contains("would apply 1 creates");
        assertThat(shell.call("sources").out()).containsPattern("acme +enabled +directory=people");
    }
}
