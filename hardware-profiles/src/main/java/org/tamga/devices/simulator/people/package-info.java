/**
 * People who do not exist: fingerprints, drawn faces, names and numbers for simulators, rehearsals
 * and the demo.
 *
 * <p>Everything is a pure function of its seed: the same seed gives the same bytes, on any thread,
 * and nothing is cached or shared here.
 */
@NullMarked
package org.tamga.devices.simulator.people;

import org.jspecify.annotations.NullMarked;
