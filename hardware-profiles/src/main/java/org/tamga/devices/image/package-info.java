/** Picture formats that devices and chips bring with them. */
@NullMarked
package org.tamga.devices.image;

import org.jspecify.annotations.NullMarked;
