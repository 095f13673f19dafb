package dev.rollcall.correlation;

import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Profile;
import java.util.List;
import java.util.Optional;

/** What a record without a link is compared by, in the order the directory writes (acceptance D2). */
public enum MatchKey {
    EXTERNAL_ID,
    EMPLOYEE_NUMBER,
    MEMBERSHIP_NUMBER,
    USER_NAME,
    EMAIL;

    /** The text two people are compared by, folded; empty for external ids and addresses, which have columns. */
    private Optional<String> of(Profile profile) {
        Optional<String> value = switch (this) {
            case EMPLOYEE_NUMBER -> profile.text(Attribute.EMPLOYEE_NUMBER);
            case MEMBERSHIP_NUMBER -> profile.text(Attribute.MEMBERSHIP_NUMBER);
            case USER_NAME -> profile.text(Attribute.USER_NAME);
            case EXTERNAL_ID, EMAIL -> Optional.empty();
        };
        return value.map(text -> name() + ":" + Folding.fold(text));
    }

    /** The keys of one person, of these kinds, in their order. */
    public static List<String> of(Profile profile, List<MatchKey> kinds) {
        return kinds.stream().flatMap(kind -> kind.of(profile).stream()).toList();
    }
}
