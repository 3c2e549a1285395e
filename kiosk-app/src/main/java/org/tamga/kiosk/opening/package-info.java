/**
 * Opening: named conditions, each with its reason when it does not hold; the zero report; the
 * moment from which voters are identified. A refusal goes into the journal with its code.
 */
@NullMarked
package org.tamga.kiosk.opening;

import org.jspecify.annotations.NullMarked;
