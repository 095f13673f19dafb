package dev.rollcall.source.workday;

import dev.rollcall.source.XmlTree;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A profile of a worker, as far as the fetch itself must know it; converted from employee to contingent worker, a person
 * has two.
 *
 * @param wid identifies the profile
 * @param id identifies the person, across conversions
 * @param hiredOn the latest hire, {@code yyyy-MM-dd}; empty when it did not come
 * @param endsOn the end of the employment or contract; empty when it did not come
 */
record Worker(
        XmlTree tree, String wid, String id, boolean isActive, boolean isRescinded, String hiredOn, String endsOn) {
    private static final String STATUS = "Worker_Data/Employment_Data/Worker_Status_Data/";
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
    private static final Comparator<Worker> LATEST =
            Comparator.comparing(Worker::hiredOn).thenComparing(Worker::endsOn).thenComparing(Worker::wid);

    /** What it looks at, whatever a mapping looks at. */
    static final List<String> READS = List.of(
            "Worker_Reference/ID/.",
            "Worker_Reference/ID/@type",
            "Worker_Data/Worker_ID/.",
            "Worker_Data/Employment_Data/Worker_Job_Data/.",
            "Worker_Data/Employment_Data/Position_Data/.",
            "Worker_Data/Employment_Data/Worker_Contract_Data/Contract_End_Date/.",
            STATUS + "Active/.",
            STATUS + "Hire_Date/.",
            STATUS + "Hire_Rescinded/.",
            STATUS + "Termination_Date/.",
            STATUS + "End_Employment_Date/.");

    static Worker of(XmlTree tree) {
        int employment = tree.find(XmlTree.ROOT, "Worker_Data", "Employment_Data");
        int status = employment == XmlTree.NONE ? XmlTree.NONE : tree.child(employment, "Worker_Status_Data");
        String wid = wid(tree);
        String id = text(tree, tree.find(XmlTree.ROOT, "Worker_Data", "Worker_ID"));
        boolean rescinded = isTrue(part(tree, status, "Hire_Rescinded"));
        String active = part(tree, status, "Active");
        String terminated = part(tree, status, "Termination_Date");
        String ended = terminated.isEmpty() ? part(tree, status, "End_Employment_Date") : terminated;
        String contract = employment == XmlTree.NONE
                ? ""
                : text(tree, tree.find(employment, "Worker_Contract_Data", "Contract_End_Date"));
        return new Worker(
                tree,
                wid.isEmpty() ? id : wid,
                id,
                !rescinded && !active.equals("0") && !active.equals("false"),
                rescinded,
                day(part(tree, status, "Hire_Date")),
                day(ended.isEmpty() ? contract : ended));
    }

    private static String wid(XmlTree tree) {
        int reference = tree.child(XmlTree.ROOT, "Worker_Reference");
        int id = reference == XmlTree.NONE ? XmlTree.NONE : tree.child(reference, "ID");
        while (id != XmlTree.NONE && !"WID".equals(tree.attribute(id, "type"))) {
            id = tree.sibling(id);
        }
        return text(tree, id);
    }

    private static String part(XmlTree tree, int element, String name) {
        return element == XmlTree.NONE ? "" : text(tree, tree.child(element, name));
    }

    private static String text(XmlTree tree, int element) {
        return element == XmlTree.NONE ? "" : tree.text(element).strip();
    }

    private static boolean isTrue(String text) {
        return text.equals("1") || text.equals("true");
    }

    /** The calendar date as written; a zone behind it never shifts it. */
    private static String day(String text) {
        return DATE.matcher(text).lookingAt() ? text.substring(0, 10) : "";
    }

    /** Whose state this is: the person where the source says it, else the profile. */
    String person() {
        return id.isEmpty() ? wid : id;
    }

    /** Hired for a later day than this, so that hardly anything of him is there yet. */
    boolean isAwaitedOn(String today) {
        return !isActive && !isRescinded && hiredOn.compareTo(today) > 0;
    }

    /** The one of two profiles of a person that counts: the active one, else the one hired later. */
    Worker or(@Nullable Worker other) {
        if (other == null) {
            return this;
        }
        if (isActive != other.isActive) {
            return isActive ? this : other;
        }
        return LATEST.compare(this, other) >= 0 ? this : other;
    }

    /** Positions directly within the employment are of versions before v30. */
    boolean isOfOldLayout() {
        int employment = tree.find(XmlTree.ROOT, "Worker_Data", "Employment_Data");
        return employment != XmlTree.NONE && tree.child(employment, "Position_Data") != XmlTree.NONE && !hasJobs();
    }

    boolean hasJobs() {
        return tree.find(XmlTree.ROOT, "Worker_Data", "Employment_Data", "Worker_Job_Data") != XmlTree.NONE;
    }

    @Override
    public String toString() {
        return "Worker";
    }
}
