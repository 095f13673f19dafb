package dev.rollcall.api.command;

import dev.rollcall.api.ApiCode;
import dev.rollcall.config.NewSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "new",
        description = "Writes a first mapping, route and example for a source, as a sample of its records suggests.")
final class NewCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RollcallCommand root;

    @Parameters(paramLabel = "SOURCE", description = "How the source is to be called.")
    private String source = "";

    @Option(
            names = "--from",
            paramLabel = "FILE",
            required = true,
            description = "A CSV file with a header, an answer of an API as JSON (.json), or XML (.xml).")
    private Path from = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(from) || Files.isDirectory(from)) {
            throw ApiCode.NO_FILE.at(from.toString(), "there is no such file, or it cannot be read.");
        }
        Optional<String> obstacle = NewSource.obstacle(root.home(), source, from);
        if (obstacle.isPresent()) {
            throw ApiCode.NO_SAMPLE.at("source=" + source, obstacle.get() + ".");
        }
        NewSource.Written written = NewSource.write(root.home(), source, from);
        StringBuilder text = new StringBuilder("Written, to be read and corrected:");
        written.files().forEach(file -> text.append("\n    ").append(file));
        if (!written.notes().isEmpty()) {
            text.append("\nNot guessed:");
            written.notes().forEach(note -> text.append("\n    ").append(note).append('.'));
        }
        text.append("\nNext: rollcall check, rollcall test, rollcall plan ")
                .append(source)
                .append(" --file ")
                .append(from);
        root.output().print(text.toString(), written);
        return ExitStatus.DONE;
    }
}
