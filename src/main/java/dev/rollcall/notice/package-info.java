/** Who is told what, when. */
@ApplicationModule(allowedDependencies = {"source", "plan", "config", "run"})
@NullMarked
package dev.rollcall.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
