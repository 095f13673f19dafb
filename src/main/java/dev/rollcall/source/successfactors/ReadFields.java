package dev.rollcall.source.successfactors;

import dev.rollcall.source.Outline;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The properties asked for, as OData paths from PerPerson; what is expanded follows from them.
 *
 * <p>Nothing else leaves SuccessFactors: no birth date, national identifier or pay unless somebody asks for it.
 */
public final class ReadFields {
    private static final String EMPLOYMENT = "employmentNav/";
    private static final String JOB = EMPLOYMENT + "jobInfoNav/";
    private static final String USER = EMPLOYMENT + "userNav/";

    /** What the records are made of; the shipped mapping reads no more. */
    private static final List<String> SHIPPED = List.of(
            "personIdExternal",
            "perPersonUuid",
            "personalInfoNav/startDate",
            "personalInfoNav/endDate",
            "personalInfoNav/firstName",
            "personalInfoNav/middleName",
            "personalInfoNav/lastName",
            "personalInfoNav/preferredName",
            "personalInfoNav/displayName",
            "emailNav/emailAddress",
            "emailNav/isPrimary",
            "emailNav/emailTypeNav/externalCode",
            "phoneNav/countryCode",
            "phoneNav/areaCode",
            "phoneNav/phoneNumber",
            "phoneNav/isPrimary",
            "phoneNav/phoneTypeNav/externalCode",
            "personEmpTerminationInfoNav/activeEmploymentsCount",
            "personEmpTerminationInfoNav/latestTerminationDate",
            EMPLOYMENT + "userId",
            EMPLOYMENT + "startDate",
            EMPLOYMENT + "endDate",
            EMPLOYMENT + "assignmentClass",
            EMPLOYMENT + "isContingentWorker",
            USER + "userId",
            USER + "username",
            USER + "manager/userId",
            USER + "manager/empInfo/personIdExternal",
            JOB + "startDate",
            JOB + "endDate",
            JOB + "seqNumber",
            JOB + "jobTitle",
            JOB + "managerId",
            JOB + "emplStatusNav/externalCode",
            JOB + "departmentNav/name_localized",
            JOB + "divisionNav/name_localized",
            JOB + "companyNav/name_localized",
            JOB + "costCenterNav/externalCode",
            JOB + "locationNav/name");

    /** A navigation asked for, and those within it. */
    record Navigation(Map<String, Navigation> within) {
        static final Navigation NONE = new Navigation(Map.of());
    }

    private final Set<String> paths;

    private ReadFields(Set<String> paths) {
        this.paths = paths;
    }

    /**
     * The shipped ones and others.
     *
     * @param further separated by commas: {@code employmentNav/jobInfoNav/customString1}
     * @param without those of the shipped ones that the company has not, separated by commas
     */
    public static ReadFields with(String further, String without) {
        Set<String> paths = new LinkedHashSet<>(SHIPPED);
        paths.addAll(split(further));
        split(without).forEach(paths::remove);
        return new ReadFields(paths);
    }

    private static List<String> split(String paths) {
        return Arrays.stream(paths.split(",", -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
    }

    Collection<String> paths() {
        return paths;
    }

    /** Every navigation on the way to a property, the nearer ones first. */
    Collection<String> navigations() {
        return paths.stream()
                .filter(path -> path.contains("/"))
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What of an answer's record is kept: the same, in lists or alone, and what says that it was not sent. */
    Outline outline() {
        Set<String> kept = new TreeSet<>();
        for (String path : paths) {
            wrapped(path).forEach(kept::add);
        }
        for (String navigation : navigations()) {
            for (String wrapped : wrapped(navigation)) {
                kept.add(wrapped + "/__deferred/**");
                kept.add(wrapped + "/__next");
            }
        }
        return Outline.of(kept);
    }

    /** The ways a path may be written down: every navigation on it leads to one, or to a list. */
    private static List<String> wrapped(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return List.of(path);
        }
        String navigation = path.substring(0, slash);
        return wrapped(path.substring(slash + 1)).stream()
                .flatMap(rest -> Stream.of(navigation + "/" + rest, navigation + "/results/" + rest))
                .toList();
    }

    Navigation tree() {
        Navigation root = new Navigation(new TreeMap<>());
        for (String path : navigations()) {
            Navigation at = root;
            for (String step : path.split("/", -1)) {
                at = at.within().computeIfAbsent(step, name -> new Navigation(new TreeMap<>()));
            }
        }
        return root;
    }
}
