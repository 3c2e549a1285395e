/** The journal: the only truth of a terminal, of which every counter is a projection. */
@NullMarked
package org.tamga.election.journal;

import org.jspecify.annotations.NullMarked;
