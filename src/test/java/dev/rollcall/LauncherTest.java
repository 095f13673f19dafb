package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir
    Path temp;

    private Path launcher = Path.of("");

    @BeforeEach
    void install() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("with space"));
        launcher = Files.copy(Path.of("src/main/scripts/rollcall"), folder.resolve("rollcall"));
        Files.writeString(folder.resolve("rollcall.jar"), "");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void itFindsItsJarThroughSymbolicLinksAndKeepsTheArgumentsWhole() throws Exception {
        Path first = Files.createSymbolicLink(temp.resolve("first"), Path.of("with space/rollcall"));
        Path second = Files.createSymbolicLink(temp.resolve("second"), first);

        Outcome outcome = run(second, java("21", temp.resolve("jdk")), "plan", "my source");

        assertThat(outcome.text())
                .contains("<" + temp.toRealPath() + "/with space/rollcall.jar>", "<plan>", "<my source>");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        java("21", temp.resolve("jvms/new"));

        assertThat(run(launcher, java("17", temp.resolve("old")), "check").text())
                .contains("<check>", "jvms/new");
    }

    @Test
    void withoutAJavaThatWillDoItSaysWhatItLookedAt() throws Exception {
        Outcome outcome = run(launcher, java("17", temp.resolve("old")), "check");

        assertThat(outcome.text())
                .contains("needs Java 21 or newer", temp.resolve("old") + "/bin/java: version 17", "set JAVA_HOME");
        assertThat(outcome.status()).isEqualTo(2);
    }

    @Test
    void withoutItsJarItSaysHowToBuildIt() throws Exception {
        Files.delete(launcher.resolveSibling("rollcall.jar"));

        assertThat(run(launcher, java("21", temp.resolve("jdk")), "check").text())
                .contains("rollcall.jar is not there", "mvn -B verify");
    }

    private static Path java(String version, Path home) throws IOException {
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                [ "$1" != -version ] || { echo 'openjdk version "%s.0.1"' >&2; exit; }
                echo "$0"
                for argument; do echo "<$argument>"; done
                """.formatted(version));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private Outcome run(Path program, Path javaHome, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(Path.of("/").toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("ROLLCALL_JVMS", temp.resolve("jvms").toString());
        builder.environment().put("PATH", pathWithoutJava());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    // the programs the script needs, in a folder without a java
    private String pathWithoutJava() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("bin"));
        for (String program : List.of("sed", "head", "dirname", "readlink")) {
            Path real =
                    Files.exists(Path.of("/bin", program)) ? Path.of("/bin", program) : Path.of("/usr/bin", program);
            Path wrapper = Files.writeString(folder.resolve(program), "#!/bin/sh\nexec " + real + " \"$@\"\n");
            assertThat(wrapper.toFile().setExecutable(true)).isTrue();
        }
        return folder.toString();
    }

    private record Outcome(int status, String text) {}
}
