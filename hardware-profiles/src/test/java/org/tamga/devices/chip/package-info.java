@NullMarked
package org.tamga.devices.chip;

import org.jspecify.annotations.NullMarked;
