package dev.rollcall.mapping.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads nodes into records whose components carry {@link Key}.
 *
 * <p>Problems are collected, and what has none is still read: a missing list or map is empty, a missing switch is off,
 * anything else that is missing is null. A component of type {@link At} gets the place.
 */
public final class Binder {
    private final Problems problems;

    public Binder(Problems problems) {
        this.problems = problems;
    }

    /**
     * The record; null when the node is of a wrong form or a required key is missing.
     *
     * @param path how messages name the place, for example {@code employee.manager}; empty for a whole file
     */
    public <T extends Record> @Nullable T bind(YamlNode node, Class<T> type, String path) {
        if (node instanceof YamlNode.Group group) {
            return fill(group, type, path);
        }
        if (node instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (isShorthand(component)) {
                    return fill(shorthand(component, scalar), type, path);
                }
            }
        }
        wrongForm(node, path, "a group of keys");
        return null;
    }

    private static boolean isShorthand(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key != null && key.shorthand();
    }

    private static YamlNode.Group shorthand(RecordComponent component, YamlNode.Scalar scalar) {
        return new YamlNode.Group(Map.of(name(component), new YamlNode.Entry(scalar.at(), scalar)), scalar.at());
    }

    private <T extends Record> @Nullable T fill(YamlNode.Group group, Class<T> type, String path) {
        refuseUnknown(group, type, path);
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        boolean complete = true;
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            if (component.getType() == At.class) {
                values[i] = group.at();
                continue;
            }
            YamlNode node = group.get(name(component));
            boolean absent = node == null || (node instanceof YamlNode.Scalar scalar && scalar.isNull());
            @Nullable
            Object value = absent || node == null
                    ? null
                    : value(node, component.getGenericType(), join(path, name(component)));
            Key key = component.getAnnotation(Key.class);
            if (key != null && key.required() && value == null) {
                complete = false;
                if (absent) {
                    missing(group.at(), join(path, name(component)), key);
                }
            }
            values[i] = value == null ? empty(component.getType()) : value;
        }
        return complete ? construct(type, components, values) : null;
    }

    private void missing(At at, String path, Key key) {
        String example = key.example().isEmpty() ? "" : " Example: " + key.example();
        problems.add(at, YamlCode.MISSING, path + " is missing: " + key.value() + "." + example);
    }

    private void refuseUnknown(YamlNode.Group group, Class<?> type, String path) {
        List<String> known = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Key.class))
                .map(Binder::name)
                .toList();
        Planned planned = type.getAnnotation(Planned.class);
        List<String> later = planned == null ? List.of() : List.of(planned.value());
        group.entries().forEach((key, entry) -> {
            if (later.contains(key)) {
                problems.add(entry.at(), YamlCode.NOT_YET, join(path, key) + " is not available yet. Take it out.");
            } else if (!known.contains(key)) {
                String hint = Nearest.to(key, known)
                        .map(word -> "Did you mean " + word + "?")
                        .orElse("Known: " + String.join(", ", known) + ".");
                problems.add(entry.at(), YamlCode.UNKNOWN_KEY, join(path, key) + " is not known. " + hint);
            }
        });
    }

    private @Nullable Object value(YamlNode node, Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(node, arguments[0], path) : map(node, arguments[1], path);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == YamlNode.class) {
            return node;
        }
        if (plain.isRecord()) {
            return bind(node, plain.asSubclass(Record.class), path);
        }
        if (!(node instanceof YamlNode.Scalar scalar)) {
            wrongForm(node, path, flag(plain) ? "true or false" : "a text");
            return null;
        }
        if (plain.isEnum()) {
            return constant(scalar, plain, path);
        }
        if (flag(plain)) {
            return word(scalar, List.of("true", "false"), path) ? Boolean.valueOf(scalar.text()) : null;
        }
        return plain == Integer.class ? number(scalar, path) : scalar.text();
    }

    private static boolean flag(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    private @Nullable List<Object> list(YamlNode node, Type element, String path) {
        if (!(node instanceof YamlNode.Items items)) {
            wrongForm(node, path, "a list");
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            Object value = value(items.items().get(i), element, path + "[" + i + "]");
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable Map<String, Object> map(YamlNode node, Type element, String path) {
        if (!(node instanceof YamlNode.Group group)) {
            wrongForm(node, path, "a group of keys");
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        group.entries().forEach((key, entry) -> {
            Object value = value(entry.value(), element, join(path, key));
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    private @Nullable Object constant(YamlNode.Scalar scalar, Class<?> type, String path) {
        if (!word(scalar, Words.of(type), path)) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Words.of((Enum<?>) constant).equals(scalar.text()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Integer number(YamlNode.Scalar scalar, String path) {
        try {
            return Integer.valueOf(scalar.text());
        } catch (NumberFormatException e) {
            problems.add(
                    scalar.at(),
                    YamlCode.WRONG_FORM,
                    path + ": found \"" + scalar.text() + "\", expected a whole number.");
            return null;
        }
    }

    private boolean word(YamlNode.Scalar scalar, List<String> words, String path) {
        if (words.contains(scalar.text())) {
            return true;
        }
        problems.add(
                scalar.at(),
                YamlCode.WRONG_WORD,
                path + ": found \"" + scalar.text() + "\", expected " + String.join(" or ", words) + "."
                        + Nearest.hint(scalar.text(), words));
        return false;
    }

    private void wrongForm(YamlNode node, String path, String expected) {
        problems.add(
                node.at(),
                YamlCode.WRONG_FORM,
                (path.isEmpty() ? "the file" : path) + ": found " + node.form() + ", expected " + expected + ".");
    }

    private static @Nullable Object empty(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == List.class ? List.of() : type == Map.class ? Map.of() : null;
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The key a component is read from. */
    public static String name(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key == null || key.name().isEmpty() ? component.getName() : key.name();
    }

    private static <T extends Record> T construct(
            Class<T> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("a record without its constructor: " + type, e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the record refuses what was read: " + type, e.getCause());
        }
    }
}
