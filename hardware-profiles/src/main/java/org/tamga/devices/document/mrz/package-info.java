/** Machine-readable zones of travel documents and identity cards, ICAO Doc 9303 parts 3 to 7. */
@NullMarked
package org.tamga.devices.document.mrz;

import org.jspecify.annotations.NullMarked;
