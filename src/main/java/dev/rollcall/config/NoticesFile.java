package dev.rollcall.config;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is told what, as a directory file says it. */
record NoticesFile(
        @Nullable @Key(value = "Address that mail comes from", example = "from: rollcall@example.com")
        String from,

        @Key(
                value = "Who gets mail",
                example = "recipients: [{ email: hr@example.com, role: administrator, off: [test-results] }]")
        List<To> recipients,

        @Key(
                value = "Kinds nobody gets, over every channel or over one: test-results, licenses, deletion-safeguard,"
                        + " user-conflicts, plan-held, withheld, run-failed, source-late, credentials",
                example = "off: [test-results, webhook:run-failed]")
        List<String> off,

        @Nullable
        @Key(
                value = "A server that gets every notice, signed",
                example = "webhook: { url: \"{{acme.notices-url}}\", secret: \"{{acme.notices-secret}}\" }")
        Hook webhook,

        At at) {
    /** Somebody who gets mail. */
    record To(
            @Nullable @Key(value = "How mail addresses this person", example = "name: HR office")
            String name,

            @Nullable @Key(value = "Address mail goes to", example = "email: hr@example.com", required = true)
            String email,

            @Key(value = "What the person is in the application", example = "role: superuser", required = true)
            Notices.@Nullable Role role,

            @Key(value = "Kinds this person does not get, as in notices.off", example = "off: [test-results]")
            List<String> off,

            At at) {}

    /** A server that is called. */
    record Hook(
            @Nullable
            @Key(
                    value = "Where it listens: https, or a setting that holds it",
                    example = "url: \"{{acme.notices-url}}\"",
                    required = true)
            String url,

            @Nullable
            @Key(
                    value = "Setting with the key of the signature",
                    example = "secret: \"{{acme.notices-secret}}\"",
                    required = true)
            String secret,

            At at) {}
}
