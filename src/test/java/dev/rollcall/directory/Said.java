package dev.rollcall.directory;

import dev.rollcall.directory.Employment.Tie;
import dev.rollcall.employee.Written;

/** What sources say of one person, as a test writes it; he is number 1 in each of them. */
public final class Said {
    private Said() {}

    /** An authoritative source has him, and he was linked before. */
    public static Employment by(String source, String profile) {
        return by(source, Tie.LINKED, profile);
    }

    public static Employment by(String source, Tie tie, String profile) {
        return present(source, Role.AUTHORITATIVE, tie, profile);
    }

    /** A source that adds values has him. */
    public static Employment complementBy(String source, String profile) {
        return complementBy(source, Tie.LINKED, profile);
    }

    public static Employment complementBy(String source, Tie tie, String profile) {
        return present(source, Role.COMPLEMENT, tie, profile);
    }

    private static Employment present(String source, Role role, Tie tie, String profile) {
        return new Employment(
                source, "1", role, Evidence.PRESENT, Written.profile(profile), tie, source + ".csv:2", null);
    }

    /** The same person, of whom the source says this by now. */
    public static Employment now(Evidence evidence, Employment said) {
        return new Employment(
                said.source(), said.key(), said.role(), evidence, said.profile(), said.tie(), null, said.clause());
    }

    /** The same person, with the filter that keeps him out. */
    public static Employment filteredOut(String clause, Employment said) {
        return withClause(clause, now(Evidence.OUT_OF_SCOPE, said));
    }

    /** The same person; a filter is to blame for what becomes of him. */
    public static Employment withClause(String clause, Employment said) {
        return new Employment(
                said.source(),
                said.key(),
                said.role(),
                said.evidence(),
                said.profile(),
                said.tie(),
                said.origin(),
                clause);
    }

    /** Another record of the same person in the same source. */
    public static Employment underKey(String key, Employment said) {
        return new Employment(
                said.source(),
                key,
                said.role(),
                said.evidence(),
                said.profile(),
                said.tie(),
                said.origin(),
                said.clause());
    }
}
