package dev.rollcall.api;

import dev.rollcall.config.ConfigCode;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.Requirements;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a directory asks of values somebody writes by hand: the same as of a record. */
record HandRules(DirectoryConfiguration directory) {
    /**
     * The profile of a user who is made.
     *
     * @throws Refusal with everything that is wrong
     */
    Profile created(UserEdit edit) {
        List<Problem> problems = new ArrayList<>();
        Profile given = placed(edit.profile(problems), problems);
        for (String name : directory.require()) {
            boolean toldAlready =
                    problems.stream().anyMatch(problem -> problem.where().equals(where(name)));
            if (!Requirements.carries(given, name) && !toldAlready) {
                problems.add(required(name));
            }
        }
        refuse(problems);
        TreeMap<String, Value> values =
                new TreeMap<>(directory.vocabulary().defaults().values());
        values.putAll(given.values());
        values.values().removeIf(value -> value == Value.Cleared.CLEARED);
        return new Profile(values);
    }

    /**
     * The values that change.
     *
     * @throws Refusal with everything that is wrong
     */
    Profile edited(UserEdit edit) {
        List<Problem> problems = new ArrayList<>();
        Profile given = placed(edit.profile(problems), problems);
        Map<String, Value> values = given.values();
        directory.require().stream()
                .filter(name -> values.get(attribute(name)) == Value.Cleared.CLEARED)
                .forEach(name -> problems.add(required(name)));
        refuse(problems);
        return given;
    }

    /** In the directory's own words; a place it does not know is refused, since somebody is there to correct it. */
    private Profile placed(Profile given, List<Problem> problems) {
        for (String name : directory.vocabulary().blanked(given)) {
            problems.add(problem(
                    ConfigCode.UNKNOWN_PLACE,
                    name,
                    "found none of the directory's places. Correct it, or add the place under locations: in the"
                            + " directory's file."));
        }
        return directory.vocabulary().canonical(given);
    }

    private static Problem required(String name) {
        return problem(
                ConfigCode.REQUIRED_EMPTY,
                name,
                "found nothing, and the directory requires it. Give a value, or change require: in the directory's"
                        + " file.");
    }

    private static Problem problem(ConfigCode code, String name, String message) {
        return new Problem(where(name), code.id(), message);
    }

    private static String where(String name) {
        return "attributes." + attribute(name);
    }

    private static String attribute(String name) {
        return name.equals(Requirements.EMAIL) ? Attribute.EMAILS.label() : name;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
    }
}
