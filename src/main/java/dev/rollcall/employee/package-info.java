/** The canonical employee and its value types; nothing but validity. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.rollcall.employee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
