@NullMarked
package org.tamga.matcher;

import org.jspecify.annotations.NullMarked;
