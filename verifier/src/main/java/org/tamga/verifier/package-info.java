@NullMarked
package org.tamga.verifier;

import org.jspecify.annotations.NullMarked;
