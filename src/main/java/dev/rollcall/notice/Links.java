package dev.rollcall.notice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses as people follow them. */
@Component
public class Links {
    private final String base;

    Links(@Value("${rollcall.url:}") String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** Where one sees more; the path alone when nobody set the server's address. */
    public String of(Notice notice) {
        return base + notice.path();
    }
}
