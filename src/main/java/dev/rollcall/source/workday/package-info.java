/** Workday: workers over SOAP (Human_Resources), and rows of custom reports. */
@NamedInterface("workday")
@NullMarked
package dev.rollcall.source.workday;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
