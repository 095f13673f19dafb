package dev.rollcall.run.database;

import dev.rollcall.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that starts the server, prints its port, and stays until it is killed or its input ends. */
final class OwnerProcess implements AutoCloseable {
    private final Process process;

    private OwnerProcess(Process process) {
        this.process = process;
    }

    public static void main(String[] args) throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(new DataFolder(Path.of(args[0]), Path.of(args[1])))) {
            System.out.println("READY " + server.url());
            System.in.read();
        } catch (DatabaseUnavailable e) {
            System.out.println("REFUSED " + e.getMessage() + " " + e.remedy());
        }
    }

    static OwnerProcess start(Path root) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwnerProcess.class.getName(),
                        root.toString(),
                        TestDatabase.binaries().toString())
                .redirectError(new File("target/owner-process.log"))
                .start();
        return new OwnerProcess(process);
    }

    /** The first line that begins with one of the two words above. */
    String answer() throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("READY") || line.startsWith("REFUSED")) {
                return line;
            }
        }
        throw new IOException("the process ended without an answer");
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
