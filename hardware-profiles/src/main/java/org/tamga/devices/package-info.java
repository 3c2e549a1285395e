@NullMarked
package org.tamga.devices;

import org.jspecify.annotations.NullMarked;
