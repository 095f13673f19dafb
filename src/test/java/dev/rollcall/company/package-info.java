/** A made-up company through two years, and an oracle of who should have access on each of its days. */
@NullMarked
package dev.rollcall.company;

import org.jspecify.annotations.NullMarked;
