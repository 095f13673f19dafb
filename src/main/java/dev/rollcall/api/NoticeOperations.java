package dev.rollcall.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person can ask about notices. */
public interface NoticeOperations {
    /**
     * Notices of a directory, newest first.
     *
     * @param before only older ones than this id
     */
    List<NoticeView> list(String directory, boolean unread, @Nullable Long before, int limit);

    NoticeView one(String directory, long id);

    /** Somebody has read it. */
    NoticeView markRead(String directory, long id);
}
