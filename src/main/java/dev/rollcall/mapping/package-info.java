/** Compiles mapping files; turns a record into an employee or a rejection, with provenance. */
@ApplicationModule(allowedDependencies = {"source", "employee"})
@NullMarked
package dev.rollcall.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
