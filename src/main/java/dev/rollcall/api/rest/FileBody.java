package dev.rollcall.api.rest;

import dev.rollcall.api.ApiCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** A file that is a request's body: not a form, which is taken apart for its fields before anybody reads the file. */
final class FileBody {
    private FileBody() {}

    /** Refuses forms; a body of any other kind, or of none, is the file. */
    static void check(HttpHeaders headers) {
        @Nullable MediaType type = type(headers);
        if (type != null
                && (MediaType.APPLICATION_FORM_URLENCODED.includes(type)
                        || type.getType().equals("multipart"))) {
            throw ApiCode.BAD_REQUEST.at(
                    "Content-Type",
                    "found %s/%s, which is a form's; expected the file itself as the body. Say what it is, for example `Content-Type: text/csv` (curl: -H 'Content-Type: text/csv' --data-binary @FILE)."
                            .formatted(type.getType(), type.getSubtype()));
        }
    }

    private static @Nullable MediaType type(HttpHeaders headers) {
        try {
            return headers.getContentType();
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }
}
