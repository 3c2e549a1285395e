@NullMarked
package org.tamga.central;

import org.jspecify.annotations.NullMarked;
