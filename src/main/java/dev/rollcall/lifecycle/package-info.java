/** Joiner, mover, leaver: what the user should be now. */
@ApplicationModule(allowedDependencies = {"employee", "directory"})
@NullMarked
package dev.rollcall.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
