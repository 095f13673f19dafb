/** Each of the five guides as a story: its example directory, from the guide's first sentence to its last. */
@NullMarked
package dev.rollcall.stories;

import org.jspecify.annotations.NullMarked;
