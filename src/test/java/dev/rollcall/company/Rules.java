package dev.rollcall.company;

import java.util.List;

/**
 * The rules of a directory, in the words of its file.
 *
 * @param sources the one whose word counts first stands first
 * @param removal what is written after {@code removal:}
 */
public record Rules(
        Leaving whenInactive,
        Leaving whenAbsent,
        boolean leaveIsInactive,
        boolean preHiresWait,
        String removal,
        String quarantine,
        List<String> sources) {
    public Rules {
        sources = List.copyOf(sources);
    }

    /** The answers to a status and to an absence. */
    public enum Leaving {
        NOTHING,
        TOGGLE,
        DEACTIVATE,
        DELETE;

        String word() {
            return switch (this) {
                case NOTHING -> "nothing";
                case TOGGLE -> "toggle-participation";
                case DEACTIVATE -> "deactivate";
                case DELETE -> "delete";
            };
        }
    }

    /** The directory file. */
    public String text() {
        return """
                require: [givenName, familyName, email]
                match: [externalId, employeeNumber, email]
                adoption: automatic
                timeZone: Europe/Brussels
                precedence: { "*": [%s] }
                lifecycle:
                  whenInactive: %s
                  whenAbsent: %s
                  leave: %s
                  preHires: %s
                  removal: %s
                  quarantine: %s
                """.formatted(
                        String.join(", ", sources),
                        whenInactive.word(),
                        whenAbsent.word(),
                        leaveIsInactive ? "inactive" : "employed",
                        preHiresWait ? "wait" : "create",
                        removal,
                        quarantine);
    }
}
