package dev.rollcall.run;

import dev.rollcall.config.ConfigCode;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.Requirements;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.source.Code;
import dev.rollcall.source.Problem;
import java.util.ArrayList;
import java.util.List;

/** What a run's records lack without being refused for it (rows 38, 39, 45): counted, and nobody named. */
final class Warnings {
    private final List<String> recommended;
    private final Vocabulary vocabulary;
    private final long[] missing;
    private long unplaced;

    Warnings(DirectoryConfiguration directory) {
        this.recommended = directory.recommend();
        this.vocabulary = directory.vocabulary();
        this.missing = new long[recommended.size()];
    }

    /** Looks at one accepted employee, before anything is withheld. */
    void look(Profile profile) {
        for (int i = 0; i < missing.length; i++) {
            if (!Requirements.carries(profile, recommended.get(i))) {
                missing[i]++;
            }
        }
        if (!vocabulary.places().isEmpty() && !vocabulary.blanked(profile).isEmpty()) {
            unplaced++;
        }
    }

    List<String> messages(String where) {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] > 0) {
                messages.add(message(
                        where,
                        ConfigCode.RECOMMENDED_EMPTY,
                        "%,d records have no %s, which the directory recommends. They are taken as they are."
                                .formatted(missing[i], recommended.get(i))));
            }
        }
        if (unplaced > 0) {
            messages.add(message(
                    where,
                    ConfigCode.UNKNOWN_PLACE,
                    "%,d records have a location that is none of the directory's; it is left blank. Add the places, or aliases, under locations:."
                            .formatted(unplaced)));
        }
        return messages;
    }

    private static String message(String where, Code code, String message) {
        return new Problem(where, code.id(), message).toString();
    }
}
