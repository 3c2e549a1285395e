@NullMarked
package org.tamga.devices.image;

import org.jspecify.annotations.NullMarked;
