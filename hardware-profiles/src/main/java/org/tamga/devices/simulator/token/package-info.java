/** Signing tokens that exist on disk only. */
@NullMarked
package org.tamga.devices.simulator.token;

import org.jspecify.annotations.NullMarked;
