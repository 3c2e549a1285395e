@NullMarked
package org.tamga.station;

import org.jspecify.annotations.NullMarked;
