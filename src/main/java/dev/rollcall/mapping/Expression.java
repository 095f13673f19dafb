package dev.rollcall.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled line. */
sealed interface Expression {
    /**
     * What the line makes of the record; empty texts are left out.
     *
     * @throws Unmappable when the record does not allow it
     */
    List<String> evaluate(Fields fields);

    /** The one text; null when there is none. Two equal ones are one, two different ones are none. */
    default @Nullable String one(Fields fields) {
        String text = Texts.one(evaluate(fields));
        return text == null ? null : Texts.storable(text);
    }

    record Constant(List<String> texts) implements Expression {
        @Override
        public List<String> evaluate(Fields fields) {
            return texts;
        }
    }

    record Select(Selector selector) implements Expression {
        @Override
        public List<String> evaluate(Fields fields) {
            return fields.read(selector);
        }

        /** The way of nearly every value, without a list for each. */
        @Override
        public @Nullable String one(Fields fields) {
            String text = fields.one(selector);
            return text == null ? null : Texts.storable(text);
        }
    }

    record FirstOf(List<Expression> lines) implements Expression {
        @Override
        public List<String> evaluate(Fields fields) {
            for (Expression line : lines) {
                List<String> texts = line.evaluate(fields);
                if (!texts.isEmpty()) {
                    return texts;
                }
            }
            return List.of();
        }
    }

    record Joined(List<Expression> lines, String with) implements Expression {
        @Override
        public List<String> evaluate(Fields fields) {
            List<String> parts = new ArrayList<>(lines.size());
            for (Expression line : lines) {
                String part = line.one(fields);
                if (part != null) {
                    parts.add(part);
                }
            }
            return parts.isEmpty() ? List.of() : List.of(String.join(with, parts));
        }
    }

    record Piped(Expression from, List<Transform> then) implements Expression {
        @Override
        public List<String> evaluate(Fields fields) {
            List<String> texts = from.evaluate(fields);
            for (Transform transform : then) {
                texts = withoutEmpty(transform.apply(texts));
            }
            return texts;
        }

        private static List<String> withoutEmpty(List<String> texts) {
            for (String text : texts) {
                if (Texts.isEmpty(text)) {
                    return texts.stream().filter(each -> !Texts.isEmpty(each)).toList();
                }
            }
            return texts;
        }
    }

    record Required(Expression line) implements Expression {
        @Override
        public List<String> evaluate(Fields fields) {
            List<String> texts = line.evaluate(fields);
            if (texts.isEmpty()) {
                throw new Unmappable(
                        MappingCode.REQUIRED_EMPTY,
                        "found nothing, and the mapping requires a value. Correct it in the source, or take required: true"
                                + " out.");
            }
            return texts;
        }
    }
}
