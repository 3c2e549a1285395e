/**
 * Who is it: finger templates, image quality, 1:1 verification and 1:N identification over opaque
 * subject ids. The public surface of the module is this package, {@code face} and {@code decision}.
 */
@NullMarked
package org.tamga.matcher;

import org.jspecify.annotations.NullMarked;
