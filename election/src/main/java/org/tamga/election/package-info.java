@NullMarked
package org.tamga.election;

import org.jspecify.annotations.NullMarked;
