@NullMarked
package org.tamga.kiosk;

import org.jspecify.annotations.NullMarked;
