/** Contactless document chips (ICAO Doc 9303, parts 10 and 11) behind a PC/SC reader. */
@NullMarked
package org.tamga.devices.chip;

import org.jspecify.annotations.NullMarked;
