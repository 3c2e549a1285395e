/**
 * Sign-in: officials enter their codes together, the vault opens, the day can begin. Below the
 * threshold nothing opens, and no answer tells which of the codes was wrong.
 */
@NullMarked
package org.tamga.kiosk.signin;

import org.jspecify.annotations.NullMarked;
