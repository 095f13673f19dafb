/** What every source promises: an outage of any kind ends in the right employees or in a message, and takes nobody's access. */
package dev.rollcall.contract;
