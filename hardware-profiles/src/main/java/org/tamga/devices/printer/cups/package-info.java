/** Page printers behind CUPS, spoken to by the Internet Printing Protocol. */
@NullMarked
package org.tamga.devices.printer.cups;

import org.jspecify.annotations.NullMarked;
