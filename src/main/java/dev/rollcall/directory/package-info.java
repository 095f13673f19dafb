/** Users, links, employees, changes; SQL about them only in {@code directory.store}. */
@ApplicationModule(allowedDependencies = "employee")
@NullMarked
package dev.rollcall.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
