/** What the tests of the pure packages are worth: {@code mvn -Pmutation test}. */
@NullMarked
package dev.rollcall.mutation;

import org.jspecify.annotations.NullMarked;
