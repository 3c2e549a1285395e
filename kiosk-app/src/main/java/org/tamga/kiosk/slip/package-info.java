/**
 * Slips: what a thermal printer or a small PDF page shows. A {@link org.tamga.kiosk.slip.Slip} is
 * content only; {@link org.tamga.kiosk.slip.SlipLayout} places it; two painters draw the same
 * layout as a one-bit raster for ESC/POS and as PDF.
 */
@NullMarked
package org.tamga.kiosk.slip;

import org.jspecify.annotations.NullMarked;
