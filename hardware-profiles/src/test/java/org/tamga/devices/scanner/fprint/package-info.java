@NullMarked
package org.tamga.devices.scanner.fprint;

import org.jspecify.annotations.NullMarked;
