/** The paper count: two entries, their differences, the control ratios. */
@NullMarked
package org.tamga.election.count;

import org.jspecify.annotations.NullMarked;
