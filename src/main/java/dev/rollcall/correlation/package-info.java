/** Which user an employee is; never guesses between two. Merges several sources by precedence. */
@ApplicationModule(allowedDependencies = {"employee", "directory"})
@NullMarked
package dev.rollcall.correlation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
