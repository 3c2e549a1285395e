/**
 * The demonstration: a whole election day on one machine with simulated people and devices, by hand
 * or unattended. The terminals, the booth and the central node run as the processes they are in the
 * field; this package only plays the people around them, through {@link org.tamga.kiosk.control}.
 */
@NullMarked
package org.tamga.kiosk.demo;

import org.jspecify.annotations.NullMarked;
