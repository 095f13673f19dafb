package dev.rollcall.api.command;

import dev.rollcall.api.NoticeOperations;
import dev.rollcall.api.NoticeView;
import dev.rollcall.api.Operations;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "notices", description = "Shows what happened that people are told of, newest first.")
final class NoticesCommand extends DirectoryCommand {
    private static final int MOST = 50;

    @Parameters(paramLabel = "DIRECTORY", description = "The directory, as its file is named.")
    private String directory = "";

    @Option(names = "--unread", description = "Only those that nobody has read.")
    private boolean unread;

    @Option(names = "--read", paramLabel = "NUMBER", description = "Marks one as read, and shows it.")
    private @Nullable Long read;

    @Override
    int run(Operations operations, Output output) {
        NoticeOperations notices = operations.notices();
        if (read != null) {
            NoticeView view = notices.markRead(directory, read);
            output.print(text(view), view);
            return ExitStatus.DONE;
        }
        List<NoticeView> views = notices.list(directory, unread, null, MOST);
        output.print(
                views.isEmpty()
                        ? "No notices."
                        : views.stream().map(NoticesCommand::text).collect(Collectors.joining("\n")),
                views);
        return ExitStatus.DONE;
    }

    private static String text(NoticeView notice) {
        return "%d  %s  %s%s\n    %s\n    %s"
                .formatted(
                        notice.id(),
                        notice.raisedAt(),
                        notice.title(),
                        notice.readAt() == null ? "" : "  (read)",
                        notice.text(),
                        notice.link());
    }
}
