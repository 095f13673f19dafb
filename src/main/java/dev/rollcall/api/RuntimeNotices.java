package dev.rollcall.api;

import dev.rollcall.notice.Links;
import dev.rollcall.notice.Notice;
import dev.rollcall.notice.NoticeBoard;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Notices in the process that holds the directory. */
@Service
class RuntimeNotices implements NoticeOperations {
    private final NoticeBoard board;
    private final Links links;
    private final DirectoryNames directories;

    RuntimeNotices(NoticeBoard board, Links links, DirectoryNames directories) {
        this.board = board;
        this.links = links;
        this.directories = directories;
    }

    @Override
    public List<NoticeView> list(String directory, boolean unread, @Nullable Long before, int limit) {
        directories.require(directory);
        return board.list(directory, unread, before, limit).stream()
                .map(this::view)
                .toList();
    }

    @Override
    public NoticeView one(String directory, long id) {
        directories.require(directory);
        return board.find(directory, id).map(this::view).orElseThrow(() -> noSuchNotice(directory));
    }

    @Override
    public NoticeView markRead(String directory, long id) {
        directories.require(directory);
        return board.markRead(directory, id).map(this::view).orElseThrow(() -> noSuchNotice(directory));
    }

    private NoticeView view(Notice notice) {
        return NoticeView.of(notice, links.of(notice));
    }

    private static Refusal noSuchNotice(String directory) {
        return ApiCode.NO_SUCH_NOTICE.at(
                "directory=" + directory, "there is no notice of this number. See the directory's notices.");
    }
}
