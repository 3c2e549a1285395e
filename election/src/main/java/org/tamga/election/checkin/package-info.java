/** Who may be admitted, and for which reason somebody is not. */
@NullMarked
package org.tamga.election.checkin;

import org.jspecify.annotations.NullMarked;
