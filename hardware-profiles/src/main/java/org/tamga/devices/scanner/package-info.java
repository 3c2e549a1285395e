/** Drivers of fingerprint scanners. */
@NullMarked
package org.tamga.devices.scanner;

import org.jspecify.annotations.NullMarked;
