package dev.rollcall.run;

import dev.rollcall.run.database.EmbeddedServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link KilledRun} in a process of its own.
 *
 * <p>Fifty of them start: the first leaves an archive of its classes, with which the others start in a third of the time.
 * Such an archive can only be made of jars, so the folders of the class path are packed into one.
 */
final class KilledProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private KilledProcess(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Packs the classes and makes one whole run with them. */
    static void prepare(Path folder, EmbeddedServer server, String directory, int round)
            throws IOException, InterruptedException {
        pack(jar(folder));
        try (KilledProcess first =
                start(folder, "-XX:ArchiveClassesAtExit=" + archive(folder), server, directory, round)) {
            if (!first.rest().contains("@SETTLED") || !first.process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the first run did not come to its end");
            }
        }
    }

    static KilledProcess start(Path folder, EmbeddedServer server, String directory, int round) throws IOException {
        return start(folder, "-XX:SharedArchiveFile=" + archive(folder), server, directory, round);
    }

    private static KilledProcess start(Path folder, String option, EmbeddedServer server, String directory, int round)
            throws IOException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable", // warnings about the archive would stand between the words
                option,
                "-cp",
                classPath(folder),
                KilledRun.class.getName(),
                server.url("postgres"),
                server.user(),
                server.password(),
                directory,
                Integer.toString(round));
        return new KilledProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** The next word it says about itself; none when it ended. */
    @Nullable
    String word() throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith("@")) {
            line = out.readLine();
        }
        return line;
    }

    /** What it still said until its end. */
    List<String> rest() throws IOException {
        List<String> words = new ArrayList<>();
        for (String word = word(); word != null; word = word()) {
            words.add(word);
        }
        return words;
    }

    /** Lets it go on for so long, or to its end. */
    void go(int millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** As kill -9 does; through its handle, since the process itself would close its output, which is still read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        out.close();
    }

    private static Path jar(Path folder) {
        return folder.resolve("classes.jar");
    }

    private static Path archive(Path folder) {
        return folder.resolve("classes.jsa");
    }

    private static String classPath(Path folder) {
        List<String> entries = new ArrayList<>(List.of(jar(folder).toString()));
        entries().filter(Files::isRegularFile).map(Path::toString).forEach(entries::add);
        return String.join(File.pathSeparator, entries);
    }

    private static Stream<Path> entries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }

    private static void pack(Path jar) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(0);
            for (Path root : entries().filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(file -> file.toString().endsWith(".class")).forEach(file -> add(zip, root, file));
                }
            }
        }
    }

    private static void add(ZipOutputStream zip, Path root, Path file) {
        try {
            zip.putNextEntry(new ZipEntry(root.relativize(file).toString()));
            Files.copy(file, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
