/** Wanted minus known as actions, and the safeguards that judge them. */
@ApplicationModule(allowedDependencies = {"source", "employee", "directory", "scope", "correlation", "lifecycle"})
@NullMarked
package dev.rollcall.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
