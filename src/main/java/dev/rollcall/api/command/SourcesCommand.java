package dev.rollcall.api.command;

import dev.rollcall.api.Operations;
import dev.rollcall.api.SourceView;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(name = "sources", description = "Shows where each source stands, and what a person does next.")
final class SourcesCommand extends DirectoryCommand {
    @Override
    int run(Operations operations, Output output) {
        List<SourceView> sources = operations.sources();
        output.print(sources.stream().map(SourcesCommand::line).collect(Collectors.joining("\n")), sources);
        return ExitStatus.DONE;
    }

    private static String line(SourceView source) {
        StringBuilder line = new StringBuilder("%-20s %-12s directory=%s configuration=%s"
                .formatted(
                        source.source(),
                        source.stage(),
                        source.directory(),
                        source.configuration()
                                .substring(0, Math.min(8, source.configuration().length()))));
        if (source.lastSuccessAt() != null) {
            line.append(" lastSuccess=").append(source.lastSuccessAt());
        }
        if (source.lastProblem() != null) {
            line.append("\n    ").append(source.lastProblem());
        }
        if (source.next() != null) {
            line.append("\n    ").append(source.next());
        }
        return line.toString();
    }
}
