/** Reads what an integrator writes: YAML with lines, bound to records, every problem collected. */
@NamedInterface("yaml")
@NullMarked
package dev.rollcall.mapping.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
