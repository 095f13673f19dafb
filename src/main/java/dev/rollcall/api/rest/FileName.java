package dev.rollcall.api.rest;

import dev.rollcall.api.ApiCode;
import java.util.regex.Pattern;

/** The name of a file somebody sends, as it will stand in messages. */
final class FileName {
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}/\\\\]{1,200}");

    private FileName() {}

    static String checked(String name) {
        if (!PLAIN.matcher(name).matches()) {
            throw ApiCode.BAD_REQUEST.at("name", "expected the name of a file, without a folder.");
        }
        return name;
    }
}
