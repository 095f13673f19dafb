package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.Requirements;
import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.store.Links;
import dev.rollcall.directory.store.Links.Linked;
import dev.rollcall.directory.store.Links.Made;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Profile;
import dev.rollcall.source.SourceRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the files of a dry run that a person has looked at: the users of UPDATED are linked, those of CREATED are made at
 * once (acceptance rows 122, 123). All lines or none.
 */
@Service
public class PlanUploads {
    private static final Set<String> FILE_TELLS = Set.of(
            Requirements.EMAIL,
            Attribute.GIVEN_NAME.label(),
            Attribute.FAMILY_NAME.label(),
            Attribute.FULL_NAME.label());

    private final Configuration configuration;
    private final SourceLife life;
    private final SourceLedger sources;
    private final Settling settling;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlanUploads(
            Configuration configuration,
            SourceLife life,
            SourceLedger sources,
            Settling settling,
            JdbcTemplate sql,
            TransactionTemplate transaction,
            Clock clock) {
        this.configuration = configuration;
        this.life = life;
        this.sources = sources;
        this.settling = settling;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What came of the lines.
     *
     * @param unchanged those whose user has this external id already
     */
    public record Uploaded(long linked, long created, long unchanged) {}

    /**
     * Takes the lines as they stand in the file, whatever the plan they came from.
     *
     * @throws RunFailure naming every line that cannot be taken
     */
    public Uploaded take(String directory, String name, List<SourceRecord> rows) {
        UploadedFile file = UploadedFile.read(name, rows);
        return Objects.requireNonNull(transaction.execute(status -> {
            settling.lock(directory);
            sources.registerDirectory(directory);
            Instant now = clock.instant();
            Links links = new Links(sql, directory);
            UserIds ids = new UserIds(now);
            List<Linked> linked = new ArrayList<>();
            List<Made> made = new ArrayList<>();
            judge(directory, file, links, ids, linked, made);
            file.refuse();
            if (!made.isEmpty()) {
                life.requireUsersByHand(directory);
                requireLicenses(name, configuration.directory(directory).licenses(), links.licensesUsed(), made);
            }
            links.link(linked, now);
            links.create(made, configuration.directory(directory).vocabulary(), now);
            return new Uploaded(linked.size(), made.size(), file.lines.size() - linked.size() - made.size());
        }));
    }

    /** As a run does, a person makes no more users with access than there are licenses (row 108). */
    private static void requireLicenses(String name, @Nullable Integer licenses, long known, List<Made> made) {
        long wanted = made.stream().filter(user -> user.access().hasAccess()).count();
        if (licenses != null && known + wanted > licenses) {
            throw UploadCode.LINES.failure(
                    name,
                    "%,d users would get access, and of %,d licenses %,d are left. Nothing was changed; take lines out."
                            .formatted(wanted, licenses, Math.max(0, licenses - known)));
        }
    }

    private void judge(
            String directory, UploadedFile file, Links links, UserIds ids, List<Linked> linked, List<Made> made) {
        DirectoryConfiguration configured = configuration.directory(directory);
        Map<UUID, Links.Known> users = links.users(file.lines.stream()
                .map(UploadedLine::user)
                .filter(Objects::nonNull)
                .toList());
        Map<String, UUID> holders =
                links.holders(file.lines.stream().map(UploadedLine::externalId).toList());
        Map<String, UUID> addresses = links.addresses(file.lines.stream()
                .map(UploadedLine::email)
                .filter(Objects::nonNull)
                .map(Folding::fold)
                .toList());
        Set<Object> seen = new HashSet<>();
        for (UploadedLine line : file.lines) {
            if (!isOfDirectory(line, directory)) {
                file.problem(line.line(), "External ID: no source of this directory is called " + line.source() + ".");
            } else if (!seen.add(line.externalId())) {
                file.problem(line.line(), "External ID: stands in an earlier line too.");
            } else if (line.user() == null) {
                create(line, file, holders, addresses, configured, seen, ids, made);
            } else {
                link(line, line.user(), file, users, holders, seen, linked);
            }
        }
    }

    private boolean isOfDirectory(UploadedLine line, String directory) {
        return configuration.sources().containsKey(line.source())
                && configuration.source(line.source()).directory().equals(directory);
    }

    private static void link(
            UploadedLine line,
            UUID user,
            UploadedFile file,
            Map<UUID, Links.Known> users,
            Map<String, UUID> holders,
            Set<Object> seen,
            List<Linked> linked) {
        Links.Known known = users.get(user);
        UUID holder = holders.get(line.externalId());
        if (known == null) {
            file.problem(line.line(), "User ID: the directory has no such user.");
        } else if (!seen.add(user)) {
            file.problem(line.line(), "User ID: stands in an earlier line too.");
        } else if (holder != null && !holder.equals(user)) {
            file.problem(line.line(), "External ID: another user has it.");
        } else if (known.externalId() != null && !known.externalId().equals(line.externalId())) {
            file.problem(
                    line.line(),
                    "User ID: the user is " + known.externalId() + " already. Take the line out, or disconnect that"
                            + " source first.");
        } else if (known.externalId() == null) {
            linked.add(new Linked(user, line.source(), line.key()));
        }
    }

    private static void create(
            UploadedLine line,
            UploadedFile file,
            Map<String, UUID> holders,
            Map<String, UUID> addresses,
            DirectoryConfiguration directory,
            Set<Object> seen,
            UserIds ids,
            List<Made> made) {
        if (holders.containsKey(line.externalId())) {
            return;
        }
        String email = line.email();
        Profile profile = line.profile(directory.require().contains(Attribute.FULL_NAME.label()));
        List<String> missing = directory.require().stream()
                .filter(name -> !Requirements.carries(profile, name))
                .toList();
        if (!missing.isEmpty()) {
            file.problem(line.line(), "the directory requires " + String.join(", ", missing) + advice(missing));
        } else if (email != null && addresses.containsKey(Folding.fold(email))) {
            file.problem(line.line(), "Email: a user has this address already. Link him by the UPDATED file.");
        } else if (email != null && !seen.add(Folding.fold(email))) {
            file.problem(line.line(), "Email: stands in an earlier line too.");
        } else {
            made.add(new Made(
                    ids.next(),
                    line.source(),
                    line.key(),
                    line.preHire() ? AccessState.PRE_HIRE : AccessState.ACTIVE,
                    directory.vocabulary().completed(profile)));
        }
    }

    private static String advice(List<String> missing) {
        return FILE_TELLS.containsAll(missing)
                ? "."
                : ", which the file does not tell. Take the line out: the source's run makes the user.";
    }
}
