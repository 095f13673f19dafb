package dev.rollcall.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One step from what was found to what is meant; pure, so a mapping can be used by several threads. */
@FunctionalInterface
interface Transform {
    /**
     * The texts after this step.
     *
     * @throws Unmappable when a text cannot be used
     */
    List<String> apply(List<String> texts);

    /** Does the same to each text. */
    static Transform each(UnaryOperator<String> change) {
        return texts -> {
            if (texts.size() == 1) {
                return List.of(change.apply(texts.get(0)));
            }
            List<String> changed = new ArrayList<>(texts.size());
            for (String text : texts) {
                changed.add(change.apply(text));
            }
            return changed;
        };
    }
}
