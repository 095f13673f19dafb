package dev.rollcall.mapping.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A key of a file, on the component of the record it is read into.
 *
 * <p>The reader, its messages, the JSON Schema and the documents are all made from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Key {
    /** What it means, in one sentence. */
    String value();

    /** The key where Java cannot name a component so. */
    String name() default "";

    String example() default "";

    boolean required() default false;

    /** Whether a text alone, where the whole record is expected, is this key's value. */
    boolean shorthand() default false;
}
