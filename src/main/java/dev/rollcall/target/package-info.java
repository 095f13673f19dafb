/** Hands changes outward, repeatably. */
@ApplicationModule(allowedDependencies = {"employee", "directory", "directory::store", "plan"})
@NullMarked
package dev.rollcall.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
