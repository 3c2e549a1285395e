@NullMarked
package org.tamga.devices.simulator.people;

import org.jspecify.annotations.NullMarked;
