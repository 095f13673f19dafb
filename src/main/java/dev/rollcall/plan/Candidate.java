package dev.rollcall.plan;

import dev.rollcall.correlation.Match;
import dev.rollcall.directory.Evidence;
import dev.rollcall.employee.Profile;

/**
 * An employee whose user may have to change, and who that is.
 *
 * @param profile what the source carries now; for somebody absent or gone, what it carried last
 */
public record Candidate(String source, String key, Evidence evidence, Profile profile, Match match) {}
