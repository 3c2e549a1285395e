/** After the polls: guardians, the joint tally, the public record. */
@NullMarked
package org.tamga.central.tally;

import org.jspecify.annotations.NullMarked;
