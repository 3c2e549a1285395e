/** Drivers of receipt and page printers. */
@NullMarked
package org.tamga.devices.printer;

import org.jspecify.annotations.NullMarked;
