package dev.rollcall.run;

import dev.rollcall.config.Requirements;
import dev.rollcall.correlation.MatchKey;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.Role;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Employee;
import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Profile;
import dev.rollcall.lifecycle.Lifecycle;
import dev.rollcall.lifecycle.Standing;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.run.StagedRecord.Kind;
import dev.rollcall.run.StagedRecord.Marks;
import dev.rollcall.source.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns mapping results into staged records: judges scope before anything is written, and hides references.
 *
 * <p>Leaving is judged first: a refused record from which key and leaving can be read still takes access (D18).
 */
final class PageStager {
    private static final int DIGEST_LENGTH = 16;
    private static final int LISTED_PROBLEMS = 1_000;
    private static final byte[] TOMBSTONE = "gone".getBytes(StandardCharsets.UTF_8);

    private final OpenRun run;
    private final Function<Set<String>, Map<String, byte[]>> known;
    private final Requirements requirements;
    private final MessageDigest sha;
    private final List<Problem> problems = new ArrayList<>();
    private final LocalDate today;
    private int listed;

    /** @param known which of these keys are employees of the source already, and the digests they were accepted with */
    PageStager(OpenRun run, Function<Set<String>, Map<String, byte[]>> known) {
        this.run = run;
        this.known = known;
        this.requirements = new Requirements(run.directory.require());
        this.today = LocalDate.ofInstant(
                run.run.openedAt(), run.directory.lifecycle().zone());
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    List<StagedRecord> stage(MappedPage page) {
        List<StagedRecord> records = new ArrayList<>(page.results().size());
        Map<String, byte[]> accepted = known(page);
        for (MappingResult result : page.results()) {
            StagedRecord record = switch (result) {
                case MappingResult.Mapped mapped -> mapped(mapped, accepted);
                case MappingResult.Rejected rejected -> rejected(rejected);
            };
            byte[] identity = record.identity();
            if (identity != null) {
                run.seen.add(identity);
            }
            records.add(record);
        }
        return records;
    }

    /** What was refused since this was asked last; the first thousand of a run, the rest is only counted. */
    List<Problem> takeProblems() {
        List<Problem> taken = List.copyOf(problems);
        problems.clear();
        return taken;
    }

    private void note(List<Problem> found) {
        for (Problem problem : found) {
            if (listed < LISTED_PROBLEMS) {
                problems.add(problem);
                listed++;
            }
        }
    }

    private Map<String, byte[]> known(MappedPage page) {
        Set<String> keys = new HashSet<>();
        for (MappingResult result : page.results()) {
            if (result instanceof MappingResult.Mapped mapped) {
                keys.add(mapped.employee().key());
            }
        }
        return keys.isEmpty() ? Map.of() : known.apply(keys);
    }

    private StagedRecord mapped(MappingResult.Mapped mapped, Map<String, byte[]> accepted) {
        Employee employee = ruled(mapped.employee());
        byte @Nullable [] hash = run.filtered() ? run.doubles.hide(employee.key()) : null;
        if (employee.gone()) {
            return StagedRecord.told(Kind.GONE, employee.key(), hash, digest(TOMBSTONE), null, null, origin(mapped));
        }
        Optional<Integer> clause = run.source.scope().excludedBy(employee.profile(), today);
        if (clause.isPresent()) {
            return accepted.containsKey(employee.key())
                    ? StagedRecord.told(
                            Kind.OUT_OF_SCOPE, employee.key(), hash, null, null, clause.get(), origin(mapped))
                    : StagedRecord.bare(Kind.EXCLUDED, null, hash);
        }
        // a complement adds values to people another source brings: nobody becomes a user by it
        List<Problem> missing = run.directory.role(run.run.source()) == Role.COMPLEMENT
                ? List.of()
                : requirements.check(employee, mapped.origin());
        if (!missing.isEmpty()) {
            note(missing);
            return refused(employee.key(), hash, employee.profile(), origin(mapped));
        }
        run.warnings.look(employee.profile());
        run.emptyEverywhere.look(employee.profile());
        Profile profile = run.references.hideIn(run.source.rules().withhold(employee.profile()), run.run.source());
        byte[] bytes = ProfileCodec.encode(profile);
        byte[] digest = digest(bytes);
        boolean same = Arrays.equals(digest, accepted.get(employee.key()));
        String email = profile.email().map(Folding::fold).orElse(null);
        String number = profile.text(Attribute.EMPLOYEE_NUMBER).orElse(null);
        return new StagedRecord(
                Kind.ACCEPTED,
                employee.key(),
                hash,
                digest,
                same ? null : bytes,
                email,
                number,
                null,
                run.matchesByKeys ? MatchKey.of(profile, run.directory.match()) : null,
                same ? null : origin(mapped),
                same ? null : marks(employee.key(), email, number));
    }

    private Marks marks(String key, @Nullable String email, @Nullable String number) {
        return new Marks(
                run.references.hide(key),
                email == null ? null : run.references.hide(email),
                number == null ? null : run.references.hide(number));
    }

    private static String origin(MappingResult.Mapped mapped) {
        return mapped.origin().toString();
    }

    /** What the rules make of him; of somebody who is gone there is no more than that. */
    private Employee ruled(Employee employee) {
        return employee.gone() || run.source.rules().rules().isEmpty()
                ? employee
                : new Employee(employee.key(), false, run.source.rules().apply(employee.profile(), today));
    }

    private StagedRecord rejected(MappingResult.Rejected rejected) {
        note(rejected.problems());
        String key = rejected.key();
        if (key == null) {
            return StagedRecord.bare(Kind.KEYLESS, null, null);
        }
        byte @Nullable [] hash = run.filtered() ? run.doubles.hide(key) : null;
        if (rejected.gone()) {
            return StagedRecord.told(
                    Kind.GONE,
                    key,
                    hash,
                    digest(TOMBSTONE),
                    null,
                    null,
                    rejected.origin().toString());
        }
        return refused(key, hash, rejected.readable(), rejected.origin().toString());
    }

    /** The record's user stays as he is, unless it can be read that he left. */
    private StagedRecord refused(String key, byte @Nullable [] hash, Profile readable, String origin) {
        Standing standing = Lifecycle.standing(
                Evidence.PRESENT, run.run.source(), readable, run.directory.lifecycle(), run.run.openedAt());
        return switch (standing) {
            case Standing.Left left -> {
                Profile status = onlyStanding(readable);
                byte[] bytes = ProfileCodec.encode(status);
                yield StagedRecord.told(Kind.LEFT, key, hash, digest(bytes), bytes, null, origin);
            }
            case Standing.Employed employed -> StagedRecord.bare(Kind.REJECTED, key, hash);
            case Standing.Awaited awaited -> StagedRecord.bare(Kind.REJECTED, key, hash);
        };
    }

    private static Profile onlyStanding(Profile readable) {
        Profile result = Profile.EMPTY;
        for (Attribute attribute : Attribute.STANDING) {
            if (readable.values().get(attribute.label()) != null) {
                result = result.with(attribute.label(), readable.values().get(attribute.label()));
            }
        }
        return result;
    }

    private byte[] digest(byte[] content) {
        sha.update(run.source.digest().getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha.digest(content), DIGEST_LENGTH);
    }
}
