/** Whether an employee is in scope, and which clause decided. */
@ApplicationModule(allowedDependencies = "employee")
@NullMarked
package dev.rollcall.scope;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
