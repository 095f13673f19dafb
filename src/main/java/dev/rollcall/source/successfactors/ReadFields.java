package dev.rollcall.source.successfactors;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** The same as a tree; its root is a person. */
    Asked tree() {
        return Asked.of("", paths);
    }
}
