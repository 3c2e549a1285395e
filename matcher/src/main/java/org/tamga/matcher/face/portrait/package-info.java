/**
 * Whether a picture is fit to be a register's portrait (ICAO Doc 9303; ISO/IEC 19794-5, clause 7),
 * as far as it can be told without another network.
 */
@NullMarked
package org.tamga.matcher.face.portrait;

import org.jspecify.annotations.NullMarked;
