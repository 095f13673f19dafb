/** All SQL about users, links, employees and changes. */
@NamedInterface("store")
@NullMarked
package dev.rollcall.directory.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
