package dev.rollcall.mapping.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How constants of an enum are written in a file: {@code EMPLOYEE_NUMBER} as {@code employeeNumber}. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> constant) {
        String[] parts = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        }
        return word.toString();
    }

    public static List<String> of(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .toList();
    }
}
