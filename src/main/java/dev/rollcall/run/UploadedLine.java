package dev.rollcall.run;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Email;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a plan's file that came back, as an administrator left it.
 *
 * @param line its number in the file
 * @param user null for somebody to be created
 * @param externalId {@code <source>:<key>}
 * @param preHire whether the user to be created gets access later
 */
record UploadedLine(
        long line,
        @Nullable UUID user,
        String externalId,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        boolean preHire) {
    String source() {
        return externalId.substring(0, externalId.indexOf(':'));
    }

    String key() {
        return externalId.substring(externalId.indexOf(':') + 1);
    }

    /**
     * What the file tells of the user; the rest comes with his source's next run.
     *
     * @param fullName whether the directory knows people by one name
     */
    Profile profile(boolean fullName) {
        TreeMap<String, Value> values = new TreeMap<>();
        put(values, Attribute.GIVEN_NAME, firstName);
        put(values, fullName && firstName == null ? Attribute.FULL_NAME : Attribute.FAMILY_NAME, lastName);
        if (email != null) {
            values.put(Attribute.EMAILS.label(), new Value.Emails(List.of(new Email(Email.Type.WORK, email))));
        }
        return new Profile(values);
    }

    private static void put(TreeMap<String, Value> values, Attribute attribute, @Nullable String text) {
        if (text != null) {
            values.put(attribute.label(), new Value.Text(text));
        }
    }

    @Override
    public String toString() {
        return "UploadedLine[" + line + "]";
    }
}
