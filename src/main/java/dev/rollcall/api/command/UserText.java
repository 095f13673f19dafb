package dev.rollcall.api.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.api.UserView;

/** A user in words: where he stands, and a line for each of his values. */
final class UserText {
    private UserText() {}

    static String of(UserView user) {
        StringBuilder text = new StringBuilder("user  id=%s %s: %s%s"
                .formatted(
                        user.id(),
                        user.externalId() == null ? "of no source" : "externalId=" + user.externalId(),
                        user.access(),
                        user.suspended() ? ", suspended" : ""));
        if (user.edited()) {
            text.append("; the next run of his source sets back what it carries");
        }
        user.attributes()
                .properties()
                .forEach(value -> text.append("\n    ")
                        .append(value.getKey())
                        .append(": ")
                        .append(plain(value.getValue())));
        return text.toString();
    }

    private static String plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
