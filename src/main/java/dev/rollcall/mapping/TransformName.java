package dev.rollcall.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The closed list of transforms. The documents and the JSON Schema are made from it. */
public enum TransformName {
    TRIM("trim", Form.BARE, "Takes blanks away at both ends.", "trim", "\" Ann \" becomes \"Ann\""),
    LOWER("lower", Form.BARE, "Writes small letters.", "lower", "\"ANN\" becomes \"ann\""),
    UPPER("upper", Form.BARE, "Writes capital letters.", "upper", "\"nl\" becomes \"NL\""),
    DIGITS(
            "digits",
            Form.BARE_OR_NUMBER,
            "Keeps the digits only; with a width, zeros are put before them up to that width.",
            "{ digits: 6 }",
            "\"E-1042\" becomes \"001042\""),
    PREFIX("prefix", Form.TEXT, "Puts a text before.", "{ prefix: BE- }", "\"17\" becomes \"BE-17\""),
    REPLACE(
            "replace",
            Form.REPLACE,
            "Puts one text in the place of another, wherever it stands.",
            "{ replace: { text: \"Dept. \", with: \"\" } }",
            "\"Dept. Sales\" becomes \"Sales\""),
    DATE(
            "date",
            Form.DATE,
            "Reads a calendar date as iso (YYYY-MM-DD, also with a time behind it), as Java's pattern letters, or as the"
                    + " one of a list that fits. A date that could be two is rejected.",
            "{ date: dd/MM/yyyy }",
            "\"31/03/2026\" becomes 2026-03-31"),
    NUMBER(
            "number",
            Form.BARE_OR_TEXT,
            "Reads a number whose decimal sign is a point or the sign given; blanks and the other sign between"
                    + " thousands go.",
            "{ number: \",\" }",
            "\"1.234,50\" becomes 1234.50"),
    BOOLEAN(
            "boolean",
            Form.BARE,
            "Reads yes, y, true, 1 as true and no, n, false, 0 as false, in any case; anything else is rejected.",
            "boolean",
            "\"Yes\" becomes true"),
    LOOKUP(
            "lookup",
            Form.LOOKUP,
            "Gives each text its entry; a text without one is rejected, unless else says what it becomes.",
            "{ lookup: { FT: full time, PT: part time }, else: other }",
            "\"PT\" becomes \"part time\""),
    DEFAULT("default", Form.TEXT, "Stands in where nothing was found.", "{ default: en }", "nothing becomes \"en\""),
    SPLIT(
            "split",
            Form.TEXT,
            "Makes several texts of one, at each separator; blanks around them go.",
            "{ split: \";\" }",
            "\"Red; Blue\" becomes \"Red\" and \"Blue\""),
    WHERE(
            "where",
            Form.TEXT,
            "Keeps the texts that match a regular expression as a whole; one of them must be left where one is wanted.",
            "{ where: \"D-.*\" }",
            "\"D-Sales\" and \"T-Red\" become \"D-Sales\""),
    SORT(
            "sort",
            Form.BARE,
            "Puts several texts in the order of their letters.",
            "sort",
            "\"b\", \"a\" become \"a\", \"b\""),
    FIRST(
            "first",
            Form.BARE,
            "Keeps the first of several; only after sort or split, since a list without an order flips from night to"
                    + " night.",
            "[sort, first]",
            "\"b\", \"a\" become \"a\""),
    LAST(
            "last",
            Form.BARE,
            "Keeps the last of several; only after sort or split.",
            "[{ split: \" \" }, last]",
            "\"An Peeters\" becomes \"Peeters\""),
    REST(
            "rest",
            Form.BARE,
            "Keeps all but the first of several; only after sort or split.",
            "[{ split: \" \" }, rest, { join: \" \" }]",
            "\"An Van den Berg\" becomes \"Van den Berg\""),
    JOIN("join", Form.TEXT, "Makes one text of several.", "{ join: \", \" }", "\"a\", \"b\" become \"a, b\"");

    /** What stands behind the name. */
    enum Form {
        BARE,
        TEXT,
        BARE_OR_TEXT,
        BARE_OR_NUMBER,
        DATE,
        LOOKUP,
        REPLACE
    }

    private final String label;
    private final Form form;
    private final String description;
    private final String example;
    private final String effect;

    TransformName(String label, Form form, String description, String example, String effect) {
        this.label = label;
        this.form = form;
        this.description = description;
        this.example = example;
        this.effect = effect;
    }

    static Optional<TransformName> named(String label) {
        return Arrays.stream(values()).filter(name -> name.label.equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(TransformName::label).toList();
    }

    public String label() {
        return label;
    }

    Form form() {
        return form;
    }

    public String description() {
        return description;
    }

    /** How it is written under {@code then}. */
    public String example() {
        return example;
    }

    /** What the example does. */
    public String effect() {
        return effect;
    }
}
