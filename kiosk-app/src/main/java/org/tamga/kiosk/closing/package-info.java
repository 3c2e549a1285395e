/** The end of identification: final slip, and the booths' signed closing statements. */
@NullMarked
package org.tamga.kiosk.closing;

import org.jspecify.annotations.NullMarked;
