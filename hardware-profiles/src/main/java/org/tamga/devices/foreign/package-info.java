/** Functions of C libraries, and what those see of this process. */
@NullMarked
package org.tamga.devices.foreign;

import org.jspecify.annotations.NullMarked;
