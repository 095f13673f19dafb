package dev.rollcall.config;

import dev.rollcall.employee.Attribute;
import dev.rollcall.lifecycle.LifecyclePolicy;
import dev.rollcall.mapping.LoadedMapping;
import dev.rollcall.mapping.MappingCode;
import dev.rollcall.mapping.MappingFile;
import dev.rollcall.mapping.StandardFields;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Canonical;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.plan.Rules.Owner;
import dev.rollcall.scope.Rules;
import dev.rollcall.scope.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A mapping seen together with its file's name and its directory. */
final class MappingInDirectory {
    private static final String KIOSK_CODE = "custom.kioskCode";

    private final LoadedMapping mapping;
    private final MappingFile file;
    private final Problems problems;
    private final List<Rules.Rule> rules;
    private final List<Scope.Filter> filters;

    MappingInDirectory(LoadedMapping mapping, Problems problems) {
        this.mapping = mapping;
        this.file = mapping.file();
        this.problems = problems;
        this.rules = new RuleReader(problems).read(file.rules());
        this.filters = new FilterReader(problems).read(file.filters());
    }

    /** Present in every mapping that was loaded without problems. */
    String source() {
        return Objects.requireNonNull(file.source());
    }

    private String directory() {
        return Objects.requireNonNull(file.directory());
    }

    void checkName(String expected, @Nullable LoadedMapping same) {
        At at = mapping.at("source");
        if (!source().equals(expected)) {
            problems.add(
                    at,
                    ConfigCode.WRONG_FILE_NAME,
                    "source: found " + source() + ", and the file is named " + expected + ".yaml. Make them the same.");
        }
        if (same != null) {
            problems.add(
                    at,
                    ConfigCode.SAME_SOURCE,
                    "source: " + source() + " is the source of "
                            + same.at("source").file() + " too. Keep one.");
        }
    }

    void check(Map<String, DirectoryConfiguration> directories) {
        DirectoryConfiguration directory = directories.get(directory());
        if (directory == null) {
            problems.add(
                    mapping.at("directory"),
                    ConfigCode.NO_SUCH_DIRECTORY,
                    "directory: there is no " + directory() + ".directory.yaml beside this file."
                            + Nearest.hint(directory(), directories.keySet()));
            return;
        }
        Set<String> carried = new HashSet<>(mapping.lines().keySet());
        if (carried.contains(KIOSK_CODE) && !directory.kioskLogin()) {
            problems.add(
                    mapping.lines().getOrDefault(KIOSK_CODE, file.at()),
                    ConfigCode.NO_KIOSK,
                    "employee." + KIOSK_CODE + ": nobody signs in by it, since " + directory()
                            + ".directory.yaml has no kioskLogin: employeeNumber. Write that, or take the line out.");
        }
        if (file.standardFields() == MappingFile.Standard.LOCKED) {
            checkOwners(directory.users().ownership());
        }
        if (file.role() == MappingFile.Role.COMPLEMENT) {
            return;
        }
        LifecyclePolicy lifecycle = directory.lifecycle();
        if (!lifecycle.participationAfter().isZero()) {
            checkDate(Attribute.START_DATE, "lifecycle.participationStarts", carried);
        }
        if (lifecycle.removalAfter() != null) {
            checkDate(Attribute.END_DATE, "lifecycle.removal", carried);
        }
        carried.removeAll(file.withheld());
        for (String name : new Requirements(directory.require()).unmapped(carried)) {
            problems.add(
                    mapping.at("directory"),
                    ConfigCode.NOT_MAPPED,
                    "the directory " + directory() + " requires " + name
                            + (file.withheld().contains(name) ? ", and it is withheld" : ", and no line maps it")
                            + ": every record would be rejected. Map it, or change require: in "
                            + directory() + ".directory.yaml.");
        }
    }

    /** Row 56: what is always synced is the source's to say. */
    private void checkOwners(Map<String, Owner> ownership) {
        for (String name : new TreeSet<>(StandardFields.ATTRIBUTES)) {
            Owner owner = ownership.getOrDefault(name, Owner.SOURCE);
            if (owner != Owner.SOURCE) {
                problems.add(
                        mapping.at("standardFields"),
                        MappingCode.LOCKED,
                        "standardFields: locked fields are always synced, and ownership." + name + ": "
                                + owner.name().toLowerCase(Locale.ROOT) + " in " + directory()
                                + ".directory.yaml keeps this one from it. Take that out, or write standardFields: open.");
            }
        }
    }

    /** Rows 83 and 87: a policy that counts from a date is there only where the source has the date. */
    private void checkDate(Attribute date, String key, Set<String> carried) {
        if (!carried.contains(date.label())) {
            problems.add(
                    mapping.at("directory"),
                    ConfigCode.DATE_NOT_MAPPED,
                    "the directory " + directory() + " counts " + key + " from " + date.label()
                            + ", and no line maps it. Map it, or change " + key + " in " + directory()
                            + ".directory.yaml.");
        }
    }

    SourceConfiguration configuration(Map<String, DirectoryConfiguration> directories) {
        DirectoryConfiguration directory = Objects.requireNonNull(directories.get(directory()));
        return new SourceConfiguration(
                source(),
                file.title() == null ? source() : file.title(),
                directory(),
                file.enabled(),
                mapping.mapping(),
                new Rules(rules, Set.copyOf(file.withheld())),
                new Scope(filters),
                Canonical.digest(mapping.canonical() + "\n" + directory.digest()));
    }
}
