@NullMarked
package org.tamga.devices.token;

import org.jspecify.annotations.NullMarked;
