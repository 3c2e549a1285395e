/**
 * Travel documents made of software: chips that speak ICAO Doc 9303, written apart from the library
 * that reads them.
 */
@NullMarked
package org.tamga.devices.simulator.chip;

import org.jspecify.annotations.NullMarked;
